import { expect, test } from 'vitest';
import { toyDefinition, toyPolicy } from '../../test/toyPolicy.js';
import type { Transition } from './definition.js';
import { expandSets, membersOf } from './expandSets.js';

/** The toy definition with one transition changed. */
function withStep(name: string, change: Partial<Transition>) {
  const transitions = toyDefinition.transitions.map((one) =>
    one.name === name ? { ...one, ...change } : one,
  );
  return { ...toyDefinition, transitions };
}

test('a set of states stands for them where a step begins', () => {
  const sets = { undecided: ['open', 'offered'] };
  const definition = { ...withStep('offer', { from: ['undecided'] }), sets };
  expect(expandSets(definition)).toEqual(toyDefinition);
});

test('and where a deadline runs', () => {
  const sets = { undecided: ['open', 'awaiting_approval'] };
  const [answer, response] = toyDefinition.deadlines ?? [];
  if (answer === undefined || response === undefined) throw new Error('The toy has two deadlines.');
  const deadlines = [answer, { ...response, while: ['undecided'] }];
  expect(expandSets({ ...toyDefinition, deadlines, sets })).toEqual(toyDefinition);
});

test('a set of guards stands for them', () => {
  const sets = { complete: ['last_part'] };
  expect(expandSets({ ...withStep('pay_last_part', { when: ['complete'] }), sets })).toEqual(toyDefinition);
});

test('a set of calculators stands for them, in its order', () => {
  const sets = { part: ['paid_part'] };
  expect(expandSets({ ...withStep('pay_part', { calculate: ['part'] }), sets })).toEqual(toyDefinition);
});

test('a set of effects stands for them, each with the same parameters, in outcomes too', () => {
  const sets = { letters: ['notify_customer', 'notify_lead'], money: ['refund_payment', 'issue_coupon'] };
  const [letters, money] = [{ letters: { template: 'offer' } }, 'money'];
  const { transitions } = expandSets({
    ...withStep('fail', { effects: [money, letters], of: ['money'] }),
    sets,
  });
  expect(transitions.find(({ name }) => name === 'fail')).toMatchObject({
    of: ['refund_payment', 'issue_coupon'],
    effects: [
      'refund_payment',
      'issue_coupon',
      { notify_customer: { template: 'offer' } },
      { notify_lead: { template: 'offer' } },
    ],
  });
});

test('members and sets mix, in order and each once', () => {
  const sets = { waiting: ['b', 'c'] };
  expect(membersOf(['a', 'waiting', 'c', 'd'], sets)).toEqual(['a', 'b', 'c', 'd']);
  expect(membersOf([], sets)).toEqual([]);
});

test('how sets are named decides nothing: the version stays', () => {
  const sets = { undecided: ['open', 'offered'] };
  const definition = { ...withStep('offer', { from: ['undecided'] }), sets };
  expect(toyPolicy(definition).version).toBe(toyPolicy().version);
});
