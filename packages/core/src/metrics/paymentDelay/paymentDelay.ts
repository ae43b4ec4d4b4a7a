import { AftercareError, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import { NO_DAY, type OrderLog, orderStatusBits } from '../../log/index.js';
import type { EpochMillis } from '../../time/index.js';
import { requireInteger } from '../../time/requireInteger.js';
import { type CountBasis, type Metric, metricBasis } from '../basis/index.js';
import { type PurchaseOptions, type PurchaseSelection, purchaseSelection } from '../window/index.js';
import { delayDistribution, type PaymentDelays } from './delayDistribution.js';

/** Where {@link paymentDelay} reads the distribution. */
export interface PaymentDelayOptions extends PurchaseOptions {
  /** The quantiles asked for, in percent: integers from 1 to 100. Absent: 10, 25, 50, 75, 90, 95, 99. */
  readonly quantilePercents?: readonly number[];
  /** The points of the payment curve, in minutes after placing: 0 or more. Absent: 1 minute to 3 days. */
  readonly curveMinutes?: readonly number[];
}

/** Payment delays of customers who buy for the first time, and of those who have bought before; null: there are none. */
export interface PaymentDelaysByCustomer {
  /** Orders placed by customers who had paid for none yet. */
  readonly newCustomers: PaymentDelays | null;
  /** Orders placed by customers who had paid for one before. */
  readonly returningCustomers: PaymentDelays | null;
}

/** What {@link paymentDelay} rests on; `count` is the number of orders measured. */
export interface PaymentDelayBasis extends CountBasis {
  /** Purchases of the window that were not measured, since the customer did not choose when to pay. */
  readonly leftOut: { readonly cashOnDelivery: number; readonly deposit: number };
}

const QUANTILE_PERCENTS = [10, 25, 50, 75, 90, 95, 99];
const CURVE_MINUTES = [1, 5, 10, 15, 30, 60, 120, 360, 720, 1440, 2880, 4320];
const MILLISECONDS_A_MINUTE = 60_000;

/**
 * How long customers take from placing an order to paying it: quantiles, and the natural payment curve, the share of those
 * who pay in the end who have paid after t minutes. It tells when a payment reminder (催付) is worth sending: not while most
 * would still pay by themselves. Customers who buy for the first time hesitate for other reasons than those who come back,
 * hence the two groups.
 *
 * Measured are orders paid in the window, whenever they were placed; the denominator of every share is the number of these
 * orders in the group. Orders that were never paid are in none of the figures, so a share of 0.9 after an hour says that
 * of ten who pay nine have paid by then, not that nine of ten pay. Orders with a deposit and orders paid on delivery are
 * left out, and `basis.leftOut` counts them. A quantile is the shortest delay measured by which at least so many percent
 * had paid; a delay of exactly t is within t.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`; `not_multiple_of` or `out_of_range` for a
 * percentage or a number of minutes
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, paymentDelay } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * for (const [customerId, minute] of [['ann', '02'], ['bob', '04'], ['eve', '30'], ['dan', '50']] as const) {
 *   log.append({
 *     id: `o-${customerId}`,
 *     customerId,
 *     total: { minor: 990, currency: 'EUR' },
 *     placedAt: '2026-03-01T12:00:00Z',
 *     paidAt: `2026-03-01T12:${minute}:00Z`,
 *   });
 * }
 * const { value } = paymentDelay(log, { quantilePercents: [50], curveMinutes: [5] });
 * value?.newCustomers?.quantiles; // => [{ percent: 50, minutes: 4 }]
 * value?.newCustomers?.curve; // => [{ minutes: 5, orders: 2, share: 0.5 }]
 * value?.returningCustomers; // => null
 * ```
 */
export function paymentDelay(
  log: OrderLog,
  options: PaymentDelayOptions = {},
): Metric<PaymentDelaysByCustomer, PaymentDelayBasis> {
  const { quantilePercents = QUANTILE_PERCENTS, curveMinutes = CURVE_MINUTES } = options;
  for (const percent of quantilePercents) requireInteger(percent, 'quantilePercents', 1, 100);
  for (const minutes of curveMinutes) requireMinutes(minutes);
  const selection = purchaseSelection(options);
  const { ofNew, ofReturning, leftOut } = measureDelays(log, selection);
  const count = ofNew.length + ofReturning.length;
  const value = {
    newCustomers: delayDistribution(ofNew, quantilePercents, curveMinutes),
    returningCustomers: delayDistribution(ofReturning, quantilePercents, curveMinutes),
  };
  const basis = { ...metricBasis('paymentDelay', log, selection, false), count, leftOut };
  return { value: count === 0 ? null : value, basis };
}

/** All delays in minutes, of the first purchases of customers and of the others. */
function measureDelays(log: OrderLog, selection: PurchaseSelection) {
  const { count, customer, placedAt, purchasedAt, purchaseDay, status } = log.columns;
  const firstPurchasedAt = firstPurchases(log, selection);
  const ofNew: number[] = [];
  const ofReturning: number[] = [];
  const leftOut = { cashOnDelivery: 0, deposit: 0 };
  for (let row = 0; row < count; row++) {
    const day = purchaseDay[row] ?? NO_DAY;
    const bits = status[row] ?? 0;
    if (day < selection.from || day >= selection.to || (bits & selection.rejectedStatus) !== 0) continue;
    if ((bits & orderStatusBits.cash_on_delivery) !== 0) leftOut.cashOnDelivery++;
    else if ((bits & orderStatusBits.deposit) !== 0) leftOut.deposit++;
    else {
      const placed = placedAt[row] ?? 0;
      const hadPaidBefore = (firstPurchasedAt[customer[row] ?? 0] ?? 0) < placed;
      (hadPaidBefore ? ofReturning : ofNew).push(((purchasedAt[row] ?? 0) - placed) / MILLISECONDS_A_MINUTE);
    }
  }
  return { ofNew, ofReturning, leftOut };
}

/** When each customer paid for the first time, by customer number: within the window or before it. */
function firstPurchases(log: OrderLog, { to, rejectedStatus }: PurchaseSelection): Float64Array {
  const { count, customer, customerNumbers, purchasedAt, purchaseDay, status } = log.columns;
  const first: Float64Array = new Float64Array(customerNumbers).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < count; row++) {
    if ((purchaseDay[row] ?? NO_DAY) >= to || ((status[row] ?? 0) & rejectedStatus) !== 0) continue;
    const number = customer[row] ?? 0;
    const at: EpochMillis = purchasedAt[row] ?? 0;
    if (at < (first[number] ?? 0)) first[number] = at;
  }
  return first;
}

function requireMinutes(minutes: number): void {
  if (Number.isFinite(minutes) && minutes >= 0) return;
  const details = { measure: 'value' as const, received: showValue(minutes), minimum: 0, inclusive: true };
  throw new AftercareError([coreIssues.create('out_of_range', ['curveMinutes'], details)]);
}
