import { requireBgNbd } from '../bgNbd/index.js';
import { type CustomerColumn, type Forecast, forecast } from '../forecast/index.js';
import { requireGammaGamma } from '../gammaGamma/index.js';
import type { SpendingHistory, SummarisedPurchases } from '../purchaseSummary/index.js';
import type { LifetimeValueOptions, ValueModels } from './lifetimeValueOptions.js';
import { lifetimeValuer } from './lifetimeValuer.js';

/**
 * What a customer will still bring within the horizon, in today's money, in the minor unit, not rounded: expected purchases
 * times the expected amount of one, each discounted from the day on which it is expected. It is revenue: multiply it by
 * your margin for profit. What the customer has brought already is not in it. For one customer, or for all of a summary.
 *
 * @throws `AftercareError` `out_of_range` and `not_one_of` for models, a history or options that cannot be
 *
 * @example
 * ```ts
 * import { createBgNbdModel, createGammaGammaModel, customerLifetimeValue } from '@aftercare/core/clv';
 *
 * const models = {
 *   purchases: createBgNbdModel({ unit: 'weeks', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } }),
 *   amounts: createGammaGammaModel({ currency: 'USD', parameters: { p: 6.25, q: 3.74, v: 1544 } }),
 * };
 * const customer = { unit: 'weeks' as const, frequency: 2, recency: 30.43, tenure: 38.86, meanAmountMinor: 2235 };
 * const worth = (discountRatePerYear: number) =>
 *   Math.round(customerLifetimeValue(models, customer, { horizon: { weeks: 52 }, discountRatePerYear }).value);
 * [worth(0), worth(0.1)]; // => [3844, 3680]
 * ```
 */
export function customerLifetimeValue(
  models: ValueModels,
  history: SpendingHistory,
  options: LifetimeValueOptions,
): Forecast<number>;
export function customerLifetimeValue(
  models: ValueModels,
  summary: SummarisedPurchases,
  options: LifetimeValueOptions,
): Forecast<CustomerColumn | null>;
export function customerLifetimeValue(
  { purchases, amounts }: ValueModels,
  customers: SpendingHistory | SummarisedPurchases,
  { horizon, discountRatePerYear }: LifetimeValueOptions,
): Forecast<number | CustomerColumn | null> {
  requireBgNbd(purchases);
  requireGammaGamma(amounts);
  return forecast(
    customers,
    purchases.unit,
    { metric: 'customerLifetimeValue', purchases, amounts, horizon, discountRatePerYear },
    lifetimeValuer({ purchases, amounts }, { horizon, discountRatePerYear }),
  );
}
