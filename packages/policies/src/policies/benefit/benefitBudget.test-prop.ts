import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { giftPolicy } from '../../../test/benefitPolicies.js';
import type { Actor } from '../../case/index.js';
import { decide, openCase, usageKeys } from '../../decide/index.js';
import { replay } from '../../evolve/index.js';
import { createMemoryCaseStore, type MemoryCaseStore } from '../../testing/index.js';
import { giftDefinition, giftKind } from './index.js';

const now = '2026-03-02T10:00:00+08:00';
const { budget } = giftDefinition.settings;
/** Room for three gifts of CNY 6.00 and something over. */
const BUDGET = 2_000;
const policy = giftPolicy({
  ...giftDefinition,
  settings: { ...giftDefinition.settings, budget: { ...budget, value: { CNY: BUDGET } } },
});

const factsOf = (orderId: string) => ({ ...giftKind.behaviour.samples.facts, orderId });

interface Job {
  readonly caseId: string;
  readonly orderId: string;
  readonly type: 'grant' | 'withdraw';
}

/** A host that decides one case after the other, in steps that another host may come between. */
async function* host(store: MemoryCaseStore, actor: Actor, jobs: readonly Job[]): AsyncGenerator<void> {
  for (const { caseId, orderId, type } of jobs) {
    for (let isDone = false; !isDone; ) {
      const current = replay(policy, await store.eventsOf(caseId));
      yield;
      const usage = await store.usageOf(usageKeys(policy, current, { actor, now }));
      yield;
      const command = { id: `${actor.id} ${type}`, type, params: {} };
      const decision = decide(policy, current, command, { now, actor, usage, facts: factsOf(orderId) });
      if (!decision.ok || decision.duplicateOf !== undefined) break;
      const { events, reservations } = decision;
      isDone = (await store.commit({ caseId, expectedVersion: current.version, events, reservations })).ok;
    }
  }
}

async function open(store: MemoryCaseStore, { caseId, orderId }: Pick<Job, 'caseId' | 'orderId'>) {
  const params = { ground: 'promotion', sku: 'tea-sample', quantity: 1 } as const;
  const actor = { id: 'a1', role: 'agent' };
  const context = { now, actor, usage: {}, facts: factsOf(orderId), ids: [caseId] as const };
  const decision = openCase(policy, { id: 'open', type: 'request', params }, context);
  if (!decision.ok) throw new Error(decision.refusal.message);
  await store.commit({ caseId, expectedVersion: 0, events: decision.events, reservations: [] });
}

const job = fc.record({
  // Two cases of each order: one of them only is given a gift.
  case: fc.nat(9),
  type: fc.oneof({ weight: 4, arbitrary: fc.constant('grant' as const) }, fc.constant('withdraw' as const)),
});

test('under any interleaving of two hosts no budget is exceeded, and no order has two gifts', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.boolean(), { maxLength: 60 }),
    fc.array(job, { maxLength: 8 }),
    fc.array(job, { maxLength: 8 }),
    async (turns, ...plans) => {
      const store = createMemoryCaseStore();
      const cases = Array.from({ length: 10 }, (_, at) => ({
        caseId: `case-${at}`,
        orderId: `order-${at >> 1}`,
      }));
      for (const one of cases) await open(store, one);
      const hosts = plans.map((plan, at) => {
        const jobs = plan.flatMap((one) => {
          const found = cases[one.case];
          return found === undefined ? [] : [{ ...found, type: one.type }];
        });
        return host(store, { id: `agent-${at}`, role: 'agent' }, jobs);
      });
      for (const first of turns) await hosts[first ? 0 : 1]?.next();
      for (const one of hosts) for await (const _ of one);
      const all = await Promise.all(
        cases.map(async ({ caseId }) => replay(policy, await store.eventsOf(caseId))),
      );
      const granted = all.filter(({ state }) => state === 'granted');
      const orders = granted.map(({ data }) => data.orderId);
      expect(new Set(orders).size).toBe(orders.length);
      const cost = granted.reduce((sum, { data }) => sum + data.costMinor, 0);
      expect(cost).toBeLessThanOrEqual(BUDGET);
      const key = 'campaign|CNY|standing_gifts';
      expect((await store.usageOf([key]))[key]?.amount ?? 0).toBe(cost);
    },
  );
  await fc.assert(property, { numRuns: 100 });
});
