import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyRuns } from '../../../test/playCases.js';
import { returnPolicy } from '../../../test/returnPolicy.js';
import { paidKey } from '../../authority/index.js';
import type { Actor, Case } from '../../case/index.js';
import { decide, openCase, usageKeys } from '../../decide/index.js';
import { replay } from '../../evolve/index.js';
import type { DataOf } from '../../kind/index.js';
import { createMemoryCaseStore, type MemoryCaseStore } from '../../testing/index.js';
import { type ReturnShape, returnKind } from './index.js';

const policy = returnPolicy();
const now = '2026-03-02T10:00:00+08:00';
const agent: Actor = { id: 'a1', role: 'agent' };
const numRuns = policyRuns(3);

// Everything is delivered and was paid in money: 2 cups for 100.00, a lamp for 60.00, a book for 30.00.
const { facts: sample } = returnKind.behaviour.samples;
const facts = {
  ...sample,
  paid: { minor: 19_000, currency: 'CNY' },
  otherTenders: { coupon: 0, points: 0, gift_value: 0 },
  promotions: [],
  gifts: [],
  outbound: { costMinor: 0, paidBy: 'shop' as const },
  lines: sample.lines.map((line) => ({
    ...line,
    shipping: 'delivered' as const,
    deliveredAt: '2026-03-01T10:00:00+08:00',
  })),
};

interface Wish {
  readonly lineId: string;
  readonly pieces: number;
}

/** A host that opens a case and grants it, in steps that the other one may come between; it tries again when it must. */
async function* host(store: MemoryCaseStore, caseId: string, wish: Wish): AsyncGenerator<void> {
  for (const step of ['open', 'approve'] as const) {
    for (let attempt = 0; attempt < 5; attempt++) {
      const events = await store.eventsOf(caseId);
      yield;
      const current = events.length === 0 ? undefined : replay(policy, events);
      const keys = usageKeys(policy, current ?? blank, { actor: agent, now });
      const usage = await store.usageOf(keys);
      yield;
      const context = { now, actor: agent, usage, facts, ids: [caseId] as const };
      const decision =
        step === 'open' || current === undefined
          ? openCase(
              policy,
              { id: 'open', type: 'request_return', params: { ...request, lines: [wish] } },
              context,
            )
          : decide(policy, current, { id: 'approve', type: 'approve', params: { lines: [wish] } }, context);
      if (!decision.ok || decision.duplicateOf !== undefined) return;
      const { events: added, reservations } = decision;
      const done = await store.commit({
        caseId,
        expectedVersion: events.length,
        events: added,
        reservations,
      });
      if (done.ok) break;
      yield;
    }
  }
}

const request = { remedy: 'return_refund', reason: 'wrong_goods', evidence: ['photo'] } as const;

/** A case of the order, for the keys of its budgets before there is one. */
const blank: Pick<Case<DataOf<ReturnShape>>, 'data'> = (() => {
  const params = { ...request, lines: [{ lineId: 'cups', pieces: 1 }] };
  const context = { now, actor: agent, usage: {}, facts, ids: ['blank'] as const };
  const decision = openCase(policy, { id: 'open', type: 'request_return', params }, context);
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.next;
})();

const wish = fc.constantFrom<Wish>(
  { lineId: 'cups', pieces: 1 },
  { lineId: 'cups', pieces: 2 },
  { lineId: 'lamp', pieces: 1 },
  { lineId: 'book', pieces: 1 },
);

test('under any interleaving of two hosts no piece and no cent of an order goes back twice', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.boolean(), { maxLength: 60 }),
    fc.array(wish, { minLength: 2, maxLength: 6 }),
    async (turns, wishes) => {
      const store = createMemoryCaseStore();
      const lists = [0, 1].map((place) => wishes.filter((_, index) => index % 2 === place));
      const hosts = lists.map((list, place) => all(store, `host-${place}`, list));
      for (const first of turns) await hosts[first ? 0 : 1]?.next();
      for (const one of hosts) for await (const _ of one);
      const pieces = new Map<string, number>();
      let promised = 0;
      for (const [place, list] of lists.entries()) {
        for (const [index] of list.entries()) {
          const events = await store.eventsOf(`host-${place}-${index}`);
          const data = events.length === 0 ? undefined : replay(policy, events).data;
          promised += data?.held?.refundMinor ?? 0;
          for (const { lineId, refund } of data?.held?.lines ?? [])
            pieces.set(lineId, (pieces.get(lineId) ?? 0) + refund);
        }
      }
      expect(promised).toBeLessThanOrEqual(19_000);
      expect(pieces.get('cups') ?? 0).toBeLessThanOrEqual(2);
      expect(pieces.get('lamp') ?? 0).toBeLessThanOrEqual(1);
      const key = paidKey('order-1', 'CNY');
      expect((await store.usageOf([key]))[key]?.amount ?? 0).toBe(promised);
      // What is asked for all pieces together comes to all that was paid, and no more.
      const asked = new Set(wishes.map(({ lineId }) => lineId));
      if (asked.size === 3 && pieces.get('cups') === 2) expect(promised).toBe(19_000);
    },
  );
  await fc.assert(property, { numRuns });
}, 600_000);

async function* all(store: MemoryCaseStore, name: string, wishes: readonly Wish[]): AsyncGenerator<void> {
  for (const [index, one] of wishes.entries()) yield* host(store, `${name}-${index}`, one);
}
