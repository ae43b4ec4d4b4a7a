import { type OrderFlag, orderFlagSchema } from '../domain/index.js';
import type { Money } from '../money/index.js';
import { type Day, dayOfNumber, type Instant, instantOf } from '../time/index.js';
import { NO_DAY, type OrderColumns, orderStatusBits } from './orderColumns.js';

/** One order as the log keeps it: plain JSON, instants in UTC. Keys are absent where nothing is known. */
export interface LoggedOrder {
  readonly id: string;
  readonly customerId: string;
  readonly placedAt: Instant;
  /** When it became a purchase: paid in full, or signed for when paid on delivery. Absent when cancelled. */
  readonly purchasedAt?: Instant;
  /** The shop's calendar day of `purchasedAt`. */
  readonly purchaseDay?: Day;
  readonly signedAt?: Instant;
  /** What the customer owed, before refunds. */
  readonly total: Money;
  /** The sum of all refunds. */
  readonly refunded: Money;
  readonly flags: readonly OrderFlag[];
  readonly cancelled: boolean;
  /** Whether refunds reach the total, and there are any. */
  readonly whollyRefunded: boolean;
  readonly cashOnDelivery: boolean;
  readonly lines?: readonly LoggedOrderLine[];
}

/** One line of a {@link LoggedOrder}. */
export interface LoggedOrderLine {
  readonly sku: string;
  /** Pieces. */
  readonly quantity: number;
  /** What the customer pays for all pieces of the line. */
  readonly amount: Money;
}

/** The order of a row. */
export function loggedOrder(
  columns: OrderColumns,
  row: number,
  id: string,
  customerId: string,
  currency: string,
): LoggedOrder {
  const status = columns.status[row] ?? 0;
  const has = (bit: keyof typeof orderStatusBits) => (status & orderStatusBits[bit]) !== 0;
  const purchaseDay = columns.purchaseDay[row] ?? NO_DAY;
  const lines = linesOf(columns, row, currency);
  return {
    id,
    customerId,
    placedAt: instantOf(columns.placedAt[row] ?? Number.NaN),
    ...instantAt('purchasedAt', columns.purchasedAt[row]),
    ...(purchaseDay === NO_DAY ? {} : { purchaseDay: dayOfNumber(purchaseDay) }),
    ...instantAt('signedAt', columns.signedAt?.[row]),
    total: { minor: columns.totalMinor[row] ?? 0, currency },
    refunded: { minor: columns.refundedMinor?.[row] ?? 0, currency },
    flags: orderFlagSchema.options.filter(has),
    cancelled: has('cancelled'),
    whollyRefunded: has('wholly_refunded'),
    cashOnDelivery: has('cash_on_delivery'),
    ...(lines.length === 0 ? {} : { lines }),
  };
}

function instantAt<Key extends string>(key: Key, millis = Number.NaN): { [Name in Key]?: Instant } {
  // A computed key loses its literal type; it is the one that was given.
  return Number.isNaN(millis) ? {} : ({ [key]: instantOf(millis) } as { [Name in Key]: Instant });
}

function linesOf({ lines }: OrderColumns, row: number, currency: string): LoggedOrderLine[] {
  if (lines === undefined) return [];
  const start = lines.lineStart[row] ?? 0;
  return Array.from({ length: lines.lineCount[row] ?? 0 }, (_, index) => ({
    sku: lines.skuOf(lines.sku[start + index] ?? 0),
    quantity: lines.quantity[start + index] ?? 0,
    amount: { minor: lines.amountMinor[start + index] ?? 0, currency },
  }));
}
