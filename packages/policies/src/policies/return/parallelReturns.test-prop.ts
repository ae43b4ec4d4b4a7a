import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreed, type OrderReturns, startReturns } from '../../../test/orderReturns.js';
import { policyRuns } from '../../../test/playCases.js';
import { agent, facts, line, type Request, yuan } from '../../../test/returnPlays.js';
import { goodsDue } from './goodsDue.js';
import type { OrderLine } from './returnSchemas.js';

const owner = { id: 'o1', role: 'owner' };
const FREIGHT = 800;

const lines = fc.array(
  fc.record({
    pieces: fc.integer({ min: 1, max: 3 }),
    priceMinor: fc.oneof(fc.nat(3), fc.nat(9_999)),
  }),
  { minLength: 1, maxLength: 3 },
);
const promotion = fc.record({ fromMinor: fc.nat(20_000), offMinor: fc.nat(3_000) });

/** What becomes of each return: which of them are sent, and in which order they are settled. */
const fate = fc.record({ rank: fc.nat(100), isSent: fc.boolean() });
const fates = fc.array(fate, { minLength: 9, maxLength: 9 });
type Fate = typeof fate extends fc.Arbitrary<infer One> ? One : never;

const linesOf = (all: readonly { pieces: number; priceMinor: number }[]) =>
  all.map(({ pieces, priceMinor }, index) => line(`l${index}`, pieces, priceMinor));
const priceOf = (all: readonly OrderLine[]) => all.reduce((sum, { priceMinor }) => sum + priceMinor, 0);

/** Each piece is agreed upon in a case of its own before any is settled; the lines that were not sent. */
function play(
  returns: OrderReturns,
  priced: readonly OrderLine[],
  all: readonly Fate[],
  why: Partial<Request>,
) {
  const pieces = priced.flatMap(({ lineId, pieces: count }) => Array.from({ length: count }, () => lineId));
  const cases = pieces.map((lineId, index) => {
    const id = agreed(returns, { ...why, lines: [{ lineId, pieces: 1 }] });
    return { id, lineId, ...(all[index] ?? { rank: 0, isSent: true }) };
  });
  for (const { id, isSent } of cases.sort((one, other) => one.rank - other.rank)) {
    if (isSent) returns.settle(id);
    else expect(returns.give(id, agent, 'cancel', {}).ok).toBe(true);
  }
  return cases.filter(({ isSent }) => !isSent).map(({ lineId }) => lineId);
}

/** What was short because others held it is settled; others may have taken it with their goods since. */
function settleRests(returns: OrderReturns): void {
  for (const { id, data } of returns.cases.values()) {
    const isDue = data.rest !== undefined && returns.give(id, owner, 'settle', { missing: 'keep' }).ok;
    if (isDue) returns.succeed(id);
  }
}

test('the freight of the way out goes back once to the cent, however many returns share it at once', () => {
  fc.assert(
    fc.property(lines, fates, (wanted, all) => {
      const priced = linesOf(wanted);
      const paid = priceOf(priced) + FREIGHT;
      const outbound = { costMinor: FREIGHT, paidBy: 'customer' } as const;
      const returns = startReturns({ ...facts, lines: priced, paid: yuan(paid), outbound });
      const faulty = { reason: 'defective', evidence: ['photo'] } as const;
      for (const lineId of play(returns, priced, all, faulty))
        returns.settle(agreed(returns, { ...faulty, lines: [{ lineId, pieces: 1 }] }));
      settleRests(returns);
      expect(returns.refundedMinor).toBe(paid);
    }),
    { numRuns: policyRuns(8) },
  );
}, 600_000);

test('who keeps what they had asked to return pays for it what it costs, and no more for what others held', () => {
  fc.assert(
    fc.property(lines, promotion, fates, (wanted, tier, all) => {
      const priced = linesOf(wanted);
      const price = priceOf(priced);
      const promotions = [{ promotionId: 'p', tiers: [tier] }];
      const paid = price - (price >= tier.fromMinor ? Math.min(price, tier.offMinor) : 0);
      if (paid === 0) return;
      const outbound = { costMinor: 0, paidBy: 'shop' } as const;
      const returns = startReturns({ ...facts, lines: priced, promotions, paid: yuan(paid), outbound });
      const kept: Record<string, number> = {};
      for (const lineId of play(returns, priced, all, {})) kept[lineId] = (kept[lineId] ?? 0) + 1;
      settleRests(returns);
      expect(paid - returns.refundedMinor).toBeLessThanOrEqual(
        goodsDue(priced, promotions, kept, 'recalculated'),
      );
    }),
    { numRuns: policyRuns(8) },
  );
}, 600_000);
