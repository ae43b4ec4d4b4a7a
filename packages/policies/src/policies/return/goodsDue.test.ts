import { describe, expect, test } from 'vitest';
import { goodsDue } from './goodsDue.js';

// 2 × 120.00, 1 × 60.00, 3 for 50.00; 30 off from 200.00, 60 off from 300.00: due 350.00 - 60.00.
const lines = [
  { lineId: 'a', pieces: 2, priceMinor: 24000 },
  { lineId: 'b', pieces: 1, priceMinor: 6000 },
  { lineId: 'c', pieces: 3, priceMinor: 5000 },
];
const tiers = [
  { fromMinor: 20000, offMinor: 3000 },
  { fromMinor: 30000, offMinor: 6000 },
];
const promotions = [{ promotionId: 'p', tiers }];

describe('what is due for the pieces that stay', () => {
  test.each([
    ['all', { a: 2, b: 1, c: 3 }, 29000, 29000],
    // 300.00 exactly reaches the second tier.
    ['a and b', { a: 2, b: 1 }, 24000, 24857],
    // 240 + 16.66 (one of three for 50.00, rounded down): the first tier. Net prices: 19886, 4971, 4143.
    ['a and one c', { a: 2, c: 1 }, 22666, 21267],
    ['one a and b', { a: 1, b: 1 }, 18000, 14914],
    ['b', { b: 1 }, 6000, 4971],
    ['none', {}, 0, 0],
  ])('%s', (_, kept, recalculated, proportional) => {
    expect(goodsDue(lines, promotions, kept, 'recalculated')).toBe(recalculated);
    expect(goodsDue(lines, promotions, kept, 'proportional')).toBe(proportional);
  });

  test.each([
    [29999, 29999 - 3000],
    [30000, 30000 - 6000],
    [30001, 30001 - 6000],
    [19999, 19999],
    [20000, 17000],
  ])('a tier counts from its amount: %i', (priceMinor, due) => {
    const one = [{ lineId: 'a', pieces: 1, priceMinor }];
    expect(goodsDue(one, promotions, { a: 1 }, 'recalculated')).toBe(due);
    expect(goodsDue(one, promotions, { a: 1 }, 'proportional')).toBe(due);
  });

  test('a promotion on some lines looks at those alone', () => {
    const some = [{ promotionId: 'p', lineIds: ['b', 'c'], tiers: [{ fromMinor: 11000, offMinor: 1000 }] }];
    expect(goodsDue(lines, some, { a: 2, b: 1, c: 3 }, 'recalculated')).toBe(34000);
    expect(goodsDue(lines, some, { a: 2, b: 1, c: 2 }, 'recalculated')).toBe(24000 + 6000 + 3333);
    expect(goodsDue(lines, some, { a: 1 }, 'proportional')).toBe(12000);
  });

  test('a discount is never more than the goods cost', () => {
    const one = [{ lineId: 'a', pieces: 1, priceMinor: 500 }];
    const large = [{ promotionId: 'p', tiers: [{ fromMinor: 0, offMinor: 800 }] }];
    expect(goodsDue(one, large, { a: 1 }, 'recalculated')).toBe(0);
  });
});
