import { expect, test } from 'vitest';
import { agent, manager, toyDefinition, toyPolicy } from '../../test/toyPolicy.js';
import { decide } from '../decide/index.js';
import { replay } from '../evolve/index.js';
import { startScenario } from '../testing/index.js';
import { migrateCase } from './migrateCase.js';

const present = toyPolicy();
const later = toyPolicy({ ...toyDefinition, settings: { windowDays: 60 } });
const facts = { daysSinceDelivery: 3 };

function offered() {
  const scenario = startScenario(present, { now: '2026-03-02T10:00:00+08:00', facts });
  const paid = { minor: 10000, currency: 'CNY' };
  scenario.given(agent, 'complain', { orderId: 'o1', customerId: 'c1', paid, reason: 'delay', photos: [] });
  scenario.given(agent, 'propose', { amount: { minor: 1500, currency: 'CNY' } });
  return scenario;
}

test('a case keeps the version under which it was opened, until it is migrated', () => {
  const { current, now, usage } = offered();
  const context = { now, usage, facts, actor: agent };
  const decision = decide(later, current, { id: 'x', type: 'accept', params: {} }, context);
  expect(decision).toMatchObject({ ok: false, refusal: { code: 'other_policy_version' } });
});

test('a migration says what it changes: approvals are of their version, deadlines go on', () => {
  const { current, now, usage, events } = offered();
  const migration = migrateCase(later, current, { now, usage, facts, actor: manager }, { id: 'm' });
  if (!migration.ok) throw new Error(migration.missingState);
  expect(migration.changes).toEqual([
    { what: 'policy_version', from: present.version, to: later.version },
    { what: 'approval_void', grant: 'price_cut', id: 'price_cut' },
  ]);
  expect(migration.next).toMatchObject({ policyVersion: later.version, state: 'offered', version: 3 });
  expect(migration.next.deadlines).toEqual(current.deadlines);
  expect(migration.reservations.map(({ amount }) => amount)).toEqual([-1500, -1, -1500]);
  expect(replay(later, [...events, ...migration.events])).toEqual(migration.next);
});

test('a state that the new version does not have needs a place in it', () => {
  const { current, now, usage } = offered();
  const { offered: before, ...others } = toyDefinition.states;
  const renamed = JSON.parse(
    JSON.stringify({ ...toyDefinition, states: { ...others, proposed: before } }).replaceAll(
      '"offered"',
      '"proposed"',
    ),
  );
  const context = { now, usage, facts, actor: manager };
  expect(migrateCase(toyPolicy(renamed), current, context, { id: 'm' })).toEqual({
    ok: false,
    missingState: 'offered',
  });
  const migration = migrateCase(toyPolicy(renamed), current, context, {
    id: 'm',
    states: { offered: 'proposed' },
  });
  expect(migration).toMatchObject({ ok: true, next: { state: 'proposed' } });
});
