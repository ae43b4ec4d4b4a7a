import { AftercareError } from '@aftercare/core';
import { expect, test } from 'vitest';
import { agent, toyPolicy } from '../../test/toyPolicy.js';
import { toDecider } from './toDecider.js';

const context = {
  now: '2026-03-02T10:00:00+08:00',
  actor: agent,
  usage: {},
  facts: { daysSinceDelivery: 3 },
  ids: ['case-1'] as const,
};
const paid = { minor: 10000, currency: 'CNY' };
const params = { orderId: 'o1', customerId: 'c1', paid, reason: 'delay' as const, photos: [] };

test('an event store opens, decides and follows a case with three functions', () => {
  const { decide, evolve, initialState } = toDecider(toyPolicy(), context);
  const [opened] = decide({ id: '1', type: 'complain', params }, initialState());
  if (opened === undefined) throw new Error('No event.');
  const current = evolve(initialState(), opened);
  expect(current).toMatchObject({ id: 'case-1', state: 'open', version: 1 });
  expect(decide({ id: '1', type: 'complain', params }, current)).toEqual([]);
  expect(() => decide({ id: '2', type: 'approve', params: {} }, current)).toThrow(AftercareError);
});

test('two hosts that read one budget learn from the events what to check before they append them', () => {
  const opened = toDecider(toyPolicy(), context).decide({ id: '1', type: 'complain', params }, null);
  expect(opened.map(({ reservations }) => reservations)).toEqual([[]]);
  const usage = { 'paid|CNY|o1': { amount: 500, version: 7 } };
  const { decide, evolve } = toDecider(toyPolicy(), { ...context, usage });
  const current = opened.reduce(evolve, null);
  const amount = { minor: 1500, currency: 'CNY' };
  const events = decide({ id: '2', type: 'propose', params: { amount } }, current);
  expect(events.map(({ type }) => type)).toEqual(['proposed']);
  expect(events[0]?.reservations).toContainEqual({
    key: 'paid|CNY|o1',
    amount: 1500,
    limit: 10000,
    usageVersion: 7,
  });
  // They are of the decision and not of the case: stored with the event or not, it leads to the same.
  const [proposed] = events;
  if (proposed === undefined) throw new Error('No event.');
  const { reservations: _, ...event } = proposed;
  expect(evolve(current, JSON.parse(JSON.stringify(proposed)))).toEqual(evolve(current, event));
});
