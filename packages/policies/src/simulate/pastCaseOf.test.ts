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
import { migrateCase } from '../migrate/index.js';
import { startScenario } from '../testing/index.js';
import { pastCaseOf } from './pastCaseOf.js';
import { simulate } from './simulate.js';

const policy = toyPolicy();

test('a case of the store is played as it came about, and its deadlines come due anew', () => {
  const facts = { daysSinceDelivery: 3 };
  const scenario = startScenario(policy, { now: '2026-03-02T10:00:00+08:00', facts, caseId: 'o1' });
  const paid = { minor: 10000, currency: 'CNY' };
  scenario.given(agent, 'complain', { orderId: 'o1', customerId: 'c1', paid, reason: 'delay', photos: [] });
  const propose = () => {
    scenario.given(agent, 'propose', { amount: { minor: 2500, currency: 'CNY' } });
    scenario.given(lead, 'approve', {});
  };
  propose();
  // The reminder of the last day is the clock's own; the approval has run out by then.
  scenario.pass('2026-03-09T10:00:00+08:00');
  propose();
  scenario.given(customer, 'accept', {});
  expect(scenario.events.map(({ type }) => type)).toContain('deadline_reminded');

  const past = pastCaseOf(scenario.events, ({ sequence }) => ({ daysSinceDelivery: sequence }));
  expect(past.id).toBe('o1');
  expect(past.steps.map(({ command, by, facts: known }) => [command.type, by.id, known])).toEqual([
    ['complain', 'a1', { daysSinceDelivery: 1 }],
    ['propose', 'a1', { daysSinceDelivery: 2 }],
    ['approve', 'l1', { daysSinceDelivery: 3 }],
    ['propose', 'a1', { daysSinceDelivery: 5 }],
    ['approve', 'l1', { daysSinceDelivery: 6 }],
    ['accept', 'c1', { daysSinceDelivery: 7 }],
  ]);
  expect(simulate(policy, policy, [past]).present).toMatchObject({
    grants: 2,
    approvalsAsked: 2,
    refusals: 0,
  });
});

const facts = { daysSinceDelivery: 3 };
const paid = { minor: 10000, currency: 'CNY' };
const complaint = { orderId: 'o1', customerId: 'c1', paid, reason: 'delay', photos: [] } as const;

function proposed(minor: number) {
  const scenario = startScenario(policy, { now: '2026-03-02T10:00:00+08:00', facts, caseId: 'o1' });
  scenario.given(agent, 'complain', complaint);
  scenario.given(agent, 'propose', { amount: { minor, currency: 'CNY' } });
  return scenario;
}

test('a case that the clock has closed is closed when it is played, and what it held is free', () => {
  const scenario = proposed(1500);
  scenario.pass('2026-03-20T10:00:00+08:00');
  expect(scenario.current.state).toBe('closed');
  const { present } = simulate(policy, policy, [pastCaseOf(scenario.events, () => facts)]);
  // From ten o'clock on the 2nd to the end of the 9th.
  expect(present).toMatchObject({ settled: 1, grantedMinor: {}, meanHoursToSettle: 14 + 7 * 24 });
});

test('a case that is waiting yet is played as far as is known of it', () => {
  const scenario = proposed(1500);
  scenario.now = '2026-03-05T10:00:00+08:00';
  scenario.settle(system, 'notify_customer', 'effect_succeeded');
  const { present } = simulate(policy, policy, [pastCaseOf(scenario.events, () => facts)]);
  expect(present).toMatchObject({ settled: 0, grantedMinor: { CNY: 1500 } });
});

test('what the clock gives back is there for the next case', () => {
  const first = proposed(3000);
  first.given(lead, 'approve', {});
  const second = startScenario(policy, { now: '2026-03-11T10:00:00+08:00', facts, caseId: 'o1 again' });
  first.pass('2026-03-10T10:00:00+08:00');
  second.given(agent, 'complain', complaint);
  second.given(agent, 'propose', { amount: { minor: 2000, currency: 'CNY' } });
  const history = [first, second].map(({ events }) => pastCaseOf(events, () => facts));
  expect(simulate(policy, policy, history).present).toMatchObject({ approvalsAsked: 1, grants: 2 });
});

test('a migration is no step: the definition that is tried takes its place', () => {
  const { current, now, usage, events } = proposed(1500);
  const later = toyPolicy({ ...toyDefinition, settings: { windowDays: 60 } });
  const migration = migrateCase(later, current, { now, usage, facts, actor: lead }, { id: 'm' });
  if (!migration.ok) throw new Error(migration.missingState);
  const past = pastCaseOf([...events, ...migration.events], () => facts);
  expect(past.steps.map(({ command }) => command.type)).toEqual(['complain', 'propose']);
  expect(simulate(policy, later, [past]).proposed).toMatchObject({ grants: 1, refusals: 0 });
});

test('an outcome is of an effect of its type, whatever keys there are when an approval falls away', () => {
  const scenario = proposed(2500);
  scenario.given(lead, 'approve', {});
  scenario.given(agent, 'propose', { amount: { minor: 2400, currency: 'CNY' } });
  scenario.given(lead, 'approve', {});
  scenario.given(customer, 'accept', {});
  scenario.settle(system, 'request_approval', 'effect_failed');
  scenario.settle(system, 'refund_payment', 'effect_succeeded');
  scenario.settle(system, 'refund_payment', 'effect_succeeded');
  expect(scenario.current.state).toBe('paid');
  const limits = toyMatrix.limits.map((limit) =>
    limit.role === 'agent' && 'minor' in limit.most
      ? { ...limit, most: { minor: 9000, currency: 'CNY' } }
      : limit,
  );
  const wider = toyPolicy(toyDefinition, toyAuthority({ ...toyMatrix, limits }));
  const past = pastCaseOf(scenario.events, () => facts);
  const { present, proposed: figures } = simulate(policy, wider, [past]);
  expect(present).toMatchObject({ settled: 1, approvalsAsked: 2, refusals: 0, grantedMinor: { CNY: 2400 } });
  expect(figures).toMatchObject({ settled: 1, approvalsAsked: 0, refusals: 0, grantedMinor: { CNY: 2400 } });
});

test('a case is settled when it comes to its end, whatever is reported of it later', () => {
  const scenario = proposed(1500);
  scenario.now = '2026-03-02T12:00:00+08:00';
  scenario.given(customer, 'accept', {});
  scenario.settle(system, 'refund_payment', 'effect_succeeded');
  scenario.settle(system, 'refund_payment', 'effect_succeeded');
  scenario.now = '2026-03-12T10:00:00+08:00';
  scenario.settle(system, 'notify_customer', 'effect_succeeded');
  const { present } = simulate(policy, policy, [pastCaseOf(scenario.events, () => facts)]);
  expect(present).toMatchObject({ settled: 1, meanHoursToSettle: 2 });
});

test('a case without events is none', () => {
  expect(() => pastCaseOf([], () => ({}))).toThrow();
});
