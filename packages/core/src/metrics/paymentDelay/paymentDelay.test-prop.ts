import { paymentDelay } from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

const orders = fc.array(
  fc.record({
    customerId: fc.constantFrom('ann', 'bob', 'cid'),
    placedMinute: fc.integer({ min: 0, max: 200 }),
    delay: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 30 },
);

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString();

test('paymentDelay agrees with its definition', () => {
  fc.assert(
    fc.property(
      orders,
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 60 }),
      (all, percent, minutes) => {
        const log = sketchLog(
          all.map(({ customerId, placedMinute, delay }) => ({
            customerId,
            day: '2026-03-01',
            placedAt: at(placedMinute),
            paidAt: at(placedMinute + delay),
          })),
        );
        const { value, basis } = paymentDelay(log, { quantilePercents: [percent], curveMinutes: [minutes] });
        expect(basis.count).toBe(all.length);
        const isReturning = (order: (typeof all)[number]) =>
          all.some(
            (other) =>
              other.customerId === order.customerId && other.placedMinute + other.delay < order.placedMinute,
          );
        for (const group of ['newCustomers', 'returningCustomers'] as const) {
          const delays = all
            .filter((order) => isReturning(order) === (group === 'returningCustomers'))
            .map(({ delay }) => delay);
          const found = value?.[group] ?? null;
          expect(found?.orders ?? 0).toBe(delays.length);
          if (found === null) continue;
          const paid = delays.filter((delay) => delay <= minutes).length;
          expect(found.curve).toEqual([{ minutes, orders: paid, share: paid / delays.length }]);
          // The shortest of the delays by which enough have paid.
          const enough = delays.filter(
            (bound) => delays.filter((delay) => delay <= bound).length * 100 >= percent * delays.length,
          );
          expect(found.quantiles).toEqual([{ percent, minutes: Math.min(...enough) }]);
        }
      },
    ),
  );
});
