import type { OrderLine } from '../domain/index.js';
import { ableToHold, FIRST_CAPACITY, type WholeNumbers, withRoomFor } from './growingColumn.js';
import { IdArena } from './idArena.js';
import type { OrderLineColumns } from './orderColumns.js';

/** The lines of all orders of a log; made when the first order with lines comes in. */
export class OrderLines {
  #lineStart = new Uint32Array(FIRST_CAPACITY);
  #lineCount = new Uint32Array(FIRST_CAPACITY);
  #sku = new Uint32Array(FIRST_CAPACITY);
  #quantity: WholeNumbers = new Uint32Array(FIRST_CAPACITY);
  #amountMinor: WholeNumbers = new Uint32Array(FIRST_CAPACITY);
  #end = 0;
  readonly #skus = new IdArena();

  /** Writes the lines of a row over those that it had. */
  write(row: number, lines: readonly OrderLine[]): void {
    const start = this.#placesFor(row, lines.length);
    for (const [index, { sku, quantity, amount }] of lines.entries()) {
      this.#writeLine(start + index, this.#skus.intern(sku), quantity, amount.minor);
    }
  }

  /** Copies the lines of a row of another log. */
  copy(row: number, from: OrderLines, fromRow: number): void {
    const count = from.#lineCount[fromRow] ?? 0;
    const fromStart = from.#lineStart[fromRow] ?? 0;
    const start = this.#placesFor(row, count);
    for (let index = 0; index < count; index++) {
      const at = fromStart + index;
      const sku = this.#skus.internFrom(from.#skus, from.#sku[at] ?? 0);
      this.#writeLine(start + index, sku, from.#quantity[at] ?? 0, from.#amountMinor[at] ?? 0);
    }
  }

  /** Whether a row has these lines. */
  holds(row: number, lines: readonly OrderLine[]): boolean {
    const start = this.#lineStart[row] ?? 0;
    if ((this.#lineCount[row] ?? 0) !== lines.length) return false;
    return lines.every(
      ({ sku, quantity, amount }, index) =>
        this.#quantity[start + index] === quantity &&
        this.#amountMinor[start + index] === amount.minor &&
        this.#sku[start + index] === this.#skus.find(sku),
    );
  }

  /** The columns of the first `rows` rows. */
  columns(rows: number): OrderLineColumns {
    this.#makeRoomFor(rows);
    const skus = this.#skus;
    return {
      lineStart: this.#lineStart.subarray(0, rows),
      lineCount: this.#lineCount.subarray(0, rows),
      sku: this.#sku.subarray(0, this.#end),
      quantity: this.#quantity.subarray(0, this.#end),
      amountMinor: this.#amountMinor.subarray(0, this.#end),
      skuCount: skus.count,
      skuOf: (sku) => skus.textOf(sku),
      skuNumberOf(text) {
        const number = skus.find(text);
        return number === -1 ? undefined : number;
      },
    };
  }

  #makeRoomFor(row: number): void {
    this.#lineStart = withRoomFor(this.#lineStart, row);
    this.#lineCount = withRoomFor(this.#lineCount, row);
  }

  /** Where a row's lines begin: at their former place if they are not more than before, else behind all others. */
  #placesFor(row: number, count: number): number {
    this.#makeRoomFor(row);
    if (count > (this.#lineCount[row] ?? 0)) {
      this.#lineStart[row] = this.#end;
      this.#end += count;
      this.#sku = withRoomFor(this.#sku, this.#end);
      this.#quantity = withRoomFor(this.#quantity, this.#end);
      this.#amountMinor = withRoomFor(this.#amountMinor, this.#end);
    }
    this.#lineCount[row] = count;
    return this.#lineStart[row] ?? 0;
  }

  #writeLine(at: number, sku: number, quantity: number, amountMinor: number): void {
    this.#quantity = ableToHold(this.#quantity, quantity);
    this.#amountMinor = ableToHold(this.#amountMinor, amountMinor);
    this.#sku[at] = sku;
    this.#quantity[at] = quantity;
    this.#amountMinor[at] = amountMinor;
  }
}
