import type { OrderLog } from '../../log/index.js';
import { type Metric, metricBasis, type RatioBasis, ratioMetric } from '../basis/index.js';
import { customerTallies, PURCHASE_DAYS, PURCHASES } from '../tally/index.js';
import {
  type MergingOptions,
  mustBeOneOf,
  type PurchaseOptions,
  purchaseSelection,
} from '../window/index.js';

/** Options of {@link repurchaseRate}. */
export interface RepurchaseRateOptions extends PurchaseOptions, MergingOptions {
  /** Absent: `customers`. */
  readonly by?: 'customers' | 'orders';
}

/** The basis of {@link repurchaseRate}: rates by customers and by orders are two figures that share a name. */
export interface RepurchaseRateBasis extends RatioBasis {
  readonly by: 'customers' | 'orders';
}

/**
 * The share of repeat buying in a window (重复购买率). The trade's handbooks use the name for two figures:
 *
 * - by customers: customers with at least two purchases in the window / customers with at least one. Of 10,000 buyers of a
 *   year, 3,500 bought more than once: 35 %. A day's orders are one purchase by default.
 * - by orders: purchases beyond each customer's first in the window / purchases in the window. Of 10,000 orders, 3,500
 *   customers placed a second one and 500 of these a third: (3,500 + 500) / 10,000 = 40 %. A day's orders are not merged
 *   by default.
 *
 * Prefer the rate by customers: a few heavy buyers, resellers or fake orders lift the one by orders without any other
 * customer having come back.
 *
 * The value is null when nobody bought in the window.
 *
 * @param options - `mergeSameDay` is true by default for the rate by customers, false for the rate by orders
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, repurchaseRate } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const purchases = [['ann', '2026-02-01'], ['ann', '2026-03-01'], ['ann', '2026-04-01'], ['bob', '2026-02-03']] as const;
 * for (const [index, [customerId, day]] of purchases.entries()) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: `o-${index}`, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const byCustomers = repurchaseRate(log, { window: { from: '2026-01-01', to: '2027-01-01' } });
 * byCustomers.value; // => 0.5
 * [byCustomers.basis.numerator, byCustomers.basis.denominator]; // => [1, 2]
 * repurchaseRate(log, { by: 'orders' }).value; // => 0.5
 * repurchaseRate(log, { window: { from: '2020-01-01', to: '2021-01-01' } }).value; // => null
 * ```
 */
export function repurchaseRate(
  log: OrderLog,
  options: RepurchaseRateOptions = {},
): Metric<number, RepurchaseRateBasis> {
  const { by = 'customers' } = options;
  mustBeOneOf('by', by, ['customers', 'orders']);
  const { mergeSameDay = by === 'customers' } = options;
  const selection = purchaseSelection(options);
  const tallies = customerTallies(log, selection);
  const counted = mergeSameDay ? PURCHASE_DAYS : PURCHASES;
  let customers = 0;
  let repeatCustomers = 0;
  let purchases = 0;
  for (let own = 0; own < tallies.length; own += 4) {
    const ofCustomer = tallies[own + counted] ?? 0;
    purchases += ofCustomer;
    if (ofCustomer >= 1) customers++;
    if (ofCustomer >= 2) repeatCustomers++;
  }
  const basis = metricBasis('repurchaseRate', log, selection, mergeSameDay);
  const { value, basis: ratioBasis } =
    by === 'customers'
      ? ratioMetric(basis, repeatCustomers, customers)
      : ratioMetric(basis, purchases - customers, purchases);
  return { value, basis: { ...ratioBasis, by } };
}
