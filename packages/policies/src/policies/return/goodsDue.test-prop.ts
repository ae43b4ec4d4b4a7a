import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { goodsDue } from './goodsDue.js';

const ids = ['a', 'b', 'c', 'd'];
const orders = fc
  .array(fc.record({ pieces: fc.integer({ min: 1, max: 6 }), priceMinor: fc.nat(100_000) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => lines.map((line, index) => ({ lineId: ids[index] ?? '', ...line })));
const promotions = fc.array(
  fc.record({
    promotionId: fc.constant('p'),
    tiers: fc.array(fc.record({ fromMinor: fc.nat(300_000), offMinor: fc.nat(20_000) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  { maxLength: 1 },
);

test('both ways agree on the whole order and on nothing', () => {
  fc.assert(
    fc.property(orders, promotions, (lines, offers) => {
      const all = Object.fromEntries(lines.map(({ lineId, pieces }) => [lineId, pieces]));
      const recalculated = goodsDue(lines, offers, all, 'recalculated');
      expect(goodsDue(lines, offers, all, 'proportional')).toBe(recalculated);
      expect(goodsDue(lines, offers, {}, 'recalculated')).toBe(0);
    }),
  );
});

test('any series of returns sums up to what was due for the order', () => {
  fc.assert(
    fc.property(orders, promotions, fc.infiniteStream(fc.nat(3)), (lines, offers, picks) => {
      const kept = Object.fromEntries(lines.map(({ lineId, pieces }) => [lineId, pieces]));
      const price = goodsDue(lines, offers, kept, 'proportional');
      let refunded = 0;
      for (const pick of picks) {
        const left = lines.filter(({ lineId }) => (kept[lineId] ?? 0) > 0);
        const line = left[pick % Math.max(1, left.length)];
        if (line === undefined) break;
        kept[line.lineId] = (kept[line.lineId] ?? 0) - 1;
        const refund = price - goodsDue(lines, offers, kept, 'proportional') - refunded;
        expect(refund).toBeGreaterThanOrEqual(0);
        refunded += refund;
      }
      expect(refunded).toBe(price);
    }),
  );
});
