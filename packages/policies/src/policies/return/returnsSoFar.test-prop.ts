import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { startReturns } from '../../../test/orderReturns.js';
import { policyRuns } from '../../../test/playCases.js';
import { agent, facts, line, yuan } from '../../../test/returnPlays.js';

const owner = { id: 'o1', role: 'owner' };

const order = fc.record({
  lines: fc.array(fc.record({ pieces: fc.integer({ min: 1, max: 3 }), priceMinor: fc.nat(9_999) }), {
    minLength: 1,
    maxLength: 3,
  }),
  promotion: fc.record({ fromMinor: fc.nat(20_000), offMinor: fc.nat(3_000) }),
  gift: fc.record({ fromMinor: fc.nat(20_000), valueMinor: fc.nat(3_000) }),
});

/** Goods are asked about in a case of their own, a case that was agreed to is settled, or the gift comes back. */
const step = fc.oneof(
  fc.record({
    type: fc.constant('open' as const),
    line: fc.nat(2),
    pieces: fc.integer({ min: 1, max: 2 }),
    reason: fc.constantFrom('no_reason' as const, 'defective' as const),
    sku: fc.constantFrom('kettle', 'urn', null),
    priceMinor: fc.nat(9_999),
    remedy: fc.constantFrom('exchange' as const, 'return_refund' as const, 'partial_refund' as const),
  }),
  fc.record({ type: fc.constant('settle' as const), pick: fc.nat(100) }),
  fc.record({ type: fc.constant('bring_gift' as const), pick: fc.nat(100) }),
);

test('several returns of one order give back exactly what was paid, once all has come back', () => {
  fc.assert(
    fc.property(order, fc.array(step, { maxLength: 12 }), ({ lines, promotion, gift }, steps) => {
      const priced = lines.map(({ pieces, priceMinor }, index) => line(`l${index}`, pieces, priceMinor));
      const price = priced.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
      const off = price >= promotion.fromMinor ? Math.min(price, promotion.offMinor) : 0;
      const returns = startReturns({
        ...facts,
        lines: priced,
        gifts: [{ giftId: 'spoon', ...gift }],
        promotions: [{ promotionId: 'p', tiers: [promotion] }],
        paid: yuan(price - off),
        outbound: { costMinor: 0, paidBy: 'shop' },
      });
      const open: string[] = [];
      /** Asks for pieces and agrees to them, where they are free. */
      const ask = (changes: Parameters<typeof returns.open>[1], offerMinor = 0) => {
        const opened = returns.open(agent, { evidence: ['photo'], ...changes });
        if (!opened.ok) return false;
        const { id, data } = opened.next;
        const { remedy, requested } = data;
        if (remedy === 'partial_refund') {
          if (!returns.give(id, owner, 'offer', { remedy, amountMinor: offerMinor }).ok) return false;
          expect(returns.give(id, agent, 'accept_offer', {}).ok).toBe(true);
        } else {
          const lines = requested.map(({ lineId, pieces }) => ({ lineId, pieces }));
          expect(returns.give(id, owner, 'approve', { lines }).ok).toBe(true);
        }
        open.push(id);
        return true;
      };
      const settle = (caseId: string) => {
        returns.settle(caseId);
        expect(returns.refundedMinor).toBeLessThanOrEqual(price - off + returns.differencesMinor);
      };

      const bringGift = (caseId: string) =>
        returns.give(caseId, agent, 'receive_parcel', { parcelId: 'gift', lines: [], gifts: ['spoon'] }).ok;

      for (const now of steps) {
        if (now.type === 'bring_gift') {
          const all = [...returns.cases.keys()];
          const caseId = all[now.pick % Math.max(1, all.length)];
          if (caseId !== undefined && bringGift(caseId) && !open.includes(caseId)) open.push(caseId);
          continue;
        }
        if (now.type === 'settle') {
          const [caseId] = open.splice(now.pick % Math.max(1, open.length), 1);
          if (caseId !== undefined) settle(caseId);
          continue;
        }
        const { sku, priceMinor, remedy } = now;
        const reason = remedy === 'partial_refund' ? 'defective' : now.reason;
        const wanted = { lineId: `l${now.line % lines.length}`, pieces: now.pieces };
        const replacement = remedy === 'exchange' && sku !== null ? { replacement: { sku, priceMinor } } : {};
        ask({ remedy, reason, lines: [{ ...wanted, ...replacement }] }, priceMinor);
      }
      for (const caseId of open.splice(0)) settle(caseId);
      for (const { lineId } of priced) {
        for (let again = true; again; )
          again = ask({ remedy: 'return_refund', lines: [{ lineId, pieces: 1 }] });
      }
      for (const caseId of open) settle(caseId);
      // The gift comes last, where goods have come back before.
      const [late] = [...returns.cases.values()].filter(({ data }) => data.remedy === 'return_refund');
      expect(bringGift(late?.id ?? '')).toBe(true);
      settle(late?.id ?? '');
      expect(returns.refundedMinor - returns.differencesMinor).toBe(price - off);
    }),
    { numRuns: policyRuns(3) },
  );
}, 600_000);
