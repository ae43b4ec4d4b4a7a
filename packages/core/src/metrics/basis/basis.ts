import type { OrderFlag } from '../../domain/index.js';
import type { OrderLog } from '../../log/index.js';
import type { Day } from '../../time/index.js';
import { countExcludedOrders, type DayWindow, type PurchaseSelection } from '../window/index.js';

/** What a figure rests on. Two figures can be compared when they agree in all of this but `asOf` and the numbers. */
export interface MetricBasis {
  /** The name of the metric as this library exports it. */
  readonly metric: string;
  /** The days looked at, `from` included and `to` excluded; null: all. */
  readonly window: DayWindow | null;
  /** The IANA time zone of the calendar that tells on which day a purchase was. */
  readonly timeZone: string;
  /** Whether all orders of one customer on one day are one purchase; null where it makes no difference. */
  readonly mergeSameDay: boolean | null;
  /** Whether orders whose whole amount went back count as purchases. */
  readonly refundedOrders: 'exclude' | 'count';
  /** The flags whose orders were left out, and how many orders those were; with a window, of its days. */
  readonly excluded: { readonly flags: readonly OrderFlag[]; readonly orders: number };
  /** The day of the last purchase that the log knows of, whatever its flags; null: it knows none. */
  readonly asOf: Day | null;
}

/** The basis of a share or a mean: `value` is `numerator / denominator`. */
export interface RatioBasis extends MetricBasis {
  readonly numerator: number;
  readonly denominator: number;
}

/** The basis of a figure that is, or is taken over, a number of things. */
export interface CountBasis extends MetricBasis {
  readonly count: number;
}

/**
 * A figure with its basis. No metric returns a bare number: a rate without its window, its merging rule and its
 * denominator cannot be compared with another. `value` is null where the denominator is empty, never NaN.
 */
export interface Metric<Value, Basis extends MetricBasis = MetricBasis> {
  readonly value: Value | null;
  readonly basis: Basis;
}

/** What the bases of all metrics have in common, from a selection of purchases. */
export function metricBasis(
  metric: string,
  log: OrderLog,
  selection: PurchaseSelection,
  mergeSameDay: boolean | null,
): MetricBasis {
  return {
    metric,
    window: selection.window,
    timeZone: log.calendar.timeZone,
    mergeSameDay,
    refundedOrders: selection.refundedOrders,
    excluded: { flags: selection.exclude, orders: countExcludedOrders(log, selection) },
    asOf: log.lastPurchaseDay,
  };
}

/**
 * A share or mean with its basis, for metrics of your own too; null when the denominator is zero.
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, metricBasis, purchaseSelection, ratioMetric } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const basis = metricBasis('giftShare', log, purchaseSelection(), null);
 * ratioMetric(basis, 1, 4).value; // => 0.25
 * ratioMetric(basis, 0, 0).value; // => null
 * ```
 */
export function ratioMetric(
  basis: MetricBasis,
  numerator: number,
  denominator: number,
): Metric<number, RatioBasis> {
  const value = denominator === 0 ? null : numerator / denominator;
  return { value, basis: { ...basis, numerator, denominator } };
}
