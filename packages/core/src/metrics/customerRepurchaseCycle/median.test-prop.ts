import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOf } from './median.js';

function plainMedian(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

test('The median is the middle of the sorted numbers', () => {
  const fraction = fc.tuple(fc.nat({ max: 3000 }), fc.integer({ min: 1, max: 12 })).map(([a, b]) => a / b);
  fc.assert(
    fc.property(fc.array(fraction), (values) => {
      expect(medianOf(Float64Array.from(values))).toBe(plainMedian(values));
    }),
  );
});
