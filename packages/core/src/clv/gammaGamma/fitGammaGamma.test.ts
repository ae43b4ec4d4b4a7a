import {
  createGammaGammaModel,
  expectedAverageAmount,
  fitGammaGamma,
  type GammaGammaParameters,
  purchaseSummary,
} from '@aftercare/core/clv';
import { describe, expect, test } from 'vitest';
import { cdnowSummary } from '../../../test/cdnowSummary.js';
import { hasDatasets, NEEDS_DATASETS } from '../../../test/datasets.js';
import { simulatedLog } from '../../../test/simulatedPurchases.js';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

const summaryOf = (orders: readonly OrderSketch[]) =>
  purchaseSummary(sketchLog(orders), { calibrationEnd: '2026-12-31', unit: 'days' });

describe.skipIf(!hasDatasets)(`The amounts of CDNOW (${NEEDS_DATASETS})`, () => {
  const starts: readonly (readonly [string, Partial<GammaGammaParameters>])[] = [
    ['its own start', {}],
    ['customers who are all alike', { p: 0.01, q: 100, v: 10 }],
    ['purchases that are all alike', { p: 50, q: 0.01, v: 100 }],
    ['large amounts', { p: 3, q: 3, v: 30_000 }],
  ];

  test.each(starts)('of the sample have the greatest likelihood, found from %s', (_, start) => {
    const result = fitGammaGamma(cdnowSummary('sample'), { start });
    if (!result.ok) throw new Error(result.issues[0].message);
    const { parameters, currency, fit } = result.value;
    // Fader and Hardie (2013) print 6.25, 3.74 and 15.44 dollars; more digits from a maximisation by SciPy 1.17.
    expect(parameters.p).toBeCloseTo(6.249574, 4);
    expect(parameters.q).toBeCloseTo(3.744225, 4);
    expect(parameters.v / 100).toBeCloseTo(15.443518, 4);
    // That of amounts in dollars is -4055.9177; each of 946 densities is a hundredth of it in cents.
    expect(fit?.logLikelihood).toBeCloseTo(-4055.9176948 - 946 * Math.log(100), 6);
    expect([currency, fit?.customers, fit?.withoutAmount]).toEqual(['USD', 946, 0]);
    // numpy.corrcoef
    expect(fit?.frequencyAmountCorrelation).toBeCloseTo(0.11388792, 7);
  });
});

describe('A fit', () => {
  const usual = { customers: 3000, days: 365, r: 0.5, alpha: 30, a: 0.8, b: 2.5 };
  const amounts = { p: 6, q: 4, v: 1500 };

  test.each([1, 2, 3])('finds the parameters that amounts were made with (seed %d)', (seed) => {
    const log = simulatedLog({ ...usual, amounts, seed });
    const result = fitGammaGamma(purchaseSummary(log, { calibrationEnd: '2026-12-31', unit: 'days' }));
    if (!result.ok) throw new Error(result.issues[0].message);
    const { parameters, fit } = result.value;
    for (const name of ['p', 'q', 'v'] as const) {
      const error = fit?.standardErrors[name] ?? Number.NaN;
      expect(Math.abs(parameters[name] - amounts[name]) / error).toBeLessThan(3);
    }
    expect(Math.abs(fit?.frequencyAmountCorrelation ?? 1)).toBeLessThan(0.05);
  });

  test('of amounts without an upper end has no expected amount', () => {
    const log = simulatedLog({ ...usual, amounts: { p: 2, q: 0.6, v: 100 }, seed: 1 });
    const result = fitGammaGamma(purchaseSummary(log, { calibrationEnd: '2026-12-31', unit: 'days' }));
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['mean_amount_unbounded']);
  });

  test('leaves out customers whose repeat purchases brought nothing, and counts them', () => {
    const log = simulatedLog({ ...usual, amounts, seed: 1 });
    const at = (day: string) => `2026-${day}T12:00:00Z`;
    for (const day of ['01-01', '02-01']) {
      const total = { minor: day === '01-01' ? 1000 : 0, currency: 'EUR' };
      log.append({ id: `free ${day}`, customerId: 'free', total, placedAt: at(day), paidAt: at(day) });
    }
    const result = fitGammaGamma(purchaseSummary(log, { calibrationEnd: '2026-12-31', unit: 'days' }));
    expect(result.ok && result.value.fit?.withoutAmount).toBe(1);
  });

  test.each([
    ['nobody came back', [{ customerId: 'ann', day: '2026-01-01' }], 1],
    ['there is nobody', [], 0],
    [
      'repeat purchases brought nothing',
      ['2026-01-01', '2026-02-01'].map((day) => ({ customerId: 'ann', day, minor: 0 })),
      1,
    ],
  ])('is not made where %s', (_, orders, customers) => {
    const result = fitGammaGamma(summaryOf(orders));
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'no_repeat_purchases', details: { customers } },
    ]);
  });

  test('is not made where all amounts are alike', () => {
    const orders = ['ann', 'bob', 'cid', 'dan'].flatMap((customerId) =>
      ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => ({ customerId, day })),
    );
    const result = fitGammaGamma(summaryOf(orders));
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['parameters_not_identified']);
  });
});

describe('The expected amount', () => {
  const model = createGammaGammaModel({ currency: 'USD', parameters: { p: 6.25, q: 3.74, v: 1544 } });

  test.each([
    // p (v + x m) / (p x + q - 1), worked with mpmath
    [0, null, 3521.897810218978],
    [1, 5000, 4549.499443826474],
    [10, 5000, 4937.921520539547],
    [3, 0, 449.0460679385761],
  ])('after %d repeat purchases of %s is %d', (frequency, meanAmountMinor, expected) => {
    expect(expectedAverageAmount(model, { frequency, meanAmountMinor }).value).toBeCloseTo(expected, 9);
  });

  test('of all customers stands in a column', () => {
    const summary = summaryOf([
      { customerId: 'ann', day: '2026-01-01' },
      { customerId: 'bob', day: '2026-01-01' },
      { customerId: 'bob', day: '2026-02-01', minor: 5000 },
    ]);
    const { value, basis } = expectedAverageAmount(model, summary);
    expect(value?.of('ann')?.value).toBeCloseTo(3521.8978, 4);
    expect(value?.of('bob')?.value).toBeCloseTo(4549.4994, 4);
    expect(basis).toEqual({ metric: 'expectedAverageAmount', amounts: model, histories: summary.basis });
  });

  test.each([
    [{ p: 0 }, 'p'],
    [{ q: 1 }, 'q'],
    [{ v: Number.NaN }, 'v'],
  ])('needs a model without %j', (change, name) => {
    const parameters = { ...model.parameters, ...change };
    const expected = expect.objectContaining({ code: 'out_of_range', path: ['parameters', name] });
    expect(() => createGammaGammaModel({ currency: 'USD', parameters })).toThrow(expected);
    expect(() =>
      expectedAverageAmount({ ...model, parameters }, { frequency: 0, meanAmountMinor: null }),
    ).toThrow(expected);
  });

  test('needs an amount of 0 or more', () => {
    expect(() => expectedAverageAmount(model, { frequency: 1, meanAmountMinor: -1 })).toThrow(
      expect.objectContaining({ code: 'out_of_range', path: ['meanAmountMinor'] }),
    );
  });
});
