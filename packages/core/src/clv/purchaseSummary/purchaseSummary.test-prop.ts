import { purchaseSummary } from '@aftercare/core/clv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySketches, dayAfterNewYear, fillings, isPurchase } from '../../../test/arbitrarySketches.js';
import type { OrderSketch } from '../../../test/sketchLog.js';

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The history of a customer from the definitions; `undefined` for one without a purchase. */
function naiveHistory(sketches: readonly OrderSketch[], customerId: string, end: string) {
  const own = sketches.filter(
    (sketch) => sketch.customerId === customerId && sketch.day <= end && isPurchase(sketch),
  );
  const days = [...new Set(own.map(({ day }) => day))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const repeat = own.filter(({ day }) => day !== first);
  const repeatMinor = repeat.reduce(
    (sum, { minor = 0, refundedMinor = 0 }) => sum + minor - refundedMinor,
    0,
  );
  return {
    frequency: days.length - 1,
    recency: daysBetween(first, last) / 7,
    tenure: daysBetween(first, end) / 7,
    meanAmountMinor: days.length === 1 ? null : repeatMinor / (days.length - 1),
  };
}

test('A summary agrees with its definitions, in rows and in columns, however the log was filled', () => {
  fc.assert(
    fc.property(arbitrarySketches, fc.integer({ min: -1, max: 401 }), (sketches, days) => {
      const calibrationEnd = dayAfterNewYear(days);
      for (const log of fillings(sketches)) {
        const { value, basis } = purchaseSummary(log, { calibrationEnd, unit: 'weeks' });
        const rows = [...(value ?? [])];
        for (const customerId of ['ann', 'bob', 'cid', 'dan', 'eve']) {
          const expected = naiveHistory(sketches, customerId, calibrationEnd);
          const row = rows.find((each) => each.customerId === customerId);
          expect(row).toEqual(
            expected === undefined ? undefined : { customerId, unit: 'weeks', ...expected },
          );
          expect(value?.of(customerId)).toEqual(row);
        }
        expect(basis.count).toBe(rows.length);
        expect(basis.returningCustomers).toBe(rows.filter(({ frequency }) => frequency > 0).length);
        const columns = rows.map((_, place) => ({
          frequency: value?.frequency[place],
          recency: value?.recency[place],
          tenure: value?.tenure[place],
          meanAmountMinor: value?.meanAmountMinor[place],
        }));
        expect(columns).toEqual(
          rows.map(({ frequency, recency, tenure, meanAmountMinor }) => ({
            frequency,
            recency,
            tenure,
            meanAmountMinor: meanAmountMinor ?? 0,
          })),
        );
      }
    }),
  );
});
