import type { OrderLog } from '../../log/index.js';
import { type CountBasis, type Metric, metricBasis } from '../basis/index.js';
import { buyersOf } from '../buyers/buyers.js';
import { type PurchaseOptions, purchaseSelection } from '../window/index.js';

/**
 * How many customers bought for the first time in the window: their first purchase ever lies in it. Without a window, all
 * customers that ever bought. Orders that `exclude` or `refundedOrders` leaves out are no first purchase either.
 *
 * `basis.count` is the number of customers with a purchase in the window, the value among them; the others had bought
 * before. A log that begins with the window takes all its customers for new: give it the shop's history.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, newCustomers } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const purchases = [['ann', '2025-11-08'], ['ann', '2026-02-01'], ['bob', '2026-02-03']] as const;
 * for (const [index, [customerId, day]] of purchases.entries()) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: `o-${index}`, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const { value, basis } = newCustomers(log, { window: { from: '2026-01-01', to: '2027-01-01' } });
 * [value, basis.count]; // => [1, 2]
 * ```
 */
export function newCustomers(
  log: OrderLog,
  options: PurchaseOptions = {},
): Metric<number, CountBasis> & { readonly value: number } {
  const selection = purchaseSelection(options);
  const { from } = selection;
  // What came before the window tells whether a customer of the window is new.
  const buyers = buyersOf(log, {
    ...selection,
    from: purchaseSelection().from,
  });
  let count = 0;
  let value = 0;
  for (let customer = 0; customer < buyers.customerNumbers; customer++) {
    if (buyers.ordersOf(customer) === 0 || buyers.lastDayOf(customer) < from) continue;
    count++;
    if (buyers.firstDayOf(customer) >= from) value++;
  }
  return { value, basis: { ...metricBasis('newCustomers', log, selection, null), count } };
}
