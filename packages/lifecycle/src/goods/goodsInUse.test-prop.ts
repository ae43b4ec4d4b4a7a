import { createShopCalendar } from '@aftercare/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GOODS_GRACE_DAYS, type GoodsInUse, goodsOutlook } from './goodsInUse.js';

const calendar = createShopCalendar({ timeZone: 'UTC' });
const first = '2026-01-01';

const arbitraryGoods: fc.Arbitrary<GoodsInUse> = fc
  .record({
    sku: fc.constantFrom('tea', 'soap'),
    signedDay: fc.integer({ min: 0, max: 300 }).map((days) => calendar.addDays(first, days)),
    packs: fc.integer({ min: 1, max: 3 }),
    // A cycle is a mean of days over pieces, such as 10 / 49: multiplied again it can fall short of a whole day.
    daysPerPack: fc.integer({ min: 1, max: 90 }),
    piecesPerPack: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ packs, daysPerPack, piecesPerPack, ...rest }) => ({
    ...rest,
    pieces: packs * piecesPerPack,
    daysPerPiece: daysPerPack / piecesPerPack,
  }));

describe('goods in use', () => {
  test('run out on the same day, from whichever day that is asked', () => {
    fc.assert(
      fc.property(arbitraryGoods, fc.integer({ min: 0, max: 2000 }), (goods, days) => {
        const ownDay = goodsOutlook([goods], goods.signedDay, calendar).daysUntilRunOut;
        const later = calendar.addDays(goods.signedDay, days);
        expect(goodsOutlook([goods], later, calendar).daysUntilRunOut).toBe((ownDay ?? 0) - days);
      }),
      { numRuns: 1000 },
    );
  });

  test('stand the same in whatever order they are given', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryGoods, { maxLength: 6 }),
        fc.integer({ min: 0, max: 600 }),
        (goods, days) => {
          const day = calendar.addDays(first, days);
          expect(goodsOutlook([...goods].reverse(), day, calendar)).toEqual(
            goodsOutlook(goods, day, calendar),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('that are bought again never run out earlier for it, unless others come first', () => {
    fc.assert(
      fc.property(fc.array(arbitraryGoods, { minLength: 1, maxLength: 5 }), (drawn) => {
        const goods = drawn.map((each) => ({ ...each, sku: 'tea' }));
        const last =
          goods
            .map(({ signedDay }) => signedDay)
            .sort()
            .at(-1) ?? first;
        const before = goodsOutlook(goods.slice(1), last, calendar).daysUntilRunOut;
        const after = goodsOutlook(goods, last, calendar).daysUntilRunOut;
        expect(after ?? 0).toBeGreaterThanOrEqual(Math.max(before ?? -Infinity, -GOODS_GRACE_DAYS - 1000));
      }),
      { numRuns: 300 },
    );
  });
});
