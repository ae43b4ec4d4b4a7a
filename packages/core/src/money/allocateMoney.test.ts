import { describe, expect, test } from 'vitest';
import { allocateMoney, type Money, money } from './index.js';

const MOST = Number.MAX_SAFE_INTEGER;
const cny = (minor: number) => money(minor, 'CNY');
const misuse = (code: string, path: (string | number)[]) => expect.objectContaining({ code, path });

describe('the parts of an amount', () => {
  test.each<[string, number, number[], number[]]>([
    ['are equal for equal weights', 99, [1, 1, 1], [33, 33, 33]],
    ['of equal remainders favour the first', 100, [1, 1, 1], [34, 33, 33]],
    ['of equal remainders favour the first two', 101, [1, 1, 1], [34, 34, 33]],
    // 33.33, 66.66: the larger remainder is the second one.
    ['favour the largest remainder', 100, [1, 2], [33, 67]],
    // 16.67, 33.33, 50.
    ['follow the weights', 100, [1, 2, 3], [17, 33, 50]],
    ['do not depend on a common factor of the weights', 100, [50, 100, 150], [17, 33, 50]],
    ['give nothing to a weight of zero', 100, [0, 1, 0, 2], [0, 33, 0, 67]],
    ['give nothing to a weight of zero when there is one minor unit', 1, [0, 1], [0, 1]],
    ['are whole for one weight', 100, [7], [100]],
    ['are zero of zero', 0, [1, 2], [0, 0]],
    ['are fewer than the weights when there are few minor units', 2, [1, 1, 1], [1, 1, 0]],
    ['of a negative amount mirror those of the positive one', -100, [1, 2, 3], [-17, -33, -50]],
    ['are exact for the largest amount', MOST, [1, 1], [4_503_599_627_370_496, 4_503_599_627_370_495]],
    ['are exact for the largest weights', 100, [MOST, MOST], [50, 50]],
  ])('%s: %d by %j', (_, minor, weights, parts) => {
    expect(allocateMoney(cny(minor), weights)).toEqual(parts.map(cny));
  });

  test('have no zero with a sign', () => {
    const parts = allocateMoney(cny(-1), [0, 1, 1]).map(({ minor }) => minor);
    expect(parts.map((minor) => Object.is(minor, -0))).toEqual([false, false, false]);
  });

  test.each<[string, Money, number[], string, (string | number)[]]>([
    ['all weights are zero', cny(1), [0, 0], 'no_positive_weight', ['weights']],
    ['there are no weights', cny(1), [], 'no_positive_weight', ['weights']],
    ['nothing is to be divided by nothing', cny(0), [], 'no_positive_weight', ['weights']],
    ['a weight is negative', cny(1), [1, -1], 'out_of_range', ['weights', 1]],
    ['a weight is no integer', cny(1), [0.5, 0.5], 'not_multiple_of', ['weights', 0]],
    ['a weight is NaN', cny(1), [1, Number.NaN], 'not_multiple_of', ['weights', 1]],
    ['a weight is not exact', cny(1), [MOST + 1], 'out_of_range', ['weights', 0]],
    ['the amount is no integer', { minor: 0.5, currency: 'CNY' }, [1], 'unsafe_amount', ['money', 'minor']],
  ])('cannot be told when %s', (_, amount, weights, code, path) => {
    expect(() => allocateMoney(amount, weights)).toThrow(misuse(code, path));
  });
});
