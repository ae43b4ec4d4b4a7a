import { FIRST_CAPACITY, withRoomFor } from './growingColumn.js';
import type { NumberColumn } from './orderColumns.js';

/** Ends a chain of rows. Rows are kept plus one, so that a new typed array, all zeros, holds empty chains. */
const NONE = 0;

/**
 * Which rows are whose: how many each customer has and, from the first question about one customer on, which ones.
 *
 * From then on a customer's rows are a chain from the last one back: adding a row costs the same whatever the log holds, and
 * asking for one customer's rows costs what these are, however much came in between. A log that only answers for all
 * customers together never makes the chains; `customerIndexOf` is built for that.
 */
export class CustomerRows {
  #orderCounts = new Uint32Array(FIRST_CAPACITY);
  #customerCount = 0;
  #chains: Chains | undefined;

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
    this.#orderCounts = withRoomFor(this.#orderCounts, customer);
    const count = this.#orderCounts[customer] ?? 0;
    if (count === 0) this.#customerCount++;
    this.#orderCounts[customer] = count + 1;
    this.#chains?.add(customer, row);
  }

  /** Takes a row out that is the customer's. */
  remove(customer: number, row: number): void {
    const count = (this.#orderCounts[customer] ?? 0) - 1;
    this.#orderCounts[customer] = count;
    if (count === 0) this.#customerCount--;
    this.#chains?.remove(customer, row);
  }

  /**
   * The customer's rows, the one added last first.
   *
   * @param customers - the customer of every row
   */
  rowsOf(customer: number, customers: NumberColumn): number[] {
    if (this.#chains === undefined) {
      this.#chains = new Chains();
      for (let row = 0; row < customers.length; row++) this.#chains.add(customers[row] ?? 0, row);
    }
    return this.#chains.rowsOf(customer);
  }
}

class Chains {
  #lastRow = new Uint32Array(FIRST_CAPACITY);
  #previousRow = new Uint32Array(FIRST_CAPACITY);

  add(customer: number, row: number): void {
    this.#lastRow = withRoomFor(this.#lastRow, customer);
    this.#previousRow = withRoomFor(this.#previousRow, row);
    this.#previousRow[row] = this.#lastRow[customer] ?? NONE;
    this.#lastRow[customer] = row + 1;
  }

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

  rowsOf(customer: number): number[] {
    const rows: number[] = [];
    for (let next = this.#lastRow[customer] ?? NONE; next !== NONE; ) {
      rows.push(next - 1);
      next = this.#previousRow[next - 1] ?? NONE;
    }
    return rows;
  }
}
