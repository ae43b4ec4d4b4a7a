import { type OrderFlag, orderFlagSchema } from '../../domain/index.js';
import { derivedFor } from '../../log/derivedOnce.js';
import { NO_DAY, type OrderLog, orderFlagBits, orderStatusBits } from '../../log/index.js';
import type { DayNumber } from '../../time/index.js';
import { mustBeOneOf } from './mustBeOneOf.js';
import { type DayWindow, dayBoundsOf } from './window.js';

/** Which purchases a metric looks at. Every metric takes these options. */
export interface PurchaseOptions {
  /** Purchases of these days only, `from` included and `to` excluded. Absent: all. */
  readonly window?: DayWindow;
  /** Orders with one of these flags are left out: fake orders and distributors distort rates. Absent: none. */
  readonly exclude?: readonly OrderFlag[];
  /**
   * Whether an order whose whole amount went back counts as a purchase. A refund counts whenever it was made: an order
   * refunded after the window was no purchase in it. Absent: `exclude`.
   */
  readonly refundedOrders?: 'exclude' | 'count';
}

/** Options of metrics that may take a day's orders for one purchase. */
export interface MergingOptions {
  /**
   * Whether all orders of one customer on one day are one purchase (a forgotten item, an order split for a discount), or
   * one each. The default is the metric's own.
   */
  readonly mergeSameDay?: boolean;
}

/**
 * {@link PurchaseOptions} as loops need them. An order of a row is among the purchases when
 * `from <= purchaseDay[row] && purchaseDay[row] < to && (status[row] & rejectedStatus) === 0`.
 */
export interface PurchaseSelection {
  /** First day, included. Without a window: before every day. */
  readonly from: DayNumber;
  /** Day after the last, excluded. Without a window: `NO_DAY`, after every day. */
  readonly to: DayNumber;
  /** Orders with one of these status bits are no purchases here. */
  readonly rejectedStatus: number;
  /** The part of `rejectedStatus` that comes from `exclude`. */
  readonly excludedStatus: number;
  readonly window: DayWindow | null;
  readonly exclude: readonly OrderFlag[];
  readonly refundedOrders: 'exclude' | 'count';
}

/** Before every day that an order can have. */
const FIRST_DAY: DayNumber = -0x8000_0000;

/**
 * Checks the options that all metrics share, once, and turns them into bounds and a mask.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, or `not_one_of` for an unknown flag.
 *
 * @example
 * ```ts
 * import { purchaseSelection } from '@aftercare/core';
 *
 * const { from, to } = purchaseSelection({ window: { from: '1970-01-02', to: '1970-02-01' } });
 * [from, to]; // => [1, 31]
 * ```
 */
export function purchaseSelection(options: PurchaseOptions = {}): PurchaseSelection {
  const { window, refundedOrders = 'exclude' } = options;
  const bounds = window === undefined ? { from: FIRST_DAY, to: NO_DAY } : dayBoundsOf(window);
  mustBeOneOf('refundedOrders', refundedOrders, ['exclude', 'count']);
  // Sorted and without doubles: the basis of a figure is the same, however its flags were listed.
  const exclude = [...new Set(options.exclude)].sort();
  const excludedStatus = exclude.reduce((mask, flag) => mask | bitOf(flag), 0);
  const refundedStatus = refundedOrders === 'exclude' ? orderStatusBits.wholly_refunded : 0;
  const rejectedStatus = excludedStatus | refundedStatus | orderStatusBits.cancelled;
  return {
    ...bounds,
    rejectedStatus,
    excludedStatus,
    window: window === undefined ? null : { from: window.from, to: window.to },
    exclude,
    refundedOrders,
  };
}

/** How many orders would be among the purchases if no flag were excluded: `basis.excluded.orders`. */
export const countExcludedOrders: (log: OrderLog, selection: PurchaseSelection) => number = derivedFor(
  16,
  ({ from, to, rejectedStatus, excludedStatus }: PurchaseSelection) =>
    `${from} ${to} ${rejectedStatus} ${excludedStatus}`,
  countExcluded,
);

function countExcluded({ columns }: OrderLog, selection: PurchaseSelection): number {
  const { from, to, rejectedStatus, excludedStatus } = selection;
  if (excludedStatus === 0) return 0;
  const { purchaseDay, status, count } = columns;
  const otherwiseRejected = rejectedStatus & ~excludedStatus;
  let excluded = 0;
  for (let row = 0; row < count; row++) {
    const bits = status[row] ?? 0;
    if ((bits & excludedStatus) === 0 || (bits & otherwiseRejected) !== 0) continue;
    const day = purchaseDay[row] ?? NO_DAY;
    if (day >= from && day < to) excluded++;
  }
  return excluded;
}

function bitOf(flag: OrderFlag): number {
  mustBeOneOf('exclude', flag, orderFlagSchema.options);
  return orderFlagBits[flag];
}
