import { ableToHold, FIRST_CAPACITY, type WholeNumbers, withRoomFor } from './growingColumn.js';
import type { OrderColumns } from './orderColumns.js';
import type { OrderEntry } from './orderEntry.js';
import { OrderLines } from './orderLines.js';

/** The rows of a log, one an order, column by column. Columns that few shops fill are made when they are first needed. */
export class OrderRows {
  #count = 0;
  #customer = new Uint32Array(FIRST_CAPACITY);
  #placedAt = new Float64Array(FIRST_CAPACITY);
  #purchasedAt = new Float64Array(FIRST_CAPACITY);
  #purchaseDay = new Int32Array(FIRST_CAPACITY);
  #totalMinor: WholeNumbers = new Uint32Array(FIRST_CAPACITY);
  #status = new Uint16Array(FIRST_CAPACITY);
  #signedAt: Float64Array | undefined;
  #refundedMinor: WholeNumbers | undefined;
  #otherContent: Int32Array | undefined;
  #lines: OrderLines | undefined;

  get count(): number {
    return this.#count;
  }

  customerOf(row: number): number {
    return this.#customer[row] ?? 0;
  }

  /** Writes an entry over a row, or to the row after the last. */
  write(row: number, customer: number, entry: OrderEntry): void {
    if (row >= this.#customer.length) this.#grow(row);
    if (row === this.#count) this.#count++;
    this.#customer[row] = customer;
    this.#placedAt[row] = entry.placedAt;
    this.#purchasedAt[row] = entry.purchasedAt;
    this.#purchaseDay[row] = entry.purchaseDay;
    this.#writeTotalMinor(row, entry.totalMinor);
    this.#status[row] = entry.status;
    this.#writeSignedAt(row, entry.signedAt);
    this.#writeRefundedMinor(row, entry.refundedMinor);
    this.#writeOtherContent(row, entry.otherContent);
    if (entry.lines.length > 0) this.#lines ??= new OrderLines();
    this.#lines?.write(row, entry.lines);
  }

  /** Whether a row holds just this. */
  holds(row: number, customer: number, entry: OrderEntry): boolean {
    return (
      this.#customer[row] === customer &&
      this.#placedAt[row] === entry.placedAt &&
      // Not `===`: an order that is no purchase has NaN here.
      Object.is(this.#purchasedAt[row], entry.purchasedAt) &&
      this.#totalMinor[row] === entry.totalMinor &&
      this.#status[row] === entry.status &&
      Object.is(this.#signedAt?.[row] ?? Number.NaN, entry.signedAt) &&
      (this.#refundedMinor?.[row] ?? 0) === entry.refundedMinor &&
      (this.#otherContent?.[row] ?? 0) === entry.otherContent &&
      (this.#lines === undefined ? entry.lines.length === 0 : this.#lines.holds(row, entry.lines))
    );
  }

  /** Copies a row of another log behind the last. */
  copy(customer: number, from: OrderRows, fromRow: number): void {
    const row = this.#count++;
    if (row >= this.#customer.length) this.#grow(row);
    this.#customer[row] = customer;
    this.#placedAt[row] = from.#placedAt[fromRow] ?? 0;
    this.#purchasedAt[row] = from.#purchasedAt[fromRow] ?? 0;
    this.#purchaseDay[row] = from.#purchaseDay[fromRow] ?? 0;
    this.#writeTotalMinor(row, from.#totalMinor[fromRow] ?? 0);
    this.#status[row] = from.#status[fromRow] ?? 0;
    this.#writeSignedAt(row, from.#signedAt?.[fromRow] ?? Number.NaN);
    this.#writeRefundedMinor(row, from.#refundedMinor?.[fromRow] ?? 0);
    this.#writeOtherContent(row, from.#otherContent?.[fromRow] ?? 0);
    if (from.#lines === undefined) return;
    this.#lines ??= new OrderLines();
    this.#lines.copy(row, from.#lines, fromRow);
  }

  columns(orderCounts: Uint32Array): OrderColumns {
    const count = this.#count;
    return {
      count,
      customer: this.#customer.subarray(0, count),
      customerNumbers: orderCounts.length,
      orderCounts,
      placedAt: this.#placedAt.subarray(0, count),
      purchasedAt: this.#purchasedAt.subarray(0, count),
      purchaseDay: this.#purchaseDay.subarray(0, count),
      signedAt: this.#signedAt?.subarray(0, count),
      totalMinor: this.#totalMinor.subarray(0, count),
      refundedMinor: this.#refundedMinor?.subarray(0, count),
      status: this.#status.subarray(0, count),
      lines: this.#lines?.columns(count),
    };
  }

  #grow(row: number): void {
    this.#customer = withRoomFor(this.#customer, row);
    this.#placedAt = withRoomFor(this.#placedAt, row);
    this.#purchasedAt = withRoomFor(this.#purchasedAt, row);
    this.#purchaseDay = withRoomFor(this.#purchaseDay, row);
    this.#totalMinor = withRoomFor(this.#totalMinor, row);
    this.#status = withRoomFor(this.#status, row);
    if (this.#signedAt !== undefined) this.#signedAt = withRoomFor(this.#signedAt, row, Number.NaN);
    if (this.#refundedMinor !== undefined) this.#refundedMinor = withRoomFor(this.#refundedMinor, row);
    if (this.#otherContent !== undefined) this.#otherContent = withRoomFor(this.#otherContent, row);
  }

  #writeTotalMinor(row: number, totalMinor: number): void {
    this.#totalMinor = ableToHold(this.#totalMinor, totalMinor);
    this.#totalMinor[row] = totalMinor;
  }

  #writeSignedAt(row: number, signedAt: number): void {
    if (this.#signedAt === undefined) {
      if (Number.isNaN(signedAt)) return;
      this.#signedAt = new Float64Array(this.#customer.length).fill(Number.NaN);
    }
    this.#signedAt[row] = signedAt;
  }

  #writeRefundedMinor(row: number, refundedMinor: number): void {
    if (this.#refundedMinor === undefined) {
      if (refundedMinor === 0) return;
      this.#refundedMinor = new Uint32Array(this.#customer.length);
    }
    this.#refundedMinor = ableToHold(this.#refundedMinor, refundedMinor);
    this.#refundedMinor[row] = refundedMinor;
  }

  #writeOtherContent(row: number, hash: number): void {
    if (this.#otherContent === undefined) {
      if (hash === 0) return;
      this.#otherContent = new Int32Array(this.#customer.length);
    }
    this.#otherContent[row] = hash;
  }
}
