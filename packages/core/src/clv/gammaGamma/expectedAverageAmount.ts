import { type CustomerColumn, type Forecast, forecast } from '../forecast/index.js';
import type { SpendingHistory, SummarisedPurchases } from '../purchaseSummary/index.js';
import { type GammaGammaModel, type GammaGammaParameters, requireGammaGamma } from './gammaGammaModel.js';

/**
 * What a customer's purchases will bring on average, in the minor unit, not rounded: the customer's own mean, drawn towards
 * that of all customers as long as there are few purchases to go by. For one customer, or for all of a summary. Of a
 * customer without a repeat purchase it is the mean of all.
 *
 * @throws `AftercareError` `out_of_range` for a model or a history that cannot be
 *
 * @example
 * ```ts
 * import { createGammaGammaModel, expectedAverageAmount } from '@aftercare/core/clv';
 *
 * const model = createGammaGammaModel({ currency: 'USD', parameters: { p: 6.25, q: 3.74, v: 1544 } });
 * const amountOf = (frequency: number) =>
 *   Math.round(expectedAverageAmount(model, { frequency, meanAmountMinor: 5000 }).value);
 * [amountOf(1), amountOf(10)]; // => [4549, 4938]
 * ```
 */
export function expectedAverageAmount(
  model: GammaGammaModel,
  history: Pick<SpendingHistory, 'frequency' | 'meanAmountMinor'>,
): Forecast<number>;
export function expectedAverageAmount(
  model: GammaGammaModel,
  summary: SummarisedPurchases,
): Forecast<CustomerColumn | null>;
export function expectedAverageAmount(
  model: GammaGammaModel,
  customers: Pick<SpendingHistory, 'frequency' | 'meanAmountMinor'> | SummarisedPurchases,
): Forecast<number | CustomerColumn | null> {
  requireGammaGamma(model);
  return forecast(
    'basis' in customers ? customers : { ...TIMELESS, ...customers },
    TIMELESS.unit,
    { metric: 'expectedAverageAmount', amounts: model },
    (frequency, _recency, _tenure, meanAmountMinor) =>
      averageAmount(model.parameters, frequency, meanAmountMinor),
  );
}

/** Amounts do not depend on time. */
const TIMELESS = { unit: 'days', recency: 0, tenure: 0 } as const;

/** The mean p v / (q-1) of all customers and the customer's own, weighted by what each is told by. */
export function averageAmount(
  { p, q, v }: GammaGammaParameters,
  frequency: number,
  meanAmountMinor: number,
): number {
  return (p * (v + frequency * meanAmountMinor)) / (p * frequency + q - 1);
}
