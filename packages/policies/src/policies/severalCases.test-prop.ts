import { epochMillisOf, instantOf } from '@aftercare/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeShippingPolicy } from '../../test/benefitPolicies.js';
import { compensationPolicy } from '../../test/compensationPolicy.js';
import { policyRuns } from '../../test/playCases.js';
import { returnPolicy } from '../../test/returnPolicy.js';
import type { Usage } from '../authority/index.js';
import type { Case, Command } from '../case/index.js';
import type { Accepted } from '../decide/index.js';
import { judge } from '../decide/judge.js';
import { openAny } from '../decide/openCase.js';
import { tickAny } from '../decide/tick.js';
import type { Policy } from '../policy/index.js';
import { withReservations } from '../testing/index.js';
import { actorsOf, commandsFor } from '../verify/explore.js';
import { freeShippingKind } from './benefit/index.js';
import { compensationKind } from './compensation/index.js';
import { returnKind } from './return/index.js';
import { minorOf } from './return/returnEffects.js';

const { facts } = returnKind.behaviour.samples;
/** Of CNY 168.00 in money, freight included, 148.00 were refunded by hand: the cases have 20.00 between them. */
const { orderId, customerId, paid } = facts;
const order = { orderId, customerId, paid, refundedMinor: 14_800 };
const LEFT = paid.minor - order.refundedMinor;

const workflows = [
  [returnPolicy(), { ...facts, ...order }],
  [compensationPolicy(), { ...compensationKind.behaviour.samples.facts, ...order }],
  [
    freeShippingPolicy(),
    { ...freeShippingKind.behaviour.samples.facts, ...order, freightMinor: facts.outbound.costMinor },
  ],
] as unknown as readonly (readonly [Policy, object])[];

/** What an effect moves of the money that was paid for the order, once it is done: positive goes back to the customer. */
function movedBy({ type, params }: Case['effects'][number]): number {
  const { tender = 'money' } = params;
  if (type === 'waive_freight' || (type === 'refund_payment' && tender === 'money')) return minorOf(params);
  // What is taken from a refund, and what was paid on top.
  const comesBack = ['restore_freight', 'deduct_from_refund', 'request_payment'].includes(type);
  return comesBack ? -minorOf(params) : 0;
}

const step = fc.record({
  which: fc.nat(2),
  pick: fc.nat(100_000),
  minutes: fc.nat(400),
  mayEnd: fc.boolean(),
});

test('whatever cases share an order, no more of its money goes back than was paid and not refunded', () => {
  let most = 0;
  const property = fc.property(fc.array(step, { minLength: 40, maxLength: 100 }), (steps) => {
    const cases = new Map<number, Case>();
    let [usage, moved, now]: [Usage, number, string] = [{}, 0, '2026-03-02T02:00:00.000Z'];
    for (const { which, pick, minutes, mayEnd } of steps) {
      now = instantOf((epochMillisOf(now) ?? 0) + minutes * 60_000);
      const [policy, known] = workflows[which % workflows.length] ?? [];
      if (policy === undefined || known === undefined) continue;
      const current = cases.get(which);
      const ids: readonly [string] = [`case-${which}`];
      const context = { now, usage, facts: known, ids };
      const decision = firstAccepted(policy, current, pick, context, mayEnd);
      if (decision === null) continue;
      const outcome = decision.events[0]?.outcome;
      const effect = current?.effects.find(({ key }) => key === outcome?.key);
      if (effect !== undefined && outcome?.status === 'succeeded') moved += movedBy(effect);
      cases.set(which, decision.next);
      usage = withReservations(usage, decision.reservations);
      most = Math.max(most, moved);
      expect(moved).toBeLessThanOrEqual(LEFT);
    }
  });
  // Each run is as long as a dozen of those that play one case. In one of four something goes back: of 40, in one at least.
  fc.assert(property, { numRuns: Math.max(40, policyRuns(12)) });
  // Something has gone back, or the runs say nothing.
  expect(most).toBeGreaterThan(0);
}, 600_000);

type Context = Omit<Parameters<typeof openAny>[2], 'actor'>;

/** What comes of the first command, from a place among all, that somebody may give. */
function firstAccepted(
  policy: Policy,
  current: Case | undefined,
  pick: number,
  context: Context,
  mayEnd: boolean,
): Accepted | null {
  // Marketplaces decide beyond every bound.
  const actors = actorsOf(policy, current).filter(({ role }) => role !== 'platform');
  const { opening } = policy.kind.behaviour.samples;
  const commands =
    current === undefined
      ? opening.map((params) => ({ type: policy.definition.opening.on, params }))
      : commandsFor(policy, current);
  const due = current !== undefined && pick % 10 === 0 ? tickAny(policy, current, context) : null;
  if (due !== null) return due;
  // Of what is under way most goes through.
  const done = commands.filter(({ type }) => type === 'effect_succeeded');
  const tried = pick % 3 === 0 && done.length > 0 ? done : commands;
  const all = tried.flatMap((one) => actors.map((actor) => ({ ...one, actor })));
  for (let tries = 0; tries < all.length; tries++) {
    const { actor, type, params } = all[(pick + tries) % all.length] ?? {};
    if (actor === undefined || type === undefined) continue;
    const command = { id: `${current?.version ?? 0}`, type, params } as Command;
    const decision =
      current === undefined
        ? openAny(policy, command, { ...context, actor })
        : judge(policy, current, command, { ...context, actor });
    if (!decision.ok || decision.duplicateOf !== undefined) continue;
    if (mayEnd || policy.definition.states[decision.next.state]?.final !== true) return decision;
  }
  return null;
}
