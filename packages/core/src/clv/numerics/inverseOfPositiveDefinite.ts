/**
 * The inverse of a small symmetric matrix, given row by row, if it is positive definite; `undefined` if it is not, or is
 * so nearly singular that nothing would be left of it but rounding.
 */
export function inverseOfPositiveDefinite(matrix: readonly number[], size: number): number[] | undefined {
  const root = choleskyRoot(matrix, size);
  if (root === undefined) return undefined;
  const at = (row: number, column: number) => root[row * size + column] ?? 0;
  const inverse = new Array<number>(size * size).fill(0);
  for (let column = 0; column < size; column++) {
    // Forward, then backward substitution of one unit vector.
    const solution = new Array<number>(size).fill(0);
    for (let row = 0; row < size; row++) {
      let rest = row === column ? 1 : 0;
      for (let k = 0; k < row; k++) rest -= at(row, k) * (solution[k] ?? 0);
      solution[row] = rest / at(row, row);
    }
    for (let row = size - 1; row >= 0; row--) {
      let rest = solution[row] ?? 0;
      for (let k = row + 1; k < size; k++) rest -= at(k, row) * (solution[k] ?? 0);
      solution[row] = rest / at(row, row);
    }
    for (let row = 0; row < size; row++) inverse[row * size + column] = solution[row] ?? 0;
  }
  return inverse;
}

/** The least part of a diagonal element that must be left of it when those before are accounted for. */
const LEAST_PIVOT = 1e-14;

/** The lower triangle L of L Lᵀ, row by row. */
function choleskyRoot(matrix: readonly number[], size: number): number[] | undefined {
  const root = new Array<number>(size * size).fill(0);
  const at = (row: number, column: number) => root[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const element = matrix[row * size + column] ?? 0;
      let rest = element;
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
      if (row !== column) {
        root[row * size + column] = rest / at(column, column);
        continue;
      }
      if (!(element > 0 && rest > LEAST_PIVOT * element && Number.isFinite(rest))) return undefined;
      root[row * size + column] = Math.sqrt(rest);
    }
  }
  return root;
}
