import { defineFacts, explain, loadRules, unwrap } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toyPolicy } from '../../test/toyPolicy.js';
import { anyPolicy } from './anyPolicy.js';
import { lacking } from './lack.js';
import { nearestChanges } from './nearestChanges.js';

const facts = defineFacts(
  z.object({
    days: z.int().nullable(),
    rate: z.number(),
    isPaid: z.boolean(),
    remedy: z.enum(['refund', 'exchange', 'resend']),
    tags: z.array(z.string()),
  }),
);
const record = { days: 31, rate: 0.5, isPaid: false, remedy: 'resend', tags: [] as string[] } as const;
const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });

function changesOf(conditions: object) {
  const rules = unwrap(loadRules([{ name: 'a', conditions, event: { type: 'x' } }], facts));
  const [rule] = explain(rules, record).rules;
  return nearestChanges(
    lacking('guard_failed', { guards: [] }),
    rule?.turns ?? [],
    rules,
    anyPolicy(toyPolicy()),
  );
}

describe('the nearest change', () => {
  test.each([
    ['at most', is('days', 'lessThanInclusive', 30), { to: 30, side: 'at_most' }],
    ['fewer', is('days', 'lessThan', 30), { to: 29, side: 'at_most' }],
    ['at least', is('days', 'greaterThanInclusive', 32), { to: 32, side: 'at_least' }],
    ['more', is('days', 'greaterThan', 31), { to: 32, side: 'at_least' }],
    ['exactly', is('days', 'equal', 0), { to: 0, side: 'exactly' }],
    ['below a number with decimals', is('rate', 'lessThan', 0.5), { to: 0.5, side: 'less_than' }],
    ['above a number with decimals', is('rate', 'greaterThan', 0.5), { to: 0.5, side: 'more_than' }],
    ['a number rather than none', { any: [is('days', 'equal', null), is('days', 'lessThan', 9)] }, { to: 8 }],
    ['yes', is('isPaid', 'equal', true), { from: false, oneOf: [true] }],
    ['not no', is('isPaid', 'notEqual', false), { from: false, oneOf: [true] }],
    ['one of some', is('remedy', 'in', ['refund', 'exchange']), { oneOf: ['refund', 'exchange'] }],
    ['none of some', is('remedy', 'notIn', ['resend']), { from: 'resend', noneOf: ['resend'] }],
    ['no longer so', { not: is('remedy', 'equal', 'resend') }, { noneOf: ['resend'] }],
    ['so after all', { not: is('remedy', 'notEqual', 'refund') }, { oneOf: ['refund'] }],
    ['by a decorator', is('remedy', 'not:in', ['resend']), { noneOf: ['resend'] }],
  ])('%s', (_, condition, change) => {
    const changes = changesOf({ all: [condition] });
    expect(changes).toHaveLength(1);
    expect(changes).toMatchObject([change]);
  });

  test('is all of them or none, since some of them alone would not do', () => {
    const fewer = is('days', 'lessThanInclusive', 30);
    expect(changesOf({ all: [fewer, is('isPaid', 'equal', true)] })).toHaveLength(2);
    expect(changesOf({ all: [fewer, is('tags', 'contains', 'vip')] })).toEqual([]);
  });
});
