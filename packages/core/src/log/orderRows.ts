import type { DayNumber } from '../time/index.js';
import { capacityFor, withRoomFor } from './growingColumn.js';
import { LatestDay } from './latestDay.js';
import { NO_DAY, type OrderColumns } from './orderColumns.js';
import type { OrderEntry } from './orderEntry.js';
import { OrderLines } from './orderLines.js';
import { RowBuffer } from './rowBuffer.js';

/** The rows of a log, one an order, column by column. What few shops tell of an order has a place once it is first told. */
export class OrderRows {
  #count = 0;
  readonly #buffer = new RowBuffer();
  #signedAt: Float64Array | undefined;
  #lines: OrderLines | undefined;
  readonly #latestDay = new LatestDay();

  get count(): number {
    return this.#count;
  }

  /** The latest purchase day of all rows; `undefined` when none has one. */
  get lastPurchaseDay(): DayNumber | undefined {
    return this.#latestDay.among(this.#buffer.purchaseDay, this.#count);
  }

  customerOf(row: number): number {
    return this.#buffer.customer[row] ?? 0;
  }

  /** Writes an entry over a row, or to the row after the last. */
  write(row: number, customer: number, entry: OrderEntry): void {
    this.#makeRoomFor(row);
    const dayBefore = row < this.#count ? (this.#buffer.purchaseDay[row] ?? NO_DAY) : NO_DAY;
    this.#latestDay.note(entry.purchaseDay, dayBefore);
    this.#buffer.write(row, customer, entry);
    this.#writeSignedAt(row, entry.signedAt);
    if (entry.lines.length > 0) this.#lines ??= new OrderLines();
    this.#lines?.write(row, entry.lines);
    if (row === this.#count) this.#count++;
  }

  /** Whether a row holds just this. */
  holds(row: number, customer: number, entry: OrderEntry): boolean {
    return (
      this.#buffer.holds(row, customer, entry) &&
      Object.is(this.#signedAt?.[row] ?? Number.NaN, entry.signedAt) &&
      (this.#lines === undefined ? entry.lines.length === 0 : this.#lines.holds(row, entry.lines))
    );
  }

  /** Copies a row of another log behind the last. */
  copy(customer: number, from: OrderRows, fromRow: number): void {
    const row = this.#count;
    this.#makeRoomFor(row);
    this.#buffer.copy(row, customer, from.#buffer, fromRow);
    this.#latestDay.note(this.#buffer.purchaseDay[row] ?? NO_DAY, NO_DAY);
    this.#writeSignedAt(row, from.#signedAt?.[fromRow] ?? Number.NaN);
    if (from.#lines !== undefined) {
      this.#lines ??= new OrderLines();
      this.#lines.copy(row, from.#lines, fromRow);
    }
    this.#count++;
  }

  /** @param customerNumbers - one more than the greatest number of a customer */
  columns(customerNumbers: number): OrderColumns {
    const count = this.#count;
    const buffer = this.#buffer;
    return {
      count,
      customer: buffer.customer.subarray(0, count),
      customerNumbers,
      placedAt: buffer.placedAt.subarray(0, count),
      purchasedAt: buffer.purchasedAt.subarray(0, count),
      purchaseDay: buffer.purchaseDay.subarray(0, count),
      signedAt: this.#signedAt?.subarray(0, count),
      totalMinor: buffer.totalMinor.subarray(0, count),
      refundedMinor: buffer.hasRefunds ? buffer.refundedMinor.subarray(0, count) : undefined,
      status: buffer.status.subarray(0, count),
      lines: this.#lines?.columns(count),
    };
  }

  #makeRoomFor(row: number): void {
    if (row < this.#buffer.length) return;
    this.#buffer.grow(capacityFor(row));
    if (this.#signedAt !== undefined) this.#signedAt = withRoomFor(this.#signedAt, row, Number.NaN);
  }

  #writeSignedAt(row: number, signedAt: number): void {
    if (this.#signedAt === undefined) {
      if (Number.isNaN(signedAt)) return;
      this.#signedAt = new Float64Array(this.#buffer.length).fill(Number.NaN);
    }
    this.#signedAt[row] = signedAt;
  }
}
