import { expect, test } from 'vitest';
import {
  agent,
  customer,
  lead,
  system,
  toyAuthority,
  toyDefinition,
  toyMatrix,
  toyPolicy,
} from '../../test/toyPolicy.js';
import type { PastCase } from './pastCase.js';
import { simulate } from './simulate.js';

const facts = { daysSinceDelivery: 3 };
const paid = { minor: 10000, currency: 'CNY' };

/** A case of the past: asked at 10, approved at 16, accepted at 18, paid at 19. */
function pastCase(id: string, minor: number, needsApproval: boolean): PastCase<typeof facts> {
  const at = (hour: number) => `2026-03-02T${hour}:00:00+08:00`;
  const complaint = { orderId: id, customerId: 'c1', paid, reason: 'delay', photos: [] };
  const step = (by: typeof agent, hour: number, type: string, params: unknown) => ({
    command: { id: `${id} ${type}`, type, params },
    at: at(hour),
    by,
    facts,
  });
  const approval = needsApproval ? [step(lead, 16, 'approve', {})] : [];
  const accepted = needsApproval ? 4 : 3;
  const half = (index: number) => ({
    ...step(system, 19, 'effect_succeeded', { key: `${id}/${accepted}/${index}` }),
    command: {
      id: `${id} paid ${index}`,
      type: 'effect_succeeded',
      params: { key: `${id}/${accepted}/${index}` },
    },
  });
  return {
    id,
    steps: [
      step(agent, 10, 'complain', complaint),
      step(agent, 10, 'propose', { amount: { minor, currency: 'CNY' } }),
      ...approval,
      step(customer, 18, 'accept', {}),
      half(0),
      half(1),
    ],
  };
}

test('a wider limit saves an approval and the wait for it, and costs the same here', () => {
  const limits = toyMatrix.limits.map((limit) =>
    limit.role === 'agent' && limit.per === 'grant'
      ? { ...limit, most: { minor: 5000, currency: 'CNY' } }
      : limit,
  );
  const proposed = toyPolicy(toyDefinition, toyAuthority({ ...toyMatrix, limits }));
  const history = [pastCase('o1', 2500, true), pastCase('o2', 1500, false)];
  expect(simulate(toyPolicy(), proposed, history)).toEqual({
    present: {
      cases: 2,
      settled: 2,
      grants: 2,
      approvalsAsked: 1,
      refusals: 0,
      grantedMinor: { CNY: 4000 },
      meanHoursToSettle: 9,
    },
    // Six hours of waiting for the superior fall away in one of two cases.
    proposed: {
      cases: 2,
      settled: 2,
      grants: 2,
      approvalsAsked: 0,
      refusals: 0,
      grantedMinor: { CNY: 4000 },
      meanHoursToSettle: 6,
    },
  });
});

test('a narrower limit shows what would wait for a superior who was not asked', () => {
  const limits = toyMatrix.limits.map((limit) =>
    limit.role === 'agent' && limit.per === 'grant'
      ? { ...limit, most: { minor: 1000, currency: 'CNY' } }
      : limit,
  );
  const proposed = toyPolicy(toyDefinition, toyAuthority({ ...toyMatrix, limits }));
  const { proposed: figures } = simulate(toyPolicy(), proposed, [pastCase('o2', 1500, false)]);
  expect(figures).toMatchObject({ settled: 0, grants: 0, approvalsAsked: 1, grantedMinor: {} });
});
