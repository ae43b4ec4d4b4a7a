type NumberArray = Float64Array | Int32Array | Uint32Array | Uint16Array;

/** Whole numbers of 0 and more, amounts of a minor unit mostly: 4 bytes each as long as none exceeds 4,294,967,295. */
export type WholeNumbers = Uint32Array | Float64Array;

/** Rows for which a new column has room: a small log stays small. */
export const FIRST_CAPACITY = 16;

/** How long a column has to be to have a row: a power of two, so that appending copies each row once or twice in all. */
export function capacityFor(row: number): number {
  return 2 ** Math.ceil(Math.log2(row + 1));
}

/**
 * A column with room for a row: the same one if it has it, else a longer copy in which new places hold `filling`.
 */
export function withRoomFor<Column extends NumberArray>(column: Column, row: number, filling = 0): Column {
  if (row < column.length) return column;
  // All typed arrays have this constructor; TypeScript knows `constructor` only as a Function.
  const Constructor = column.constructor as new (length: number) => Column;
  const longer = new Constructor(capacityFor(row));
  longer.set(column);
  if (filling !== 0) longer.fill(filling, column.length);
  return longer;
}

/** A column that can hold a number: the same one, or a copy in 8 bytes each. */
export function ableToHold(column: WholeNumbers, number: number): WholeNumbers {
  return number > 0xffff_ffff && column instanceof Uint32Array ? new Float64Array(column) : column;
}
