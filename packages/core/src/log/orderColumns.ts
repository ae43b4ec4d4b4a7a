import type { OrderFlag } from '../domain/index.js';
import type { DayNumber, EpochMillis } from '../time/index.js';

/** A typed array that is only read. Its buffer belongs to the log: it shows the log as it was when it was asked for. */
export interface NumberColumn extends Iterable<number> {
  readonly length: number;
  readonly [index: number]: number;
}

/** The purchase day of an order that is no purchase: later than every day, so that no window `[from, to)` holds it. */
export const NO_DAY: DayNumber = 0x7fff_ffff;

/** The bits of {@link OrderColumns.status} that stand for an order's flags. */
export const orderFlagBits = {
  fake_order: 1,
  distributor: 2,
  gift: 4,
  employee: 8,
  sample: 16,
  test: 32,
} as const satisfies Readonly<Record<OrderFlag, number>>;

/**
 * The bits of {@link OrderColumns.status}: one for each order flag, and what else decides whether an order counts.
 *
 * - `cancelled`: the order has no purchase day, whatever had been paid;
 * - `wholly_refunded`: refunds of at least the total (and above zero); metrics leave it out unless told to count it;
 * - `cash_on_delivery`: it was bought when it was signed for;
 * - `deposit`: a deposit was paid first, so the time from placing to paying was not the customer's choice.
 *
 * @example
 * ```ts
 * import { orderStatusBits } from '@aftercare/core';
 *
 * orderStatusBits.fake_order | orderStatusBits.distributor; // => 3
 * ```
 */
export const orderStatusBits = {
  ...orderFlagBits,
  cancelled: 64,
  wholly_refunded: 128,
  cash_on_delivery: 256,
  deposit: 512,
} as const;

/**
 * The lines of all orders. Those of order `row` stand at `lineStart[row]` and the `lineCount[row] - 1` places after it;
 * places that no order points to are left over from replaced orders.
 */
export interface OrderLineColumns {
  /** Where the lines of a row begin. By row; unsigned 32-bit integers. */
  readonly lineStart: NumberColumn;
  /** How many lines a row has, 0 where the order told none. By row; unsigned 32-bit integers. */
  readonly lineCount: NumberColumn;
  /** The number of the SKU, from 0. By line; unsigned 32-bit integers. */
  readonly sku: NumberColumn;
  /** Pieces. By line. */
  readonly quantity: NumberColumn;
  /** What the customer pays for all pieces of the line, in the minor unit. By line. */
  readonly amountMinor: NumberColumn;
  /** How many different SKUs the log has seen: one more than the greatest number in `sku`. */
  readonly skuCount: number;
  /** The text of a SKU's number. */
  skuOf(sku: number): string;
  /** The number of a SKU, or `undefined` if the log never saw it. */
  skuNumberOf(text: string): number | undefined;
}

/**
 * An order log as columns, for metrics of your own: `placedAt[row]` belongs to the same order as `status[row]`. Rows stand
 * in the order in which order ids first came in, which must not change a figure; customers are numbers from 0.
 */
export interface OrderColumns {
  /** How many rows there are: the length of every column by row. */
  readonly count: number;
  /** The number of the customer, from 0. Unsigned 32-bit integers. */
  readonly customer: NumberColumn;
  /** One more than the greatest number in `customer`. Erased customers keep theirs; some numbers may have no order. */
  readonly customerNumbers: number;
  /** When the order was placed, in {@link EpochMillis}. 64-bit floats. */
  readonly placedAt: NumberColumn;
  /**
   * When it became a purchase: paid in full, or signed for when paid on delivery. NaN when it did not, or was cancelled.
   * {@link EpochMillis} in 64-bit floats.
   */
  readonly purchasedAt: NumberColumn;
  /** The shop's calendar day of `purchasedAt`, or {@link NO_DAY}. Signed 32-bit integers. */
  readonly purchaseDay: NumberColumn;
  /** When the customer had the parcel; NaN if not known. `undefined`: not known of any order. */
  readonly signedAt: NumberColumn | undefined;
  /** What the customer owed, before refunds, in the minor unit. 64-bit floats that are safe integers. */
  readonly totalMinor: NumberColumn;
  /** The sum of all refunds, in the minor unit. `undefined`: no order has any. */
  readonly refundedMinor: NumberColumn | undefined;
  /** A sum of {@link orderStatusBits}. Unsigned 16-bit integers. */
  readonly status: NumberColumn;
  /** `undefined`: no order told its lines. */
  readonly lines: OrderLineColumns | undefined;
}
