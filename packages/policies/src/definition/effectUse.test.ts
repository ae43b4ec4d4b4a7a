import { parseWith } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { formatPolicyIssue, policyIssues } from '../issues/index.js';
import { type EffectUse, effectUseSchema, readEffect } from './effectUse.js';

function issuesOf(use: unknown) {
  const result = parseWith(policyIssues, z.array(effectUseSchema), [use]);
  return result.ok ? [] : result.issues;
}

const letter = { notify_customer: { template: 'offer' } };

test('an effect is its name, or an object with the name as its one key', () => {
  expect(issuesOf('refund_payment')).toEqual([]);
  expect(issuesOf(letter)).toEqual([]);
});

test('name and parameters are read out of both forms', () => {
  const uses: EffectUse[] = ['refund_payment', letter];
  expect(uses.map(readEffect)).toEqual([
    ['refund_payment', {}],
    ['notify_customer', { template: 'offer' }],
  ]);
});

test('an effect of the name "effect" is one as any other', () => {
  expect(issuesOf({ effect: { params: 1 } })).toEqual([]);
});

describe('of another form it is told what to write instead', () => {
  test.each([
    ['effect and params', { effect: 'notify_customer', params: letter.notify_customer }],
    ['two keys', { ...letter, refund_payment: {} }],
    ['no parameters', { refund_payment: {} }],
    ['effect alone', { effect: 'refund_payment' }],
    ['effect with no parameters', { effect: 'refund_payment', params: {} }],
  ])('%s', (_, use) => {
    expect(issuesOf(use)).toMatchObject([{ code: 'effect_form', path: [0] }]);
  });

  test.each([
    [{ effect: 'payout' }, 'write "payout".'],
    [{ effect: 'a', params: { b: 'c', d: 1 } }, 'write { "a": { "b": "c", "d": 1 } }.'],
    [{ a: { b: 'c' }, d: {} }, 'write { "a": { "b": "c" } }, "d".'],
    [{}, 'with the name as its one key.'],
  ])('%j', (use, end) => {
    const [issue] = issuesOf(use);
    expect(issue?.message).toMatch(/An effect is written as its name or, with fixed parameters,/);
    expect(issue?.message.endsWith(end)).toBe(true);
    expect(issue && formatPolicyIssue(issue, 'zh-CN')).toMatch(/^后续动作/);
  });
});

test('what is no effect in any form is told as such, at its place', () => {
  const told = (use: unknown) => issuesOf(use).map(({ code, path }) => [code, path.join('.')]);
  expect(told(5)).toEqual([['invalid_type', '0']]);
  expect(told('NotifyCustomer')).toEqual([['invalid_format', '0']]);
  expect(told({ notify_customer: 'offer' })).toEqual([['invalid_type', '0.notify_customer']]);
  expect(told({ effect: 'refund_payment', with: {} })).toEqual([['invalid_type', '0.effect']]);
});
