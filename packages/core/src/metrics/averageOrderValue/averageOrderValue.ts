import type { OrderLog } from '../../log/index.js';
import { type Metric, metricBasis, type RatioBasis, ratioMetric } from '../basis/index.js';
import { revenueOf } from '../spending/index.js';
import { type PurchaseOptions, purchaseSelection } from '../window/index.js';

/** The basis of a mean amount: `value` and `numerator` are in the minor unit of `currency`. */
export interface MeanAmountBasis extends RatioBasis {
  readonly currency: string;
}

/**
 * The average order value (笔单价): revenue by orders, in the minor unit of the log's currency, not rounded.
 *
 * The numerator is the sum of the totals of all orders that are purchases of the window, freight included, less all that
 * was refunded of them to date. The denominator is the number of these orders; two of one day are two. An order of which a
 * part was refunded counts as one order. For an amount to show, round once:
 * `multiplyMoney({ minor: basis.numerator, currency }, { numerator: 1, denominator: basis.denominator }, 'half_up')`.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`; `unsafe_amount` for a revenue beyond
 * 2^53 - 1 minor units
 *
 * @example
 * ```ts
 * import { averageOrderValue, createOrderLog, createShopCalendar } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const at = '2026-03-01T12:00:00Z';
 * for (const [index, minor] of [5000, 2500, 2501].entries()) {
 *   log.append({ id: `o-${index}`, customerId: 'ann', total: { minor, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const { value, basis } = averageOrderValue(log);
 * value; // => 3333.6666666666665
 * [basis.numerator, basis.denominator, basis.currency]; // => [10001, 3, 'EUR']
 * ```
 */
export function averageOrderValue(
  log: OrderLog,
  options: PurchaseOptions = {},
): Metric<number, MeanAmountBasis> {
  const selection = purchaseSelection(options);
  const { revenueMinor, orders } = revenueOf(log, selection);
  const basis = metricBasis('averageOrderValue', log, selection, false);
  return meanAmount(ratioMetric(basis, revenueMinor, orders), log.currency);
}

/** A mean whose numerator is money. */
export function meanAmount(
  { value, basis }: Metric<number, RatioBasis>,
  currency: string,
): Metric<number, MeanAmountBasis> {
  return { value, basis: { ...basis, currency } };
}
