import { createShopCalendar } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type GoodsInUse, goodsInUseSchema, goodsOutlook } from './goodsInUse.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const tea = (signedDay: string, pieces: number, change: Partial<GoodsInUse> = {}): GoodsInUse => ({
  sku: 'tea',
  signedDay,
  pieces,
  daysPerPiece: 20,
  ...change,
});
const runOutOn = (day: string, ...goods: readonly GoodsInUse[]) =>
  goodsOutlook(goods, day, calendar).daysUntilRunOut;
const bestBeforeOn = (day: string, ...goods: readonly GoodsInUse[]) =>
  goodsOutlook(goods, day, calendar).daysUntilBestBefore;

describe('goods in use', () => {
  test('nothing is known of a customer who has none', () => {
    expect(goodsOutlook([], '2026-03-01', calendar)).toEqual({
      daysUntilRunOut: null,
      daysUntilBestBefore: null,
    });
  });

  test.each([
    ['2026-03-01', 40],
    ['2026-04-09', 1],
    ['2026-04-10', 0],
    ['2026-04-11', -1],
  ])(
    'two pieces of twenty days signed for on 1 March: on %s it is %i days until they run out',
    (day, expected) => {
      expect(runOutOn(day, tea('2026-03-01', 2))).toBe(expected);
    },
  );

  test('pieces that come before the last are used up lie until then', () => {
    // Until 21 March, and twenty days more.
    expect(runOutOn('2026-03-21', tea('2026-03-01', 1), tea('2026-03-11', 1))).toBe(20);
  });

  test('pieces that come after a gap last from the day they came', () => {
    expect(runOutOn('2026-05-01', tea('2026-03-01', 1), tea('2026-05-01', 1))).toBe(20);
  });

  test('of several goods the first to run out counts', () => {
    const soap = tea('2026-03-01', 3, { sku: 'soap' });
    expect(runOutOn('2026-03-01', soap, tea('2026-03-01', 1))).toBe(20);
  });

  test.each([
    ['2026-03-28', -7],
    ['2026-03-29', 32],
  ])('what ran out more than a week ago gives way to what lies ahead (on %s: %i)', (day, expected) => {
    // The tea ran out on 21 March, the soap does on 30 April.
    const soap = tea('2026-03-01', 3, { sku: 'soap' });
    expect(runOutOn(day, tea('2026-03-01', 1), soap)).toBe(expected);
  });

  test('where nothing else is in use, the latest of what ran out counts', () => {
    const soap = tea('2026-03-01', 2, { sku: 'soap' });
    expect(runOutOn('2026-06-30', tea('2026-03-01', 1), soap)).toBe(-81);
  });

  test('half a day is not a day: a piece of ten and a half days is used up on the tenth', () => {
    expect(runOutOn('2026-03-01', tea('2026-03-01', 1, { daysPerPiece: 10.5 }))).toBe(10);
    expect(runOutOn('2026-03-01', tea('2026-03-01', 2, { daysPerPiece: 10.5 }))).toBe(21);
  });

  test('nineteen pieces that last 87 days together do so, though a nineteenth of them is no exact number', () => {
    expect(runOutOn('2026-03-01', tea('2026-03-01', 19, { daysPerPiece: 87 / 19 }))).toBe(87);
    expect(runOutOn('2026-12-01', tea('2026-03-01', 19, { daysPerPiece: 87 / 19 }))).toBe(87 - 275);
  });

  test('goods of which nobody knows how long they last only have a best-before day', () => {
    const { daysPerPiece: _, ...unknown } = tea('2026-03-01', 2, { bestBefore: '2026-03-31' });
    expect(goodsOutlook([unknown], '2026-03-21', calendar)).toEqual({
      daysUntilRunOut: null,
      daysUntilBestBefore: 10,
    });
  });

  test.each([
    ['2026-03-31', 0],
    ['2026-04-01', -1],
    ['2026-04-07', -7],
    ['2026-04-08', 23],
  ])(
    'on %s it is %i days until the first best-before day, once that of 31 March is long past',
    (day, expected) => {
      const goods = [
        tea('2026-03-01', 1, { bestBefore: '2026-03-31' }),
        tea('2026-03-01', 1, { bestBefore: '2026-05-01' }),
      ];
      expect(bestBeforeOn(day, ...goods)).toBe(expected);
    },
  );
});

describe('the schema of goods in use', () => {
  const good = {
    sku: 'tea',
    signedDay: '2026-03-01',
    pieces: 1,
    daysPerPiece: 0.5,
    bestBefore: '2026-03-31',
  };

  test('takes goods with all that can be known of them', () => {
    expect(goodsInUseSchema.safeParse(good).success).toBe(true);
  });

  test.each([
    ['no piece', { pieces: 0 }],
    ['half a piece', { pieces: 0.5 }],
    ['a piece that lasts no time', { daysPerPiece: 0 }],
    ['a piece that lasts more than a hundred years', { daysPerPiece: 36_601 }],
    ['a day that does not exist', { signedDay: '2026-02-29' }],
    ['an instant for a day', { bestBefore: '2026-03-31T00:00:00Z' }],
    ['a key that means nothing', { piece: 1 }],
  ])('refuses %s', (_, change) => {
    expect(goodsInUseSchema.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
