import { expect, test } from 'vitest';
import { agent, customer, lead, toyPolicy } from '../../test/toyPolicy.js';
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

test('a case without events is none', () => {
  expect(() => pastCaseOf([], () => ({}))).toThrow();
});
