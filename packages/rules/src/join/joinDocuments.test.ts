import { unwrap } from '@aftercare/core/foundation';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineFacts } from '../catalogue/index.js';
import type { RuleSetDocument } from '../document/index.js';
import { loadRules } from '../ruleSet/index.js';
import { joinDocuments } from './joinDocuments.js';

const facts = defineFacts(z.object({ amount: z.int() }));
const family = (name: string, condition: string, bound: number): RuleSetDocument => ({
  format: 1,
  conditions: { [condition]: { all: [{ fact: 'amount', operator: 'greaterThan', value: bound }] } },
  groups: [{ name: `group_of_${name}`, rules: [name] }],
  rules: [{ name, conditions: { condition }, event: { type: name } }],
});

test('rules of two documents fire as if they stood in one', () => {
  const joined = unwrap(joinDocuments([family('small', 'over_1', 1), family('large', 'over_9', 9)]));
  const rules = unwrap(loadRules(joined, facts));
  expect(rules.evaluate({ amount: 5 }).map((event) => event.type)).toEqual(['small']);
  expect(rules.evaluate({ amount: 10 }).map((event) => event.type)).toEqual(['small', 'large']);
  expect(rules.groups.map((group) => group.name)).toEqual(['group_of_small', 'group_of_large']);
});

test('one named condition may stand in several documents, whatever the order of its keys', () => {
  const other = family('large', 'over_1', 1);
  const turned: RuleSetDocument = {
    ...other,
    conditions: { over_1: { all: [{ value: 1, operator: 'greaterThan', fact: 'amount' }] } },
  };
  expect(joinDocuments([family('small', 'over_1', 1), turned]).ok).toBe(true);
});

test('one name for two conditions is an issue at the later one', () => {
  const result = joinDocuments([family('small', 'over', 1), family('large', 'over', 9)]);
  expect(result.ok ? [] : result.issues.map(({ code, path }) => ({ code, path }))).toEqual([
    { code: 'duplicate_name', path: [1, 'conditions', 'over'] },
  ]);
});

test('of no documents it makes an empty one', () => {
  expect(joinDocuments([])).toEqual({
    ok: true,
    value: { format: 1, conditions: {}, groups: [], rules: [] },
  });
});

test('two rules of one name in different documents are found when the whole is loaded', () => {
  const joined = unwrap(joinDocuments([family('small', 'over_1', 1), family('small', 'over_9', 9)]));
  const result = loadRules(joined, facts);
  expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toContain('duplicate_name');
});
