import { type CustomerColumn, type Forecast, forecast } from '../forecast/index.js';
import type { PurchaseHistory, SummarisedPurchases } from '../purchaseSummary/index.js';
import { aliveProbability } from './aliveProbability.js';
import { type BgNbdModel, requireBgNbd } from './bgNbdModel.js';

/**
 * The probability that a customer, of whom one only sees purchases, is still one: highest on the day of a purchase, falling
 * with the silence since, and the faster the more often they used to buy. For one customer, or for all of a summary.
 *
 * For a customer without a repeat purchase it is 1, however long that is ago: the model has customers leave after a repeat
 * purchase only. Look at `expectedPurchases` for them, which falls with every week of silence.
 *
 * @throws `AftercareError` `out_of_range` and `not_one_of` for a model or a history that cannot be
 *
 * @example
 * ```ts
 * import { createBgNbdModel, probabilityAlive } from '@aftercare/core/clv';
 *
 * const model = createBgNbdModel({ unit: 'weeks', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } });
 * const regular = { unit: 'weeks' as const, frequency: 10, recency: 30, tenure: 31 };
 * probabilityAlive(model, regular).value.toFixed(2); // => '0.91'
 * // The same customer nine weeks later
 * probabilityAlive(model, { ...regular, tenure: 40 }).value.toFixed(2); // => '0.51'
 * ```
 */
export function probabilityAlive(model: BgNbdModel, history: PurchaseHistory): Forecast<number>;
export function probabilityAlive(
  model: BgNbdModel,
  summary: SummarisedPurchases,
): Forecast<CustomerColumn | null>;
export function probabilityAlive(
  model: BgNbdModel,
  customers: PurchaseHistory | SummarisedPurchases,
): Forecast<number | CustomerColumn | null> {
  requireBgNbd(model);
  return forecast(
    customers,
    model.unit,
    { metric: 'probabilityAlive', purchases: model },
    (frequency, recency, tenure) => aliveProbability(model.parameters, frequency, recency, tenure),
  );
}
