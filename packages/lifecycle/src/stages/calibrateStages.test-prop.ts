import { createOrderLog, createShopCalendar, dayOfNumber } from '@aftercare/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalibrateStagesOptions, calibrateStages, parseStagePolicy } from './index.js';

interface Purchase {
  readonly customerId: string;
  readonly dayNumber: number;
}

const purchases = fc.array(
  fc.record({
    customerId: fc.constantFrom('ann', 'bob', 'cid', 'dan'),
    dayNumber: fc.oneof(fc.integer({ min: 20_000, max: 20_006 }), fc.integer({ min: 20_000, max: 20_900 })),
  }),
  { maxLength: 40 },
);

const percents = fc
  .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 })
  .map((list) => list.toSorted((a, b) => a - b))
  .map(([slipping = 1, lapsing = 2, dormant = 3]) => ({ slipping, lapsing, dormant }));

const options = fc
  .record({ percents, followUpDays: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }) })
  .map(
    ({ percents, followUpDays }): CalibrateStagesOptions => ({
      percents,
      minimumGaps: 1,
      ...(followUpDays === undefined ? {} : { followUpDays }),
    }),
  );

function logOf(bought: readonly Purchase[]) {
  const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
  for (const { customerId, dayNumber } of bought) {
    const at = `${dayOfNumber(dayNumber)}T12:00:00Z`;
    const id = `${customerId}-${dayNumber}`;
    log.append({ id, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
  }
  return log;
}

/** The gaps in the plainest way. */
function gapsOf(bought: readonly Purchase[], followUpDays = Number.POSITIVE_INFINITY) {
  const end = Math.max(...bought.map(({ dayNumber }) => dayNumber)) + 1;
  return ['ann', 'bob', 'cid', 'dan']
    .flatMap((customer) => {
      const own = bought.filter(({ customerId }) => customerId === customer);
      const days = [...new Set(own.map(({ dayNumber }) => dayNumber))].sort((a, b) => a - b);
      const followed = (day: number) =>
        followUpDays === Number.POSITIVE_INFINITY || day + followUpDays <= end;
      return days.flatMap((day, index) => (followed(day) ? [(days[index + 1] ?? Infinity) - day] : []));
    })
    .filter((gap) => gap < followUpDays)
    .sort((a, b) => a - b);
}

describe('calibrated stages', () => {
  test('are always a valid policy, with at least the asked share of the gaps before each bound', () => {
    fc.assert(
      fc.property(purchases, options, (bought, chosen) => {
        const gaps = gapsOf(bought, chosen.followUpDays);
        const result = calibrateStages(logOf(bought), chosen);
        if (!result.ok) {
          expect(gaps).toEqual([]);
          return;
        }
        const { policy, basis } = result.value;
        expect(parseStagePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
        expect(basis.count).toBe(gaps.length);
        for (const { percent, gapDays, fromDay, gapsBefore } of Object.values(basis.bounds)) {
          expect(gapsBefore).toBe(gaps.filter((gap) => gap < fromDay).length);
          expect(gaps.filter((gap) => gap <= gapDays).length * 100).toBeGreaterThanOrEqual(
            percent * gaps.length,
          );
          expect(gaps.filter((gap) => gap < gapDays).length * 100).toBeLessThan(percent * gaps.length);
        }
      }),
    );
  });

  test('do not depend on the order in which the purchases came in', () => {
    fc.assert(
      fc.property(purchases, options, (bought, chosen) => {
        expect(calibrateStages(logOf(bought.toReversed()), chosen)).toEqual(
          calibrateStages(logOf(bought), chosen),
        );
      }),
    );
  });
});
