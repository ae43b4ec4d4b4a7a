import { formatIssuePath } from '@aftercare/core/foundation';
import { defineFacts, loadRules } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(
  z.object({
    purchaseCount: z.int().min(0),
    daysSinceLastPurchase: z.int().min(0).max(3650).nullable(),
    tier: z.enum(['tier_1', 'tier_2']),
    region: z.string(),
    tags: z.array(z.string()),
    address: z.object({ city: z.string(), lines: z.array(z.string()) }),
    anything: z.unknown(),
  }),
);

/** The issues of a document as `code path`. */
function issuesOf(document: unknown): string[] {
  const result = loadRules(document, facts);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${formatIssuePath(path)}`);
}

const comparison = { fact: 'purchaseCount', operator: 'equal', value: 1 };
const rule = { name: 'first', conditions: { all: [comparison] }, event: { type: 'care' } };

/** The issues of a document whose only rule has only this condition, without the way to it. */
function issuesOfCondition(condition: unknown): string[] {
  const issues = issuesOf([{ ...rule, conditions: { all: [condition] } }]);
  return issues.map((issue) => issue.replace('[0].conditions.all[0]', ''));
}

/** The issues of a comparison that differs from a good one in this. */
const issuesOfComparison = (difference: object) => issuesOfCondition({ ...comparison, ...difference });

describe('a document', () => {
  test('of rules may be a bare list', () => {
    expect(issuesOf([rule])).toEqual([]);
    expect(issuesOf([])).toEqual([]);
  });

  test('may name its JSON Schema, named conditions and groups', () => {
    const document = {
      $schema: './rules.schema.json',
      format: 1,
      conditions: { once: { all: [comparison] } },
      groups: [{ name: 'all', rules: ['first'], over: 'purchaseCount', complete: { from: 0 } }],
      rules: [{ ...rule, conditions: { condition: 'once' } }],
    };
    expect(issuesOf(document)).toEqual([]);
  });

  test.each([
    [null, ['invalid_type ']],
    ['[]', ['invalid_type ']],
    [undefined, ['not_json ']],
    [{ rules: [] }, ['missing format']],
    [{ format: 2, rules: [] }, ['not_one_of format']],
    [{ format: 1 }, ['missing rules']],
    [{ format: 1, rules: {} }, ['invalid_type rules']],
    [{ format: 1, rules: [], rule: [] }, ['unknown_key ']],
    [{ format: 1, rules: [1] }, ['invalid_type rules[0]']],
  ])('%j is refused', (document, issues) => {
    expect(issuesOf(document)).toEqual(issues);
  });

  test('has all of its issues reported at once, in the order of the document', () => {
    const document = {
      format: 1,
      conditions: { once: { any: [] } },
      groups: [{ name: 'g', rules: ['second'] }],
      rules: [
        { ...rule, priority: 0 },
        { ...rule, conditions: { all: [{ ...comparison, fact: 'purchasecount' }, { condition: 'onec' }] } },
      ],
    };
    expect(issuesOf(document)).toEqual([
      'empty_any conditions.once.any',
      'out_of_range rules[0].priority',
      'unknown_fact rules[1].conditions.all[0].fact',
      'unknown_condition rules[1].conditions.all[1].condition',
      'unknown_rule groups[0].rules[0]',
    ]);
  });
});

describe('a rule', () => {
  test.each([
    ['without conditions', { conditions: undefined }, ['not_json [0].conditions']],
    ['without an event', { event: null }, ['invalid_type [0].event']],
    ['with a priority below 1', { priority: 0 }, ['out_of_range [0].priority']],
    ['with the lowest priority', { priority: 1 }, []],
    ['with half a priority', { priority: 1.5 }, ['not_multiple_of [0].priority']],
    ['with a priority as a text', { priority: '1' }, ['invalid_type [0].priority']],
    ['with an empty name', { name: '' }, ['out_of_range [0].name']],
    ['with an unknown key', { becaus: 'x' }, ['unknown_key [0]']],
    ['with a callback', { onSuccess: 'x' }, ['not_supported [0].onSuccess']],
    ['with a function', { onFailure: () => 1 }, ['not_json [0].onFailure']],
    ['with event type "error"', { event: { type: 'error' } }, ['reserved_event_type [0].event.type']],
    ['with another key in its event', { event: { type: 'a', kind: 'b' } }, ['unknown_key [0].event']],
    ['with a fact in its event', { event: { type: 'a', params: { x: { fact: 'tier' } } } }, []],
    [
      'with an unknown fact in its event',
      { event: { type: 'a', params: { x: { fact: 'teir' } } } },
      ['unknown_fact [0].event.params.x.fact'],
    ],
    [
      'with more than a fact in its event',
      { event: { type: 'a', params: { x: { fact: 'tier', params: {} } } } },
      ['unknown_key [0].event.params.x'],
    ],
    [
      'with an example of an unknown fact',
      { examples: [{ facts: { purchases: 1 }, fires: true }] },
      ['unknown_fact [0].examples[0].facts.purchases'],
    ],
    [
      'with an example of an impossible value',
      { examples: [{ facts: { purchaseCount: -1 }, fires: true }] },
      ['out_of_range [0].examples[0].facts.purchaseCount'],
    ],
    ['with a comparison as its root', { conditions: comparison }, ['comparison_at_root [0].conditions']],
    [
      'with issues in itself and its conditions',
      { priority: 0, conditions: { all: [{ ...comparison, fact: 'x' }] } },
      ['out_of_range [0].priority', 'unknown_fact [0].conditions.all[0].fact'],
    ],
  ])('%s', (_, difference, issues) => {
    expect(issuesOf([{ ...rule, ...difference }])).toEqual(issues);
  });

  test('needs a name of its own', () => {
    const result = loadRules([rule, { ...rule, name: 'second' }, rule], facts);
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'duplicate_name', path: [2, 'name'], details: { name: 'first', first: '[0]' } },
    ]);
  });

  test('without a name is named by its place', () => {
    const { name: _, ...nameless } = rule;
    const result = loadRules([rule, nameless], facts);
    expect(result.ok && result.value.rules.map(({ name }) => name)).toEqual(['first', 'rules[1]']);
    expect(issuesOf([{ ...rule, name: 'rules[1]' }, nameless])).toEqual(['duplicate_name [1].name']);
  });
});

describe('a condition', () => {
  test.each([
    ['of nothing', {}, ['no_condition ']],
    ['with a mistyped key', { al: [] }, ['no_condition ']],
    ['that is a list', [], ['invalid_type ']],
    ['that is null', null, ['invalid_type ']],
    ['of two kinds', { all: [], any: [comparison] }, ['mixed_condition ']],
    ['and a comparison at once', { ...comparison, not: comparison }, ['mixed_condition ']],
    ['and a reference at once', { all: [comparison], condition: 'x' }, ['mixed_condition ']],
    ['"all" of nothing', { all: [] }, []],
    ['"any" of nothing', { any: [] }, ['empty_any .any']],
    ['"all" of one condition', { all: comparison }, ['invalid_type .all']],
    ['"not" of a list', { not: [comparison] }, ['invalid_type .not']],
    ['"not" of a condition', { not: comparison }, []],
    ['with a name and a priority', { all: [comparison], name: 'x', priority: 2 }, []],
    ['with a priority below 1', { ...comparison, priority: 0 }, ['out_of_range .priority']],
    ['with an unknown key', { ...comparison, vlaue: 1 }, ['unknown_key ']],
    ['with parameters', { ...comparison, params: { a: 1 } }, ['not_supported .params']],
    ['that refers to nothing', { condition: 'once' }, ['unknown_condition .condition']],
    ['that refers to a name of JavaScript', { condition: 'toString' }, ['unknown_condition .condition']],
  ])('%s', (_, condition, issues) => {
    expect(issuesOfCondition(condition)).toEqual(issues);
  });
});

describe('a comparison', () => {
  test.each([
    ['without an operator', { operator: null }, ['invalid_type .operator']],
    ['with a mistyped fact', { fact: 'purchaseCont' }, ['unknown_fact .fact']],
    ['with a fact of JavaScript', { fact: '__proto__' }, ['forbidden_name .fact']],
    ['with the fact "constructor"', { fact: 'constructor' }, ['forbidden_name .fact']],
    ['with an unknown operator', { operator: 'equals' }, ['unknown_operator .operator']],
    ['with an unknown decorator', { operator: 'some:equal' }, ['unknown_decorator .operator']],
    ['with decorators only', { operator: 'not:' }, ['unknown_operator .operator']],
    ['with the operator "constructor"', { operator: 'constructor' }, ['unknown_operator .operator']],
    ['with the decorator "constructor"', { operator: 'constructor:equal' }, ['unknown_decorator .operator']],
    ['with a text for a number', { value: '1' }, ['value_mismatch .value']],
    ['with half a purchase', { value: 0.5 }, ['value_mismatch .value']],
    ['below half a purchase', { operator: 'lessThan', value: 0.5 }, []],
    ['below the range', { value: -1 }, ['value_mismatch .value']],
    ['at the end of the range', { value: 0 }, []],
    ['below the range, in order', { operator: 'greaterThan', value: -1 }, ['value_mismatch .value']],
    ['at the end of the range, in order', { operator: 'greaterThan', value: 0 }, []],
    ['with null where it cannot be', { value: null }, ['value_mismatch .value']],
    ['with null in order', { operator: 'lessThan', value: null }, ['operator_value_mismatch .operator']],
    ['with a list', { value: [1] }, ['operator_value_mismatch .operator']],
    ['in a number', { operator: 'in', value: 1 }, ['operator_value_mismatch .operator']],
    ['in a list with impossible items', { operator: 'in', value: [1, -1] }, ['value_mismatch .value[1]']],
    ['in an empty list', { operator: 'in', value: [] }, []],
    ['that contains', { operator: 'contains' }, ['operator_mismatch .operator']],
    ['some of a number', { operator: 'someFact:equal' }, ['operator_mismatch .operator']],
    ['with some of a number', { operator: 'someValue:equal' }, ['operator_value_mismatch .operator']],
    ['with some of a list', { operator: 'someValue:equal', value: [1, 'x'] }, ['value_mismatch .value[1]']],
    ['swapped, with a list', { operator: 'swap:contains', value: [1, 2] }, []],
    ['swapped, out of range', { operator: 'swap:lessThan', value: -1 }, ['value_mismatch .value']],
    ['with a path in a number', { path: '$.a' }, ['impossible_path .path']],
    ['with a path without a dollar', { path: 'a' }, ['invalid_path .path']],
    ['with an empty path', { path: '' }, ['invalid_path .path']],
    ['with a path to itself', { path: '$' }, []],
  ])('%s', (_, difference, issues) => {
    expect(issuesOfComparison(difference)).toEqual(issues);
  });

  test.each([
    ['null where it can be', { fact: 'daysSinceLastPurchase', operator: 'equal', value: null }, []],
    [
      'a text in order',
      { fact: 'region', operator: 'lessThan', value: 'b' },
      ['operator_mismatch .operator', 'operator_value_mismatch .operator'],
    ],
    ['an enum in order', { fact: 'tier', operator: 'lessThan', value: 1 }, ['operator_mismatch .operator']],
    ['an enum and its value', { fact: 'tier', operator: 'equal', value: 'tier_2' }, []],
    [
      'an enum and another value',
      { fact: 'tier', operator: 'equal', value: 'tier_3' },
      ['value_mismatch .value'],
    ],
    ['a list and an item', { fact: 'tags', operator: 'contains', value: 'vip' }, []],
    ['a list and a number', { fact: 'tags', operator: 'contains', value: 1 }, ['value_mismatch .value']],
    [
      'a list and its like',
      { fact: 'tags', operator: 'equal', value: 'vip' },
      ['operator_mismatch .operator'],
    ],
    ['items of a list', { fact: 'tags', operator: 'someFact:in', value: ['a', 'b'] }, []],
    [
      'items of a list in order',
      { fact: 'tags', operator: 'someFact:lessThan', value: 1 },
      ['operator_mismatch .operator'],
    ],
    ['a part', { fact: 'address', path: '$.city', operator: 'equal', value: 'Ningbo' }, []],
    [
      'a part that is not there',
      { fact: 'address', path: '$.town', operator: 'equal', value: 'x' },
      ['impossible_path .path'],
    ],
    [
      'a part of JavaScript',
      { fact: 'address', path: '$.constructor', operator: 'equal', value: 'x' },
      ['forbidden_name .path'],
    ],
    ['an item of a part', { fact: 'address', path: '$.lines[0]', operator: 'equal', value: 'x' }, []],
    [
      'the length of a part',
      { fact: 'address', path: '$.lines.length', operator: 'greaterThan', value: 1 },
      [],
    ],
    [
      'all items of a part',
      { fact: 'address', path: '$.lines[*]', operator: 'equal', value: 'x' },
      ['invalid_path .path'],
    ],
    ['whatever it is', { fact: 'anything', path: '$.a.b', operator: 'lessThan', value: 1 }, []],
    ['an object', { fact: 'address', operator: 'equal', value: 'x' }, ['operator_mismatch .operator']],
    [
      'two facts',
      { fact: 'purchaseCount', operator: 'lessThan', value: { fact: 'daysSinceLastPurchase' } },
      [],
    ],
    [
      'facts of two types',
      { fact: 'purchaseCount', operator: 'equal', value: { fact: 'region' } },
      ['operator_mismatch .operator'],
    ],
    ['an enum and a text', { fact: 'tier', operator: 'equal', value: { fact: 'region' } }, []],
    ['a text in a list', { fact: 'region', operator: 'in', value: { fact: 'tags' } }, []],
    [
      'a number in a list of texts',
      { fact: 'purchaseCount', operator: 'in', value: { fact: 'tags' } },
      ['operator_mismatch .operator'],
    ],
    [
      'a text in a text',
      { fact: 'region', operator: 'in', value: { fact: 'tier' } },
      ['operator_mismatch .operator'],
    ],
    [
      'an unknown other fact',
      { fact: 'region', operator: 'equal', value: { fact: 'regon' } },
      ['unknown_fact .value.fact'],
    ],
    [
      'a part of another fact',
      { fact: 'region', operator: 'equal', value: { fact: 'address', path: '$.city' } },
      [],
    ],
    [
      'an impossible part of another fact',
      { fact: 'region', operator: 'equal', value: { fact: 'address', path: '$.x' } },
      ['impossible_path .value.path'],
    ],
    [
      'another fact with parameters',
      { fact: 'region', operator: 'equal', value: { fact: 'tier', params: {} } },
      ['unknown_key .value'],
    ],
  ])('compares %s', (_, condition, issues) => {
    expect(issuesOfCondition(condition)).toEqual(issues);
  });

  test('without a value says so', () => {
    expect(issuesOfCondition({ fact: 'region', operator: 'equal' })).toEqual(['missing .value']);
  });

  test('suggests the names that were meant', () => {
    const condition = { fact: 'daysSinceLastPurchse', operator: 'someFakt:lesThan', value: 1 };
    const result = loadRules([{ ...rule, conditions: { all: [condition] } }], facts);
    expect(result.ok ? [] : result.issues.map(({ details }) => details)).toMatchObject([
      { suggestion: 'daysSinceLastPurchase' },
      { suggestion: 'someFact' },
      { suggestion: 'lessThan' },
    ]);
  });
});

describe('named conditions', () => {
  const documentWith = (conditions: object, name = 'a') => ({
    format: 1,
    conditions,
    rules: [{ ...rule, conditions: { condition: name } }],
  });

  test('may refer to each other', () => {
    const conditions = { a: { all: [{ condition: 'b' }] }, b: { condition: 'c' }, c: { not: comparison } };
    const result = loadRules(documentWith(conditions), facts);
    expect(result.ok && result.value.rules[0]?.when).toMatchObject({
      kind: 'all',
      name: 'a',
      conditions: [{ kind: 'not', name: 'b', condition: { kind: 'comparison', operator: 'equal' } }],
    });
  });

  test.each([
    ['itself', { a: { all: [{ condition: 'a' }] } }, ['circular_condition conditions.a.all[0].condition']],
    [
      'itself by way of another',
      { a: { condition: 'b' }, b: { not: { condition: 'a' } } },
      ['circular_condition conditions.b.not.condition'],
    ],
    ['nothing', { a: { condition: 'bb' } }, ['unknown_condition conditions.a.condition']],
  ])('must not refer to %s', (_, conditions, issues) => {
    expect(issuesOf(documentWith(conditions))).toEqual(issues);
  });

  test('name the circle they go in', () => {
    const conditions = { a: { condition: 'b' }, b: { condition: 'c' }, c: { condition: 'b' } };
    const result = loadRules(documentWith(conditions), facts);
    expect(result.ok ? [] : result.issues[0].details).toEqual({ cycle: ['b', 'c', 'b'] });
  });

  test('have their issues reported once, used or not', () => {
    const conditions = { a: { any: [] }, unused: { all: [{}] } };
    const twice = {
      ...documentWith(conditions),
      rules: [rule, { ...rule, name: 'second', conditions: { condition: 'a' } }],
    };
    expect(issuesOf(twice)).toEqual(['empty_any conditions.a.any', 'no_condition conditions.unused.all[0]']);
  });

  test('cannot be bare comparisons, nor have names of JavaScript', () => {
    expect(issuesOf(documentWith({ a: comparison }))).toEqual(['comparison_at_root conditions.a']);
    expect(issuesOf(documentWith({ constructor: { all: [] } }, 'constructor'))).toEqual([
      'forbidden_name conditions.constructor',
    ]);
  });
});

describe('a group', () => {
  const group = { name: 'g', rules: ['first'] };
  const issuesOfGroup = (difference: object) =>
    issuesOf({ format: 1, rules: [rule], groups: [{ ...group, ...difference }] });

  test.each([
    ['of rules that are there', {}, []],
    ['of a mistyped rule', { rules: ['frist'] }, ['unknown_rule groups[0].rules[0]']],
    ['of no rules', { rules: [] }, ['out_of_range groups[0].rules']],
    ['over an unknown fact', { over: 'days' }, ['unknown_fact groups[0].over']],
    ['over a text', { over: 'region' }, ['not_numeric groups[0].over']],
    ['that is complete over nothing', { complete: { from: 0, to: 30 } }, ['missing groups[0].over']],
    ['over one day', { over: 'purchaseCount', complete: { from: 0, to: 1 } }, []],
    [
      'over no day',
      { over: 'purchaseCount', complete: { from: 1, to: 1 } },
      ['empty_range groups[0].complete'],
    ],
    [
      'over days backwards',
      { over: 'purchaseCount', complete: { from: 2, to: 1 } },
      ['empty_range groups[0].complete'],
    ],
  ])('%s', (_, difference, issues) => {
    expect(issuesOfGroup(difference)).toEqual(issues);
  });

  test('may name a rule that has an issue of its own', () => {
    const document = { format: 1, rules: [{ ...rule, priority: 0 }], groups: [group] };
    expect(issuesOf(document)).toEqual(['out_of_range rules[0].priority']);
  });

  test('needs a name of its own', () => {
    expect(issuesOf({ format: 1, rules: [rule], groups: [group, group] })).toEqual([
      'duplicate_name groups[1].name',
    ]);
  });
});
