import { AftercareError } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { giftPolicy } from '../../test/benefitPolicies.js';
import { invoicePolicy } from '../../test/invoicePolicy.js';
import { agent, customer, manager, system, toyDefinition, toyPolicy } from '../../test/toyPolicy.js';
import { decide } from '../decide/index.js';
import { replay } from '../evolve/index.js';
import { giftDefinition, giftKind, invoiceDefinition, invoiceKind } from '../policies/index.js';
import { startScenario, withReservations } from '../testing/index.js';
import { migrateCase } from './migrateCase.js';

const present = toyPolicy();
const later = toyPolicy({ ...toyDefinition, settings: { windowDays: 60 } });
const facts = { daysSinceDelivery: 3 };

const cny = (minor: number) => ({ amount: { minor, currency: 'CNY' } });
const paid = { minor: 10000, currency: 'CNY' };
const complaint = { orderId: 'o1', customerId: 'c1', paid, reason: 'delay', photos: [] } as const;

function offered(minor = 1500) {
  const scenario = startScenario(present, { now: '2026-03-02T10:00:00+08:00', facts });
  scenario.given(agent, 'complain', complaint);
  scenario.given(agent, 'propose', cny(minor));
  if (scenario.current.state === 'awaiting_approval') scenario.given(manager, 'approve', {});
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
  expect(replay(later, [...events, ...migration.events])).toEqual(migration.next);
});

test('money that is on its way stays in the budgets of its order, and is counted as paid', () => {
  const {
    current: paying,
    now,
    usage,
  } = (() => {
    const scenario = offered(10000);
    scenario.given(customer, 'accept', {});
    return scenario;
  })();
  const migration = migrateCase(later, paying, { now, usage, facts, actor: manager }, { id: 'm' });
  if (!migration.ok) throw new Error(migration.missingState);
  expect(migration.reservations).toEqual([]);
  let current = migration.next;
  for (const { key } of paying.effects.filter(({ type }) => type === 'refund_payment')) {
    const command = { id: `paid ${key}`, type: 'effect_succeeded', params: { key } } as const;
    const decision = decide(later, current, command, { now, usage, facts, actor: system });
    if (!decision.ok) throw new Error(decision.refusal.message);
    expect(decision.reservations).toEqual([]);
    current = decision.next;
  }
  expect(current).toMatchObject({ state: 'paid', approvals: [{ status: 'committed' }] });

  const another = startScenario(later, { now, facts, caseId: 'case-2', usage });
  another.given(agent, 'complain', complaint);
  expect(another.when(agent, 'propose', cny(1))).toMatchObject({
    ok: false,
    refusal: { code: 'over_limit', details: { mostMinor: 0 } },
  });
});

test('an offer that is made anew after a migration takes the place of the one before', () => {
  const { current, now, usage } = offered();
  const migration = migrateCase(later, current, { now, usage, facts, actor: manager }, { id: 'm' });
  if (!migration.ok) throw new Error(migration.missingState);
  const context = { now, usage, facts, actor: agent };
  const accept = decide(later, migration.next, { id: 'a', type: 'accept', params: {} }, context);
  expect(accept).toMatchObject({ ok: false, refusal: { details: { why: 'other_version' } } });
  const anew = decide(later, migration.next, { id: 'p', type: 'propose', params: cny(1600) }, context);
  if (!anew.ok) throw new Error(anew.refusal.message);
  expect(withReservations(usage, anew.reservations)['paid|CNY|o1']?.amount).toBe(1600);
});

test('a gift on its way stays the only one of its order', () => {
  const { facts: known } = giftKind.behaviour.samples;
  const scenario = startScenario(giftPolicy(), { now: '2026-03-02T10:00:00+08:00', facts: known });
  scenario.given(agent, 'request', { ground: 'promotion', sku: 'tea', quantity: 1 });
  scenario.given(agent, 'grant', {});
  scenario.given(agent, 'apply', {});
  scenario.settle(system, 'add_gift', 'effect_succeeded');
  scenario.given(agent, 'fulfil', {});
  const { current, now, usage } = scenario;
  const changed = giftPolicy({ ...giftDefinition, approvalsValidFor: { hours: 48 } });
  const migration = migrateCase(changed, current, { now, usage, facts: known, actor: manager }, { id: 'm' });
  if (!migration.ok) throw new Error(migration.missingState);
  const after = withReservations(usage, migration.reservations);
  const another = startScenario(changed, { now, facts: known, caseId: 'case-2', usage: after });
  expect(another.when(agent, 'request', { ground: 'promotion', sku: 'tea', quantity: 1 })).toMatchObject({
    ok: false,
    refusal: { code: 'guard_failed' },
  });
});

describe('a deadline that counts from an anchor', () => {
  const { facts: known } = invoiceKind.behaviour.samples;
  const within = (days: number) => {
    const deadlines = invoiceDefinition.deadlines?.map((one) =>
      one.name === 'issue' ? { ...one, after: { days, calendar: 'shop' } } : one,
    );
    return invoicePolicy({ ...invoiceDefinition, deadlines });
  };
  const migrated = (now: string) => {
    const scenario = startScenario(within(10), { now: '2026-03-02T10:00:00+08:00', facts: known });
    scenario.given(agent, 'request', {
      title: { type: 'person', name: '个人' },
      form: 'ordinary',
      medium: 'digital',
      content: { of: 'lines', lineIds: ['line-1', 'line-2'] },
    });
    scenario.pass(now);
    const context = { now, usage: {}, facts: known, actor: agent };
    const migration = migrateCase(within(5), scenario.current, context, { id: 'm' });
    if (!migration.ok) throw new Error(migration.missingState);
    const command = { id: 'c', type: 'check_request', params: {} } as const;
    const decision = decide(within(5), migration.next, command, context);
    if (!decision.ok) throw new Error(decision.refusal.message);
    expect(decision.next.deadlines).toEqual(migration.next.deadlines);
    return { changes: migration.changes.slice(1), deadlines: migration.next.deadlines };
  };

  test('is told to be another one, and not moved by what comes next', () => {
    const { changes } = migrated('2026-03-03T10:00:00+08:00');
    const [from, to] = ['2026-03-12T16:00:00.000Z', '2026-03-07T16:00:00.000Z'];
    expect(changes).toEqual([{ what: 'deadline', name: 'issue', from, to }]);
  });

  test('does not come due a second time', () => {
    const { changes, deadlines } = migrated('2026-03-20T10:00:00+08:00');
    expect(changes).toEqual([]);
    expect(deadlines).toMatchObject([{ name: 'issue', spent: true }]);
  });
});

test('a script that is run twice changes nothing the second time', () => {
  const { current, now, usage } = offered();
  const context = { now, usage, facts, actor: manager };
  const nothing = { ok: true, changes: [], events: [], reservations: [] };
  expect(migrateCase(present, current, context, { id: 'm' })).toEqual({ ...nothing, next: current });
  const migration = migrateCase(later, current, context, { id: 'm' });
  if (!migration.ok) throw new Error(migration.missingState);
  const again = migrateCase(later, migration.next, context, { id: 'm' });
  expect(again).toEqual({ ...nothing, next: migration.next });
});

test('a case never becomes one of another policy', () => {
  const { current, now, usage } = offered();
  const other = toyPolicy({ ...toyDefinition, name: 'discount' });
  const migrate = () => migrateCase(other, current, { now, usage, facts, actor: manager }, { id: 'm' });
  expect(migrate).toThrow(AftercareError);
  expect(migrate).toThrow('The case is of the policy "price_cut"; it was given the policy "discount".');
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
