import { FIRST_CAPACITY, withRoomFor } from './growingColumn.js';
import type { NumberColumn } from './orderColumns.js';

/** Ends a chain of rows. Rows are kept plus one, so that a new typed array, all zeros, holds empty chains. */
const NONE = 0;

/**
 * The rows of each customer as a chain from the last one back: adding a row costs the same whatever the log holds, and asking
 * for one customer's rows costs what these are, however much came in between.
 *
 * A log makes it when it is first asked about one customer. Questions about all customers go to `customerIndexOf`.
 */
export class CustomerRows {
  #lastRow = new Uint32Array(FIRST_CAPACITY);
  #previousRow = new Uint32Array(FIRST_CAPACITY);

  /** @param customers - the customer of every row */
  constructor(customers: NumberColumn) {
    for (let row = 0; row < customers.length; row++) this.add(customers[row] ?? 0, row);
  }

  has(customer: number): boolean {
    return (this.#lastRow[customer] ?? NONE) !== NONE;
  }

  add(customer: number, row: number): void {
    this.#lastRow = withRoomFor(this.#lastRow, customer);
    this.#previousRow = withRoomFor(this.#previousRow, row);
    this.#previousRow[row] = this.#lastRow[customer] ?? NONE;
    this.#lastRow[customer] = row + 1;
  }

  /** Takes a row out that is the customer's. */
  remove(customer: number, row: number): void {
    const before = this.#previousRow[row] ?? NONE;
    if (this.#lastRow[customer] === row + 1) {
      this.#lastRow[customer] = before;
      return;
    }
    for (const other of this.rowsOf(customer)) {
      if (this.#previousRow[other] === row + 1) this.#previousRow[other] = before;
    }
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
