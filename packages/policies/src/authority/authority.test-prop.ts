import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toyMatrix, toyPolicy } from '../../test/toyPolicy.js';
import type { Actor, Case } from '../case/index.js';
import { decideAny } from '../decide/decide.js';
import { openAny } from '../decide/openCase.js';
import type { Policy } from '../policy/index.js';
import { withReservations } from '../testing/index.js';
import type { Usage } from './usage.js';

const policy = toyPolicy() as unknown as Policy;
const facts = { daysSinceDelivery: 1 };
const actors: readonly Actor[] = [
  { id: 'a1', role: 'agent' },
  { id: 'a2', role: 'agent' },
  { id: 'l1', role: 'lead' },
  { id: 'c1', role: 'customer' },
  { id: 'clock', role: 'clock' },
  { id: 'payments', role: 'system' },
];

/** The most that one order of the toy policy may be granted by a role, however it is split. */
const perGrant = new Map(
  toyMatrix.limits.flatMap(({ per, role, most }) =>
    per === 'grant' && 'minor' in most ? [[role, most.minor]] : [],
  ),
);

test('no sequence of commands grants more than the matrix allows, over cases of one order too', () => {
  const step = fc.record({
    which: fc.nat(2),
    actor: fc.constantFrom(...actors),
    type: fc.constantFrom('propose', 'propose', 'approve', 'deny', 'accept'),
    minor: fc.oneof(fc.integer({ min: 1, max: 6000 }), fc.constantFrom(1999, 2000, 2001, 5000, 5001)),
  });
  const property = fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    const cases = [0, 1, 2].map((index) => opened(`case-${index}`));
    let usage: Usage = {};
    for (const [index, { which, actor, type, minor }] of steps.entries()) {
      const current = cases[which];
      if (current === undefined) continue;
      const params = type === 'propose' ? { amount: { minor, currency: 'CNY' } } : {};
      const now = '2026-03-02T10:00:00+08:00';
      const command = { id: `step-${index}`, type, params };
      const decision = decideAny(policy, current, command, { now, actor, usage, facts });
      if (!decision.ok) continue;
      usage = withReservations(usage, decision.reservations);
      cases[which] = decision.next;
    }
    const granted = cases.flatMap(({ approvals }) => approvals).filter(({ status }) => status !== 'released');
    let byAgents = 0;
    let all = 0;
    for (const { amount, role, grantedBy, askedBy } of granted) {
      expect(amount.minor).toBeLessThanOrEqual(perGrant.get(role) ?? 0);
      if (role !== 'agent' && askedBy.role === 'agent') expect(grantedBy.id).not.toBe(askedBy.id);
      if (role === 'agent') byAgents += amount.minor;
      all += amount.minor;
    }
    // Per order: agents up to 3000 however split, everybody together up to what was paid.
    expect(byAgents).toBeLessThanOrEqual(3000);
    expect(all).toBeLessThanOrEqual(10000);
  });
  fc.assert(property, { numRuns: 1000 });
});

function opened(id: string): Case {
  const params = {
    orderId: 'o1',
    customerId: 'c1',
    paid: { minor: 10000, currency: 'CNY' },
    reason: 'delay',
    photos: [],
  };
  const context = {
    now: '2026-03-02T09:00:00+08:00',
    actor: actors[0] as Actor,
    usage: {},
    facts,
    ids: [id] as const,
  };
  const decision = openAny(policy, { id: 'open', type: 'complain', params }, context);
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.next;
}
