import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toyPolicy } from '../../test/toyPolicy.js';
import type { Actor, Case } from '../case/index.js';
import { decideAny } from '../decide/decide.js';
import { usageKeys } from '../decide/index.js';
import { openAny } from '../decide/openCase.js';
import { replay } from '../evolve/index.js';
import type { Policy } from '../policy/index.js';
import { caseStoreContract } from './caseStoreContract.js';
import { createMemoryCaseStore } from './memoryCaseStore.js';

describe('the store in memory', () => {
  for (const { name, run } of caseStoreContract(createMemoryCaseStore)) test(name, run);
});

const policy = toyPolicy() as unknown as Policy;
const facts = { daysSinceDelivery: 1 };
const now = '2026-03-02T10:00:00+08:00';

/** A host that decides about one case, in steps that another host may come between. */
async function* host(
  store: ReturnType<typeof createMemoryCaseStore>,
  caseId: string,
  actor: Actor,
  minor: number,
): AsyncGenerator<void> {
  for (;;) {
    const events = await store.eventsOf(caseId);
    yield;
    const current = replay(policy, events) as Case;
    const usage = await store.usageOf(usageKeys(policy, current, { actor, now }));
    yield;
    const command = {
      id: `${actor.id} ${minor}`,
      type: 'propose',
      params: { amount: { minor, currency: 'CNY' } },
    };
    const decision = decideAny(policy, current, command, { now, actor, usage, facts });
    if (!decision.ok || decision.duplicateOf !== undefined) return;
    const { reservations } = decision;
    const commit = { caseId, expectedVersion: current.version, events: decision.events, reservations };
    if ((await store.commit(commit)).ok) return;
    yield;
  }
}

test('under any interleaving of two hosts no order total is exceeded', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.boolean(), { maxLength: 30 }),
    fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 2, maxLength: 4 }),
    async (turns, amounts) => {
      const store = createMemoryCaseStore();
      for (const id of ['case-0', 'case-1']) await open(store, id);
      const actors: readonly Actor[] = [
        { id: 'a1', role: 'agent' },
        { id: 'a2', role: 'agent' },
      ];
      const hosts = actors.map((actor, place) => all(store, `case-${place}`, actor, amounts));
      for (const first of turns) await hosts[first ? 0 : 1]?.next();
      for (const one of hosts) for await (const _ of one);
      const cases = await Promise.all(
        ['case-0', 'case-1'].map(async (id) => replay(policy, await store.eventsOf(id))),
      );
      const held = cases.flatMap(({ approvals }) => approvals.filter(({ status }) => status === 'held'));
      const total = held.reduce((sum, { amount }) => sum + amount.minor, 0);
      expect(total).toBeLessThanOrEqual(3000);
      const usage = await store.usageOf(['order||*|*|CNY||o1']);
      expect(usage['order||*|*|CNY||o1']?.amount ?? 0).toBe(total);
    },
  );
  await fc.assert(property, { numRuns: 200 });
});

async function* all(
  store: ReturnType<typeof createMemoryCaseStore>,
  caseId: string,
  actor: Actor,
  amounts: readonly number[],
): AsyncGenerator<void> {
  for (const minor of amounts) yield* host(store, caseId, actor, minor);
}

async function open(store: ReturnType<typeof createMemoryCaseStore>, caseId: string): Promise<void> {
  const paid = { minor: 10000, currency: 'CNY' };
  const params = { orderId: 'o1', customerId: 'c1', paid, reason: 'delay', photos: [] };
  const context = { now, actor: { id: 'a1', role: 'agent' }, usage: {}, facts, ids: [caseId] as const };
  const decision = openAny(policy, { id: 'open', type: 'complain', params }, context);
  if (!decision.ok) throw new Error(decision.refusal.message);
  await store.commit({ caseId, expectedVersion: 0, events: decision.events, reservations: [] });
}
