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
