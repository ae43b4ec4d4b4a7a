import {
  type BgNbdParameters,
  createBgNbdModel,
  expectedPurchases,
  probabilityAlive,
} from '@aftercare/core/clv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { purchasesFromIntegral, purchasesFromSeries } from './purchasesIfCustomer.js';

/** Numbers of all sizes: as many between 0.001 and 0.01 as between 1 and 10. */
const between = (from: number, to: number) =>
  fc.double({ min: Math.log(from), max: Math.log(to), noNaN: true }).map(Math.exp);

const parameters: fc.Arbitrary<BgNbdParameters> = fc.record({
  r: between(1e-4, 1e4),
  alpha: between(1e-8, 1e8),
  a: between(1e-4, 1e3),
  b: between(1e-4, 1e6),
});
const history = fc
  .record({
    frequency: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 10_000 })),
    tenure: between(1e-3, 1e5),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ frequency, tenure, share }) => ({
    unit: 'weeks' as const,
    frequency,
    tenure,
    recency: frequency === 0 ? 0 : tenure * share,
  }));
const horizon = between(1e-6, 1e12);

describe('For all models and customers', () => {
  test('the probability to be alive is one, and falls with every week of silence', () => {
    fc.assert(
      fc.property(parameters, history, between(1e-3, 1e6), (chosen, customer, silence) => {
        const model = createBgNbdModel({ unit: 'weeks', parameters: chosen });
        const { value } = probabilityAlive(model, customer);
        const later = probabilityAlive(model, { ...customer, tenure: customer.tenure + silence });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(later.value).toBeLessThanOrEqual(value);
      }),
    );
  });

  test('expected purchases are finite, not below 0, and no fewer in a longer time', () => {
    fc.assert(
      fc.property(parameters, history, horizon, between(1, 1e6), (chosen, customer, weeks, factor) => {
        const model = createBgNbdModel({ unit: 'weeks', parameters: chosen });
        const { value } = expectedPurchases(model, customer, { weeks });
        const longer = expectedPurchases(model, customer, { weeks: weeks * factor });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(longer.value)).toBe(true);
        expect(longer.value).toBeGreaterThanOrEqual(value * (1 - 1e-11));
      }),
    );
  });

  test('expected purchases are no more than those of somebody who never leaves', () => {
    fc.assert(
      fc.property(parameters, history, horizon, (chosen, customer, weeks) => {
        const model = createBgNbdModel({ unit: 'weeks', parameters: chosen });
        const rate = (chosen.r + customer.frequency) / (chosen.alpha + customer.tenure);
        expect(expectedPurchases(model, customer, { weeks }).value).toBeLessThanOrEqual(
          rate * weeks * (1 + 1e-11),
        );
      }),
    );
  });

  test('the series gives what the integral gives, or no answer', () => {
    fc.assert(
      fc.property(parameters, history, horizon, (chosen, { frequency, tenure }, weeks) => {
        const elapsed = chosen.alpha + tenure;
        const series = purchasesFromSeries(chosen, frequency, elapsed, weeks);
        const integral = purchasesFromIntegral(chosen, frequency, elapsed, weeks);
        if (series !== undefined) expect(Math.abs(series - integral)).toBeLessThanOrEqual(1e-10 * integral);
      }),
    );
  });
});
