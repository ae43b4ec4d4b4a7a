import {
  createBgNbdModel,
  createGammaGammaModel,
  customerLifetimeValue,
  expectedAverageAmount,
  expectedPurchases,
  purchaseSummary,
  type SpendingHistory,
  type TimeSpan,
} from '@aftercare/core/clv';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const purchases = createBgNbdModel({ unit: 'weeks', parameters: published });
const amounts = createGammaGammaModel({ currency: 'USD', parameters: { p: 6.25, q: 3.74, v: 1544 } });
const models = { purchases, amounts };
const customer: SpendingHistory = {
  unit: 'weeks',
  frequency: 2,
  recency: 30.43,
  tenure: 38.86,
  meanAmountMinor: 2235,
};
const newcomer: SpendingHistory = {
  unit: 'weeks',
  frequency: 0,
  recency: 0,
  tenure: 0,
  meanAmountMinor: null,
};
const daily = (parameters: typeof published) => createBgNbdModel({ unit: 'days', parameters });

describe('The value of a customer', () => {
  test.each<[string, typeof purchases, SpendingHistory, TimeSpan, number, number]>([
    // Integrals of mpmath 1.3.0 at 30 digits, with the hypergeometric form of the expected purchases
    ['a year, not discounted', purchases, customer, { weeks: 52 }, 0, 3844.384403659193],
    ['a year at 10 %', purchases, customer, { weeks: 52 }, 0.1, 3679.815004735991],
    ['ten years at 15 %', purchases, customer, { weeks: 520 }, 0.15, 11517.788884631413],
    ['ten years at 1000 %', purchases, customer, { weeks: 520 }, 10, 1687.2235744730049],
    ['a newcomer in three years', purchases, newcomer, { weeks: 156 }, 0.1, 8764.87639311507],
    [
      'a newcomer where most buy every day and few at all',
      daily({ r: 0.25, alpha: 1e-6, a: 0.8, b: 2.5 }),
      { ...newcomer, unit: 'days' },
      { days: 3650 },
      0.1,
      1339692.924889197,
    ],
    [
      'a frequent buyer in five years',
      daily({ r: 0.9, alpha: 40, a: 0.6, b: 6 }),
      { unit: 'days', frequency: 250, recency: 700, tenure: 705, meanAmountMinor: 1999 },
      { days: 1825 },
      0.25,
      513874.6818729161,
    ],
  ])('%s', (_, model, history, horizon, discountRatePerYear, expected) => {
    const { value } = customerLifetimeValue({ purchases: model, amounts }, history, {
      horizon,
      discountRatePerYear,
    });
    expect(Math.abs(value - expected) / expected).toBeLessThan(1e-8);
  });

  test('without a discount is purchases times amount', () => {
    const horizon = { days: 90 };
    const { value } = customerLifetimeValue(models, customer, { horizon, discountRatePerYear: 0 });
    const expected =
      expectedPurchases(purchases, customer, horizon).value * expectedAverageAmount(amounts, customer).value;
    expect(value).toBeCloseTo(expected, 9);
  });

  test('of no time is nothing', () => {
    const options = { horizon: { weeks: 0 }, discountRatePerYear: 0.1 };
    expect(customerLifetimeValue(models, customer, options).value).toBe(0);
  });

  test('is told with what it rests on', () => {
    const options = { horizon: { weeks: 52 }, discountRatePerYear: 0.1 };
    expect(customerLifetimeValue(models, customer, options).basis).toEqual({
      metric: 'customerLifetimeValue',
      purchases,
      amounts,
      ...options,
      histories: null,
    });
  });

  test('of all customers stands in a column, each as alone', () => {
    const summary = purchaseSummary(
      sketchLog([
        { customerId: 'ann', day: '2026-01-01' },
        { customerId: 'bob', day: '2026-01-01' },
        { customerId: 'bob', day: '2026-02-01', minor: 5000 },
      ]),
      { calibrationEnd: '2026-06-30', unit: 'days' },
    );
    const options = { horizon: { weeks: 52 }, discountRatePerYear: 0.1 };
    const { value, basis } = customerLifetimeValue(models, summary, options);
    for (const row of summary.value ?? []) {
      expect(value?.of(row.customerId)?.value).toBe(customerLifetimeValue(models, row, options).value);
    }
    expect(value?.values).toHaveLength(2);
    expect(basis.histories).toBe(summary.basis);
  });

  test('of nobody is null', () => {
    const summary = purchaseSummary(sketchLog([]), { calibrationEnd: '2026-06-30', unit: 'weeks' });
    const options = { horizon: { weeks: 52 }, discountRatePerYear: 0.1 };
    expect(customerLifetimeValue(models, summary, options).value).toBeNull();
  });

  test.each([
    [{ discountRatePerYear: -0.1 }, 'out_of_range', ['discountRatePerYear']],
    [{ discountRatePerYear: Number.NaN }, 'out_of_range', ['discountRatePerYear']],
    [{ horizon: { weeks: -1 } }, 'out_of_range', ['horizon', 'weeks']],
  ])('is refused with %j', (change, code, path) => {
    const options = { horizon: { weeks: 52 }, discountRatePerYear: 0.1, ...change };
    expect(() => customerLifetimeValue(models, customer, options)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
