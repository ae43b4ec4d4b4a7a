import type { OrderLog } from '../../log/index.js';
import { type MeanAmountBasis, meanAmount } from '../averageOrderValue/averageOrderValue.js';
import { type Metric, metricBasis, ratioMetric } from '../basis/index.js';
import { buyersOf } from '../buyers/buyers.js';
import { revenueOf } from '../spending/index.js';
import { type PurchaseOptions, purchaseSelection } from '../window/index.js';

/**
 * The revenue per buyer (客单价): revenue by distinct customers, in the minor unit of the log's currency, not rounded.
 *
 * The numerator is that of {@link averageOrderValue}: the sum of the totals of all orders that are purchases of the window,
 * less all that was refunded of them to date. The denominator is the number of customers who have one of these orders. It
 * grows with the length of the window, since customers come back: compare windows of one length.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`; `unsafe_amount` for a revenue beyond
 * 2^53 - 1 minor units
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, revenuePerBuyer } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const at = '2026-03-01T12:00:00Z';
 * for (const [index, customerId] of ['ann', 'ann', 'bob'].entries()) {
 *   log.append({ id: `o-${index}`, customerId, total: { minor: 5000, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const { value, basis } = revenuePerBuyer(log);
 * [value, basis.numerator, basis.denominator]; // => [7500, 15000, 2]
 * ```
 */
export function revenuePerBuyer(
  log: OrderLog,
  options: PurchaseOptions = {},
): Metric<number, MeanAmountBasis> {
  const selection = purchaseSelection(options);
  const { revenueMinor } = revenueOf(log, selection);
  const { count } = buyersOf(log, selection);
  const basis = metricBasis('revenuePerBuyer', log, selection, null);
  return meanAmount(ratioMetric(basis, revenueMinor, count), log.currency);
}
