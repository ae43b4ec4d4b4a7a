import type { OrderLog } from '../../log/index.js';
import { type Metric, type RatioBasis, ratioMetric } from '../basis/index.js';
import { returningCustomers } from '../returningCustomers/index.js';
import type { MergingOptions, PurchaseOptions } from '../window/index.js';

/**
 * The share of all customers who ever came back: returning customers / customers with a purchase, over the whole log and
 * without a window (历史重复购买率 of the trade's handbooks). It grows with the age of the shop, so compare a shop with
 * itself only; between periods compare `repurchaseRate`.
 *
 * The value is null when nobody has bought.
 *
 * @param options - `mergeSameDay` is true by default
 *
 * @throws {@link AftercareError} `not_one_of`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, historicalRepurchaseRate } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * historicalRepurchaseRate(log).value; // => null
 * for (const [index, customerId] of ['ann', 'bob', 'ann', 'eve', 'dan'].entries()) {
 *   const at = `2026-02-0${index + 1}T12:00:00Z`;
 *   log.append({ id: `o-${index}`, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * historicalRepurchaseRate(log).value; // => 0.25
 * ```
 */
export function historicalRepurchaseRate(
  log: OrderLog,
  options: Omit<PurchaseOptions, 'window'> & MergingOptions = {},
): Metric<number, RatioBasis> {
  const { value, basis } = returningCustomers(log, options);
  const { count, ...shared } = basis;
  return ratioMetric({ ...shared, metric: 'historicalRepurchaseRate' }, value, count);
}
