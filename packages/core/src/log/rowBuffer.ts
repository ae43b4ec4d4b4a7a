import { ableToHold, FIRST_CAPACITY, type WholeNumbers } from './growingColumn.js';
import type { OrderEntry } from './orderEntry.js';

/**
 * The columns of one number a row.
 *
 * Columns of four bytes and less share a buffer of eight bytes a row: buffers of that size go back to the system when longer
 * ones take their place, where smaller ones would stay with the process, in pieces too short for what comes next. All
 * columns begin as zeros. One to which only zeros would be written is left alone, and then costs no memory.
 */
export class RowBuffer {
  length = FIRST_CAPACITY;
  placedAt = new Float64Array(FIRST_CAPACITY);
  purchasedAt = new Float64Array(FIRST_CAPACITY);
  customer = new Uint32Array(FIRST_CAPACITY);
  purchaseDay = new Int32Array(FIRST_CAPACITY);
  totalMinor: WholeNumbers = new Uint32Array(FIRST_CAPACITY);
  refundedMinor: WholeNumbers = new Uint32Array(FIRST_CAPACITY);
  otherContent = new Int32Array(FIRST_CAPACITY);
  status = new Uint16Array(FIRST_CAPACITY);
  /** Whether `refundedMinor` was ever written to. */
  hasRefunds = false;
  /** Whether `otherContent` was ever written to. */
  #hasOtherContent = false;

  /** Makes room for more rows, one buffer after the other, so that the memory of one is there for the next. */
  grow(length: number): void {
    this.length = length;
    this.placedAt = lengthened(this.placedAt, new Float64Array(length));
    this.purchasedAt = lengthened(this.purchasedAt, new Float64Array(length));

    const whoAndWhen = new ArrayBuffer(length * 8);
    this.customer = lengthened(this.customer, new Uint32Array(whoAndWhen, 0, length));
    this.purchaseDay = lengthened(this.purchaseDay, new Int32Array(whoAndWhen, length * 4, length));

    const amounts = new ArrayBuffer(length * 8);
    this.totalMinor = lengthened(this.totalMinor, amountsLike(this.totalMinor, amounts, 0, length));
    const refunded = amountsLike(this.refundedMinor, amounts, length * 4, length);
    this.refundedMinor = this.hasRefunds ? lengthened(this.refundedMinor, refunded) : refunded;

    const rest = new ArrayBuffer(length * 8);
    const otherContent = new Int32Array(rest, 0, length);
    this.otherContent = this.#hasOtherContent ? lengthened(this.otherContent, otherContent) : otherContent;
    this.status = lengthened(this.status, new Uint16Array(rest, length * 4, length));
  }

  write(row: number, customer: number, entry: OrderEntry): void {
    this.placedAt[row] = entry.placedAt;
    this.purchasedAt[row] = entry.purchasedAt;
    this.customer[row] = customer;
    this.purchaseDay[row] = entry.purchaseDay;
    this.status[row] = entry.status;
    this.#writeRest(row, entry.totalMinor, entry.refundedMinor, entry.otherContent);
  }

  /** Copies a row of another buffer, for another number of its customer. */
  copy(row: number, customer: number, from: RowBuffer, fromRow: number): void {
    this.placedAt[row] = from.placedAt[fromRow] ?? 0;
    this.purchasedAt[row] = from.purchasedAt[fromRow] ?? 0;
    this.customer[row] = customer;
    this.purchaseDay[row] = from.purchaseDay[fromRow] ?? 0;
    this.status[row] = from.status[fromRow] ?? 0;
    const [total, refunded] = [from.totalMinor[fromRow] ?? 0, from.refundedMinor[fromRow] ?? 0];
    this.#writeRest(row, total, refunded, from.otherContent[fromRow] ?? 0);
  }

  /** Whether a row holds just this. */
  holds(row: number, customer: number, entry: OrderEntry): boolean {
    return (
      this.customer[row] === customer &&
      this.placedAt[row] === entry.placedAt &&
      // Not `===`: an order that is no purchase has NaN here.
      Object.is(this.purchasedAt[row], entry.purchasedAt) &&
      this.status[row] === entry.status &&
      this.totalMinor[row] === entry.totalMinor &&
      this.refundedMinor[row] === entry.refundedMinor &&
      this.otherContent[row] === entry.otherContent
    );
  }

  #writeRest(row: number, totalMinor: number, refundedMinor: number, otherContent: number): void {
    this.totalMinor = ableToHold(this.totalMinor, totalMinor);
    this.totalMinor[row] = totalMinor;
    if (this.hasRefunds || refundedMinor !== 0) {
      this.hasRefunds = true;
      this.refundedMinor = ableToHold(this.refundedMinor, refundedMinor);
      this.refundedMinor[row] = refundedMinor;
    }
    if (this.#hasOtherContent || otherContent !== 0) {
      this.#hasOtherContent = true;
      this.otherContent[row] = otherContent;
    }
  }
}

function lengthened<Column extends WholeNumbers | Int32Array | Uint16Array>(
  column: Column,
  longer: Column,
): Column {
  longer.set(column);
  return longer;
}

/** Amounts in a part of a buffer, or in one of their own if the amounts so far needed eight bytes each. */
function amountsLike(
  amounts: WholeNumbers,
  buffer: ArrayBuffer,
  offset: number,
  length: number,
): WholeNumbers {
  return amounts instanceof Float64Array ? new Float64Array(length) : new Uint32Array(buffer, offset, length);
}
