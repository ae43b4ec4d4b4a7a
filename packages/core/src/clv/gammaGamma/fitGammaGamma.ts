import { type CoreResult, coreIssues } from '../../issues/index.js';
import { type FitOptions, fitParameters } from '../modelFit/index.js';
import type { PurchaseSummary, SummarisedPurchases } from '../purchaseSummary/index.js';
import { type GammaGammaData, gammaGammaLikelihood } from './gammaGammaLikelihood.js';
import type { GammaGammaModel, GammaGammaParameters } from './gammaGammaModel.js';

const PARAMETERS = ['p', 'q', 'v'] as const;
const PENALISED = new Set<keyof GammaGammaParameters>(['p', 'q']);

/**
 * Fits the Gamma-Gamma model to the customers of a summary who have repeat purchases, by maximum likelihood: what a
 * purchase brings on average, how customers differ in that, and how much a customer's own purchases differ.
 *
 * Data that do not tell the parameters make no model, but issues:
 * - `no_repeat_purchases`: nobody has a repeat purchase that brought money;
 * - `parameters_not_identified`: the likelihood hardly depends on the parameters named, as when all amounts are alike;
 * - `mean_amount_unbounded`: amounts differ so much that a new customer has no expected amount;
 * - `fit_not_converged`: the search gave up.
 *
 * @throws `AftercareError` `out_of_range` for a penalty below 0 or a start that is not above 0
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar } from '@aftercare/core';
 * import { fitGammaGamma, purchaseSummary } from '@aftercare/core/clv';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * // Everybody comes back once and pays 9.90: nothing tells how customers would differ.
 * for (const day of ['2026-01-10', '2026-02-10']) {
 *   for (const customerId of ['ann', 'bob', 'eve']) {
 *     const order = { customerId, total: { minor: 990, currency: 'EUR' }, placedAt: `${day}T12:00:00Z` };
 *     log.append({ ...order, id: `${customerId} ${day}`, paidAt: order.placedAt });
 *   }
 * }
 * const result = fitGammaGamma(purchaseSummary(log, { calibrationEnd: '2026-03-31', unit: 'days' }));
 * result.ok ? [] : result.issues.map(({ code }) => code); // => ['parameters_not_identified']
 * ```
 */
export function fitGammaGamma(
  { value: histories, basis }: SummarisedPurchases,
  options: FitOptions<keyof GammaGammaParameters> = {},
): CoreResult<GammaGammaModel> {
  const data = histories === null ? undefined : spendersOf(histories);
  if (data === undefined || data.count === 0) {
    const details = { customers: basis.count };
    return { ok: false, issues: [coreIssues.create('no_repeat_purchases', [], details)] };
  }
  const result = fitParameters(
    {
      model: 'Gamma-Gamma',
      parameters: PARAMETERS,
      penalised: PENALISED,
      start: { p: 1, q: 2, v: meanOf(data.meanAmountMinor) },
      customers: data.count,
      calibration: basis,
      shapeAt: gammaGammaLikelihood(data),
    },
    options,
  );
  if (!result.ok) return result;
  const { parameters, fit } = result.value;
  if (parameters.q <= 1) {
    return { ok: false, issues: [coreIssues.create('mean_amount_unbounded', [], { q: parameters.q })] };
  }
  const ofAmounts = {
    withoutAmount: basis.returningCustomers - data.count,
    frequencyAmountCorrelation: correlationOf(data.frequency, data.meanAmountMinor),
  };
  return { ok: true, value: { currency: basis.currency, parameters, fit: { ...fit, ...ofAmounts } } };
}

/** The customers with repeat purchases that brought something. */
function spendersOf({ count, frequency, meanAmountMinor }: PurchaseSummary): GammaGammaData {
  const frequencies = new Float64Array(count);
  const amounts = new Float64Array(count);
  let spenders = 0;
  for (let place = 0; place < count; place++) {
    const amount = meanAmountMinor[place] ?? 0;
    if (amount <= 0) continue;
    frequencies[spenders] = frequency[place] ?? 0;
    amounts[spenders] = amount;
    spenders++;
  }
  return {
    count: spenders,
    frequency: frequencies.subarray(0, spenders),
    meanAmountMinor: amounts.subarray(0, spenders),
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlationOf(first: Float64Array, second: Float64Array): number | null {
  const [firstMean, secondMean] = [meanOf(first), meanOf(second)];
  let [product, firstSquare, secondSquare] = [0, 0, 0];
  for (const [index, value] of first.entries()) {
    const fromFirst = value - firstMean;
    const fromSecond = (second[index] ?? 0) - secondMean;
    product += fromFirst * fromSecond;
    firstSquare += fromFirst ** 2;
    secondSquare += fromSecond ** 2;
  }
  return firstSquare === 0 || secondSquare === 0 ? null : product / Math.sqrt(firstSquare * secondSquare);
}
