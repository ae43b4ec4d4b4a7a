import { ableToHold, type WholeNumbers } from './growingColumn.js';

/**
 * The columns that every order fills. They stand in one buffer: when it is left for a longer one, its memory goes back to
 * the system as a whole, where that of single columns would stay with the process, in pieces that nothing else fits into.
 */
export class AlwaysColumns {
  readonly length: number;
  readonly placedAt: Float64Array;
  readonly purchasedAt: Float64Array;
  readonly customer: Uint32Array;
  readonly purchaseDay: Int32Array;
  readonly status: Uint16Array;
  totalMinor: WholeNumbers;

  constructor(length: number) {
    const buffer = new ArrayBuffer(length * 30);
    this.length = length;
    this.placedAt = new Float64Array(buffer, 0, length);
    this.purchasedAt = new Float64Array(buffer, length * 8, length);
    this.customer = new Uint32Array(buffer, length * 16, length);
    this.purchaseDay = new Int32Array(buffer, length * 20, length);
    this.totalMinor = new Uint32Array(buffer, length * 24, length);
    this.status = new Uint16Array(buffer, length * 28, length);
  }

  /** The same columns with more places. */
  ofLength(length: number): AlwaysColumns {
    const longer = new AlwaysColumns(length);
    longer.placedAt.set(this.placedAt);
    longer.purchasedAt.set(this.purchasedAt);
    longer.customer.set(this.customer);
    longer.purchaseDay.set(this.purchaseDay);
    longer.status.set(this.status);
    if (this.totalMinor instanceof Float64Array) longer.totalMinor = new Float64Array(length);
    longer.totalMinor.set(this.totalMinor);
    return longer;
  }

  writeTotal(row: number, totalMinor: number): void {
    this.totalMinor = ableToHold(this.totalMinor, totalMinor);
    this.totalMinor[row] = totalMinor;
  }

  /** Copies a row of other columns. */
  copy(row: number, from: AlwaysColumns, fromRow: number): void {
    this.placedAt[row] = from.placedAt[fromRow] ?? 0;
    this.purchasedAt[row] = from.purchasedAt[fromRow] ?? 0;
    this.customer[row] = from.customer[fromRow] ?? 0;
    this.purchaseDay[row] = from.purchaseDay[fromRow] ?? 0;
    this.status[row] = from.status[fromRow] ?? 0;
    this.writeTotal(row, from.totalMinor[fromRow] ?? 0);
  }
}
