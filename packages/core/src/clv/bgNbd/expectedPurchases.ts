import { type CustomerColumn, type Forecast, forecast } from '../forecast/index.js';
import type { PurchaseHistory, SummarisedPurchases } from '../purchaseSummary/index.js';
import { DAYS_OF_UNIT, daysOfSpan, type TimeSpan } from '../timeSpan/index.js';
import { aliveProbability } from './aliveProbability.js';
import { type BgNbdModel, requireBgNbd } from './bgNbdModel.js';
import { purchasesIfCustomer } from './purchasesIfCustomer.js';

/**
 * How many purchases to expect of a customer within the horizon after the end of observation, the chance that they have
 * left included. For one customer, or for all of a summary. Of a history with a tenure of 0 it is what to expect of a new
 * customer after their first purchase.
 *
 * It is 0 at a horizon of 0, grows with the horizon, and is finite for every horizon; twelve digits are right.
 *
 * @throws `AftercareError` `out_of_range` and `not_one_of` for a model, a history or a horizon that cannot be
 *
 * @example
 * ```ts
 * import { createBgNbdModel, expectedPurchases } from '@aftercare/core/clv';
 *
 * const model = createBgNbdModel({ unit: 'weeks', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } });
 * const customer = { unit: 'weeks' as const, frequency: 2, recency: 30.43, tenure: 38.86 };
 * expectedPurchases(model, customer, { weeks: 39 }).value.toFixed(3); // => '1.226'
 * expectedPurchases(model, customer, { days: 90 }).value.toFixed(3); // => '0.453'
 * ```
 */
export function expectedPurchases(
  model: BgNbdModel,
  history: PurchaseHistory,
  horizon: TimeSpan,
): Forecast<number>;
export function expectedPurchases(
  model: BgNbdModel,
  summary: SummarisedPurchases,
  horizon: TimeSpan,
): Forecast<CustomerColumn | null>;
export function expectedPurchases(
  model: BgNbdModel,
  customers: PurchaseHistory | SummarisedPurchases,
  horizon: TimeSpan,
): Forecast<number | CustomerColumn | null> {
  requireBgNbd(model);
  const { parameters, unit } = model;
  const time = daysOfSpan(horizon, 'horizon') / DAYS_OF_UNIT[unit];
  return forecast(
    customers,
    unit,
    { metric: 'expectedPurchases', purchases: model, horizon },
    (frequency, recency, tenure) =>
      aliveProbability(parameters, frequency, recency, tenure) *
      purchasesIfCustomer(parameters, frequency, parameters.alpha + tenure, time),
  );
}
