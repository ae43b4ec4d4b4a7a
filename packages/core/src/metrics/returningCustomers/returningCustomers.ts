import type { OrderLog } from '../../log/index.js';
import { type CountBasis, type Metric, metricBasis } from '../basis/index.js';
import { customerTallies, LAST_DAY, PURCHASE_DAYS, PURCHASES } from '../tally/index.js';
import { type MergingOptions, type PurchaseOptions, purchaseSelection } from '../window/index.js';

/**
 * How many customers came back: customers with at least one purchase in the window and at least two up to its end, those
 * before the window included. Who bought first last year and again this year is a returning customer (回头客) of this year;
 * the trade's handbooks set no time limit between the two.
 *
 * `basis.count` is the number of customers with a purchase in the window, the value among them.
 *
 * @param options - `mergeSameDay` is true by default; without `window`, all purchases
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, returningCustomers } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const purchases = [['ann', '2025-11-08'], ['ann', '2026-02-01'], ['bob', '2026-02-03'], ['bob', '2026-02-03']] as const;
 * for (const [index, [customerId, day]] of purchases.entries()) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: `o-${index}`, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const window = { from: '2026-01-01', to: '2027-01-01' };
 * returningCustomers(log, { window }).value; // => 1
 * returningCustomers(log, { window, mergeSameDay: false }).value; // => 2
 * returningCustomers(log, { window }).basis.count; // => 2
 * ```
 */
export function returningCustomers(
  log: OrderLog,
  options: PurchaseOptions & MergingOptions = {},
): Metric<number, CountBasis> & { readonly value: number } {
  const { mergeSameDay = true } = options;
  const selection = purchaseSelection(options);
  const { from } = selection;
  // What came before the window makes a customer of the window a returning one.
  const tallies = customerTallies(log, { ...selection, from: purchaseSelection().from });
  const counted = mergeSameDay ? PURCHASE_DAYS : PURCHASES;
  let count = 0;
  let returning = 0;
  for (let own = 0; own < tallies.length; own += 4) {
    const purchases = tallies[own + counted] ?? 0;
    if (purchases === 0 || (tallies[own + LAST_DAY] ?? 0) < from) continue;
    count++;
    if (purchases >= 2) returning++;
  }
  const basis = metricBasis('returningCustomers', log, selection, mergeSameDay);
  return { value: returning, basis: { ...basis, count } };
}
