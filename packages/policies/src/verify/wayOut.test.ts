import { expect, test } from 'vitest';
import { canEnd } from '../../test/playCases.js';
import { agent, customer, system, toyPolicy } from '../../test/toyPolicy.js';
import { anyPolicy } from '../decide/index.js';
import { startScenario } from '../testing/index.js';

test('a way out is found, however many notices are still open', () => {
  const policy = toyPolicy();
  const scenario = startScenario(policy, {
    now: '2026-03-02T02:00:00.000Z',
    facts: { daysSinceDelivery: 1 },
  });
  const paid = { minor: 10000, currency: 'CNY' };
  scenario.given(agent, 'complain', { orderId: 'o1', customerId: 'c1', paid, reason: 'delay', photos: [] });
  for (let offers = 0; offers < 12; offers++)
    scenario.given(agent, 'propose', { amount: { minor: 1500, currency: 'CNY' } });
  scenario.given(customer, 'accept', {});
  scenario.settle(system, 'refund_payment', 'effect_failed');
  scenario.settle(system, 'refund_payment', 'effect_failed');
  const { current, usage, now } = scenario;
  expect(current.effects).toHaveLength(14);
  // Two payments to try again, and then to succeed: four steps, each of them among those of twelve notices.
  expect(canEnd(anyPolicy(policy), { current, usage, now })).toBe(true);
});
