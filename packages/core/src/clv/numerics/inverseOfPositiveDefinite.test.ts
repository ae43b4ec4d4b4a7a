import { expect, test } from 'vitest';
import { inverseOfPositiveDefinite } from './inverseOfPositiveDefinite.js';

test('The inverse of [[4, 2], [2, 3]] is [[3, -2], [-2, 4]] / 8', () => {
  const inverse = inverseOfPositiveDefinite([4, 2, 2, 3], 2);
  for (const [place, expected] of [0.375, -0.25, -0.25, 0.5].entries())
    expect(inverse?.[place]).toBeCloseTo(expected, 15);
});

test.each([
  ['bends up in one direction', [1, 2, 2, 1]],
  ['is singular', [1, 1, 1, 1]],
  ['is singular but for rounding', [1, 1, 1, 1 + 1e-15]],
  ['is zero', [0, 0, 0, 0]],
  ['is no matrix of numbers', [Number.NaN, 0, 0, 1]],
  ['is infinite', [Number.POSITIVE_INFINITY, 0, 0, 1]],
])('There is none of a matrix that %s', (_, matrix) => {
  expect(inverseOfPositiveDefinite(matrix, 2)).toBeUndefined();
});
