import { FIRST_CAPACITY, withRoomFor } from './growingColumn.js';

/** Ends a chain of rows. Rows are kept plus one, so that a new typed array, all zeros, holds empty chains. */
const NONE = 0;

/**
 * The rows of each customer as a chain from the last one back: adding a row costs the same whatever the log holds, and so
 * does asking for one customer's, however much was appended since somebody last asked. Questions about all customers go to
 * `customerIndexOf`, which is built for them.
 */
export class CustomerRows {
  #lastRow = new Uint32Array(FIRST_CAPACITY);
  #previousRow = new Uint32Array(FIRST_CAPACITY);
  #orderCounts = new Uint32Array(FIRST_CAPACITY);
  #customerCount = 0;

  /** How many customers have a row. */
  get customerCount(): number {
    return this.#customerCount;
  }

  /** How many rows the customers from 0 to `customers - 1` have. */
  orderCounts(customers: number): Uint32Array {
    this.#orderCounts = withRoomFor(this.#orderCounts, customers);
    return this.#orderCounts.subarray(0, customers);
  }

  has(customer: number): boolean {
    return (this.#orderCounts[customer] ?? 0) > 0;
  }

  add(customer: number, row: number): void {
    this.#lastRow = withRoomFor(this.#lastRow, customer);
    this.#orderCounts = withRoomFor(this.#orderCounts, customer);
    this.#previousRow = withRoomFor(this.#previousRow, row);
    const count = this.#orderCounts[customer] ?? 0;
    if (count === 0) this.#customerCount++;
    this.#orderCounts[customer] = count + 1;
    this.#previousRow[row] = this.#lastRow[customer] ?? NONE;
    this.#lastRow[customer] = row + 1;
  }

  /** Takes a row out that is the customer's. */
  remove(customer: number, row: number): void {
    const before = this.#previousRow[row] ?? NONE;
    if (this.#lastRow[customer] === row + 1) {
      this.#lastRow[customer] = before;
    } else {
      for (const other of this.rowsOf(customer)) {
        if (this.#previousRow[other] === row + 1) this.#previousRow[other] = before;
      }
    }
    const count = (this.#orderCounts[customer] ?? 0) - 1;
    this.#orderCounts[customer] = count;
    if (count === 0) this.#customerCount--;
  }

  /** The customer's rows, the one added last first. */
  rowsOf(customer: number): number[] {
    const rows: number[] = [];
    for (let next = this.#lastRow[customer] ?? NONE; next !== NONE; ) {
      rows.push(next - 1);
      next = this.#previousRow[next - 1] ?? NONE;
    }
    return rows;
  }
}
