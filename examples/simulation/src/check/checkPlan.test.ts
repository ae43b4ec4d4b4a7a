import type { CareAction, CarePlan, CareReceipt } from '@aftercare/lifecycle';
import { expect, test } from 'vitest';
import { checkPlan } from './checkPlan.js';

const action: CareAction = {
  id: 'a_rule/once/c-1',
  rule: 'a_rule',
  customerId: 'c-1',
  kind: 'care',
  purpose: 'service',
  template: 'thanks',
  params: {},
  channel: 'email',
  dueAt: '2016-03-01T15:00:00Z',
  expiresAt: '2016-03-03T05:00:00Z',
  value: 0,
  grounds: '',
};
const receipt: CareReceipt = {
  rule: 'a_rule',
  rulesVersion: 'v',
  customerId: 'c-1',
  actionId: action.id,
  outcome: { kind: 'planned' },
  because: '',
  facts: {},
};
const plan: CarePlan = {
  customerId: 'c-1',
  actions: [action],
  heldOut: [],
  receipts: [receipt],
  withdrawals: [],
};
const holdout = { kind: 'suppressed', reason: 'holdout', bucket: 1, buckets: 500, of: 'all' } as const;
const kinds = (changes: Partial<CarePlan>, earlier: readonly string[] = []) =>
  checkPlan({ ...plan, ...changes }, new Set(earlier)).map(({ kind }) => kind);

test('a plan whose receipts and actions fit together has no finding', () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ actions: [], heldOut: [action], receipts: [{ ...receipt, outcome: holdout }] })).toEqual([]);
});

test.each<[string, Partial<CarePlan>, string[]]>([
  ['a rule with two receipts', { receipts: [receipt, receipt] }, ['two_receipts']],
  ['an action that no receipt tells of', { receipts: [] }, ['action_without_receipt']],
  ['a receipt of an action that is not there', { actions: [] }, ['receipt_without_action']],
  ['an action twice', { actions: [action, action] }, ['action_without_receipt', 'planned_twice']],
  [
    'somebody held out who gets the message all the same',
    { receipts: [{ ...receipt, outcome: holdout }] },
    ['action_without_receipt', 'receipt_without_action'],
  ],
])('%s is found', (_, changes, found) => {
  expect(kinds(changes)).toEqual(found);
});

test('an id that an earlier plan had is found', () => {
  expect(kinds({}, [action.id])).toEqual(['planned_twice']);
});
