import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LiftGroup, measureLift } from './index.js';
import { normalQuantile, normalTail } from './normalDistribution.js';

const group: fc.Arbitrary<LiftGroup> = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((customers) =>
    fc.integer({ min: 0, max: customers }).map((converted) => ({ customers, converted })),
  );
const opposite = { raises: 'lowers', lowers: 'raises', no_evidence: 'no_evidence', too_small: 'too_small' };

describe('measuring a lift', () => {
  test('is symmetric: with the groups exchanged, the difference turns round and the verdict with it', () => {
    fc.assert(
      fc.property(group, group, (treated, holdout) => {
        const one = measureLift({ treated, holdout });
        const other = measureLift({ treated: holdout, holdout: treated });
        expect(other.verdict).toBe(opposite[one.verdict]);
        expect(other.value?.difference).toBeCloseTo(-(one.value?.difference ?? 0), 12);
        expect(other.value?.pValue ?? null).toEqual(one.value?.pValue ?? null);
        expect(other.value?.interval.from).toBeCloseTo(-(one.value?.interval.to ?? 0), 12);
        expect(other.value?.customersNeededPerGroup).toBe(one.value?.customersNeededPerGroup);
      }),
    );
  });

  test('gives an interval within [-1, 1] that holds the difference, and a p-value within [0, 1]', () => {
    fc.assert(
      fc.property(
        group,
        group,
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (treated, holdout, confidence) => {
          const { value } = measureLift({ treated, holdout }, { confidence });
          const { interval, difference, pValue } = value ?? expect.unreachable();
          expect(interval.from).toBeGreaterThanOrEqual(-1);
          expect(interval.to).toBeLessThanOrEqual(1);
          expect(interval.from).toBeLessThanOrEqual(difference + 1e-12);
          expect(interval.to).toBeGreaterThanOrEqual(difference - 1e-12);
          expect(pValue ?? 0).toBeGreaterThanOrEqual(0);
          expect(pValue ?? 0).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('is never less sure with ten times the customers at the same rates', () => {
    fc.assert(
      fc.property(group, group, (treated, holdout) => {
        const tenfold = ({ customers, converted }: LiftGroup) => ({
          customers: customers * 10,
          converted: converted * 10,
        });
        const small = measureLift({ treated, holdout }).value;
        const large = measureLift({ treated: tenfold(treated), holdout: tenfold(holdout) }).value;
        expect(large?.pValue ?? 1).toBeLessThanOrEqual((small?.pValue ?? 1) + 1e-12);
        const width = (lift: typeof small) => (lift?.interval.to ?? 0) - (lift?.interval.from ?? 0);
        expect(width(large)).toBeLessThan(width(small));
      }),
    );
  });
});

describe('the normal distribution', () => {
  test('falls, and its quantile undoes it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (tail) => {
        expect(normalTail(normalQuantile(tail)) / tail).toBeCloseTo(1, 9);
      }),
    );
  });
});
