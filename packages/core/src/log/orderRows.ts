import type { DayNumber } from '../time/index.js';
import { AlwaysColumns } from './alwaysColumns.js';
import { ableToHold, capacityFor, FIRST_CAPACITY, type WholeNumbers, withRoomFor } from './growingColumn.js';
import { LatestDay } from './latestDay.js';
import { NO_DAY, type OrderColumns } from './orderColumns.js';
import type { OrderEntry } from './orderEntry.js';
import { OrderLines } from './orderLines.js';

/** The rows of a log, one an order, column by column. Columns that few shops fill are made when they are first needed. */
export class OrderRows {
  #count = 0;
  #always = new AlwaysColumns(FIRST_CAPACITY);
  #signedAt: Float64Array | undefined;
  #refundedMinor: WholeNumbers | undefined;
  #otherContent: Int32Array | undefined;
  #lines: OrderLines | undefined;
  readonly #latestDay = new LatestDay();

  get count(): number {
    return this.#count;
  }

  /** The latest purchase day of all rows; `undefined` when none has one. */
  get lastPurchaseDay(): DayNumber | undefined {
    return this.#latestDay.among(this.#always.purchaseDay, this.#count);
  }

  customerOf(row: number): number {
    return this.#always.customer[row] ?? 0;
  }

  /** Writes an entry over a row, or to the row after the last. */
  write(row: number, customer: number, entry: OrderEntry): void {
    if (row >= this.#always.length) this.#grow(row);
    const before = row < this.#count ? (this.#always.purchaseDay[row] ?? NO_DAY) : NO_DAY;
    this.#latestDay.note(entry.purchaseDay, before);
    this.#always.customer[row] = customer;
    this.#always.placedAt[row] = entry.placedAt;
    this.#always.purchasedAt[row] = entry.purchasedAt;
    this.#always.purchaseDay[row] = entry.purchaseDay;
    this.#always.status[row] = entry.status;
    this.#always.writeTotal(row, entry.totalMinor);
    this.#writeSignedAt(row, entry.signedAt);
    this.#writeRefundedMinor(row, entry.refundedMinor);
    this.#writeOtherContent(row, entry.otherContent);
    if (entry.lines.length > 0) this.#lines ??= new OrderLines();
    this.#lines?.write(row, entry.lines);
    if (row === this.#count) this.#count++;
  }

  /** Whether a row holds just this. */
  holds(row: number, customer: number, entry: OrderEntry): boolean {
    return (
      this.#always.customer[row] === customer &&
      this.#always.placedAt[row] === entry.placedAt &&
      // Not `===`: an order that is no purchase has NaN here.
      Object.is(this.#always.purchasedAt[row], entry.purchasedAt) &&
      this.#always.totalMinor[row] === entry.totalMinor &&
      this.#always.status[row] === entry.status &&
      Object.is(this.#signedAt?.[row] ?? Number.NaN, entry.signedAt) &&
      (this.#refundedMinor?.[row] ?? 0) === entry.refundedMinor &&
      (this.#otherContent?.[row] ?? 0) === entry.otherContent &&
      (this.#lines === undefined ? entry.lines.length === 0 : this.#lines.holds(row, entry.lines))
    );
  }

  /** Copies a row of another log behind the last. */
  copy(customer: number, from: OrderRows, fromRow: number): void {
    const row = this.#count;
    if (row >= this.#always.length) this.#grow(row);
    this.#always.copy(row, from.#always, fromRow);
    this.#always.customer[row] = customer;
    this.#latestDay.note(this.#always.purchaseDay[row] ?? NO_DAY, NO_DAY);
    this.#writeSignedAt(row, from.#signedAt?.[fromRow] ?? Number.NaN);
    this.#writeRefundedMinor(row, from.#refundedMinor?.[fromRow] ?? 0);
    this.#writeOtherContent(row, from.#otherContent?.[fromRow] ?? 0);
    if (from.#lines !== undefined) {
      this.#lines ??= new OrderLines();
      this.#lines.copy(row, from.#lines, fromRow);
    }
    this.#count++;
  }

  columns(orderCounts: Uint32Array): OrderColumns {
    const count = this.#count;
    return {
      count,
      customer: this.#always.customer.subarray(0, count),
      customerNumbers: orderCounts.length,
      orderCounts,
      placedAt: this.#always.placedAt.subarray(0, count),
      purchasedAt: this.#always.purchasedAt.subarray(0, count),
      purchaseDay: this.#always.purchaseDay.subarray(0, count),
      signedAt: this.#signedAt?.subarray(0, count),
      totalMinor: this.#always.totalMinor.subarray(0, count),
      refundedMinor: this.#refundedMinor?.subarray(0, count),
      status: this.#always.status.subarray(0, count),
      lines: this.#lines?.columns(count),
    };
  }

  #grow(row: number): void {
    this.#always = this.#always.ofLength(capacityFor(row));
    if (this.#signedAt !== undefined) this.#signedAt = withRoomFor(this.#signedAt, row, Number.NaN);
    if (this.#refundedMinor !== undefined) this.#refundedMinor = withRoomFor(this.#refundedMinor, row);
    if (this.#otherContent !== undefined) this.#otherContent = withRoomFor(this.#otherContent, row);
  }

  #writeSignedAt(row: number, signedAt: number): void {
    if (this.#signedAt === undefined) {
      if (Number.isNaN(signedAt)) return;
      this.#signedAt = new Float64Array(this.#always.length).fill(Number.NaN);
    }
    this.#signedAt[row] = signedAt;
  }

  #writeRefundedMinor(row: number, refundedMinor: number): void {
    if (this.#refundedMinor === undefined) {
      if (refundedMinor === 0) return;
      this.#refundedMinor = new Uint32Array(this.#always.length);
    }
    this.#refundedMinor = ableToHold(this.#refundedMinor, refundedMinor);
    this.#refundedMinor[row] = refundedMinor;
  }

  #writeOtherContent(row: number, hash: number): void {
    if (this.#otherContent === undefined) {
      if (hash === 0) return;
      this.#otherContent = new Int32Array(this.#always.length);
    }
    this.#otherContent[row] = hash;
  }
}
