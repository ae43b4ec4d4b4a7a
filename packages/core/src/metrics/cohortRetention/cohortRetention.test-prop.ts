import { cohortRetention } from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySketches, fillings, isPurchase } from '../../../test/arbitrarySketches.js';
import type { OrderSketch } from '../../../test/sketchLog.js';

/** Customers of each cohort in each later month, as the definition says. */
function naiveCohorts(sketches: readonly OrderSketch[]): Record<string, Record<string, number>> {
  const months = new Map<string, Set<string>>();
  for (const { customerId, day } of sketches.filter((sketch) => isPurchase(sketch))) {
    months.set(customerId, (months.get(customerId) ?? new Set()).add(day.slice(0, 7)));
  }
  const cohorts: Record<string, Record<string, number>> = {};
  for (const own of months.values()) {
    const first = [...own].sort()[0] ?? '';
    const cohort = cohorts[first] ?? {};
    cohorts[first] = cohort;
    for (const month of own) cohort[month] = (cohort[month] ?? 0) + 1;
  }
  return cohorts;
}

test('cohortRetention agrees with its definition, however the log was filled', () => {
  fc.assert(
    fc.property(arbitrarySketches, (sketches) => {
      const expected = naiveCohorts(sketches);
      for (const log of fillings(sketches)) {
        const cohorts = cohortRetention(log).value ?? [];
        const found = cohorts.map(({ month, cells }) => [
          month,
          Object.fromEntries(
            cells.filter(({ customers }) => customers > 0).map((cell) => [cell.month, cell.customers]),
          ),
        ]);
        expect(Object.fromEntries(found)).toEqual(expected);
        expect(cohorts.map(({ month }) => month)).toEqual(Object.keys(expected).sort());
      }
    }),
  );
});
