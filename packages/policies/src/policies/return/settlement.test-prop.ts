import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { goodsDue } from './goodsDue.js';
import { NO_TENDERS, subtractTenders, totalOfTenders } from './refundSplit.js';
import { settlementPlan } from './settlement.js';

const amount = fc.nat(50_000);
const order = fc.record({
  pieces: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
  prices: fc.array(amount, { minLength: 4, maxLength: 4 }),
  promotion: fc.record({ fromMinor: amount, offMinor: fc.nat(5_000) }),
  coupon: fc.nat(3_000),
});
const step = fc.record({
  line: fc.nat(3),
  dueMode: fc.constantFrom('proportional' as const, 'recalculated' as const),
  wearMinor: fc.nat(500),
});

test('any series of settlements gives back no more than was paid, and exactly that when all comes back as it was', () => {
  fc.assert(
    fc.property(
      order,
      fc.array(step, { maxLength: 20 }),
      fc.boolean(),
      ({ pieces, prices, promotion, coupon }, steps, isWorn) => {
        const lines = pieces.map((count, index) => ({
          lineId: `l${index}`,
          sku: 's',
          pieces: count,
          priceMinor: prices[index] ?? 0,
        }));
        const promotions = [{ promotionId: 'p', tiers: [promotion] }];
        const all = Object.fromEntries(lines.map(({ lineId, pieces: count }) => [lineId, count]));
        const goods = goodsDue(lines, promotions, all, 'proportional');
        const paid = {
          money: Math.max(0, goods - coupon),
          coupon: Math.min(goods, coupon),
          points: 0,
          gift_value: 0,
        };
        let left: typeof paid = paid;
        let settledBeforeMinor = 0;
        const gone: Record<string, number> = {};
        // At the end everything that is left comes back at once.
        for (const now of [...steps, undefined]) {
          const open = lines.filter(({ lineId, pieces: count }) => count > (gone[lineId] ?? 0));
          const chosen = now === undefined ? open : open.filter((_, index) => index === now.line);
          const back = chosen.map(({ lineId, pieces: count }) => ({
            lineId,
            refund: now === undefined ? count - (gone[lineId] ?? 0) : 1,
            replace: 0,
            keep: 0,
          }));
          const plan = settlementPlan({
            id: 's',
            remedy: 'return_refund',
            pieces: back,
            lines,
            promotions,
            gifts: [],
            gone,
            settledBeforeMinor,
            awaited: { pieces: {}, goodsMinor: 0, tenders: NO_TENDERS },
            rest: { goodsMinor: 0, moneyMinor: 0 },
            pendingMinor: 0,
            differencePaidMinor: 0,
            supplements: [],
            dueMode: now?.dueMode ?? 'proportional',
            freightRule: { outbound: 'as_paid', back: 'as_paid' },
            outbound: { costMinor: 0, paidBy: 'shop' },
            back: [],
            offerMinor: 0,
            wearMinor: isWorn ? (now?.wearMinor ?? 0) : 0,
            giftsReturned: null,
            giftsDeducted: [],
            left,
            backLeftMinor: 0,
            tenderOrder: ['money', 'coupon'],
            forgivenDifferenceMinor: 0,
          });
          expect(plan.refundMinor).toBe(totalOfTenders(plan.tenders));
          expect(plan.refundMinor + plan.deductedMinor + plan.unpaidMinor).toBe(plan.goodsMinor);
          expect(plan.unpaidMinor).toBe(0);
          left = subtractTenders(left, plan.tenders);
          settledBeforeMinor += plan.goodsMinor;
          for (const { lineId, refund } of back) gone[lineId] = (gone[lineId] ?? 0) + refund;
        }
        expect(settledBeforeMinor).toBe(goods);
        if (!isWorn) expect(totalOfTenders(left)).toBe(0);
      },
    ),
  );
});
