import { unwrap } from '@aftercare/core/foundation';
import { defineFacts, formatFinding, lintRules, loadRules } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(
  z.object({
    days: z.int().min(0).max(365),
    since: z.int().min(0).nullable(),
    rate: z.number().min(0).max(1),
    share: z.number().gt(0).lt(1),
    dozens: z.int().min(0).multipleOf(12),
    cents: z.number().multipleOf(0.01),
    tier: z.enum(['a', 'b', 'c']),
    member: z.boolean(),
    region: z.string(),
    tags: z.array(z.string()),
    sizes: z.array(z.enum(['s', 'm'])).nullable(),
    some: z.array(z.string()).min(1),
    order: z.object({ total: z.int().min(0), coupon: z.string().optional(), lines: z.array(z.string()) }),
    other: z.unknown(),
  }),
);

const is = (fact: string, operator: string, value: unknown, path?: string) => ({
  fact,
  operator,
  value,
  ...(path === undefined ? {} : { path }),
});
const ruleOf = (name: string, conditions: object, more: object = {}) => ({
  name,
  conditions,
  event: { type: 'care', params: { rule: name } },
  ...more,
});
const SAME = { event: { type: 'care' } };

function lint(document: unknown) {
  const operators = { startsWith: (actual: unknown, expected: unknown) => actual === expected };
  return lintRules(unwrap(loadRules(document, facts, { operators })));
}
const codesOf = (document: unknown) => lint(document).map(({ code }) => code);
const codesOfRule = (conditions: object) => codesOf([ruleOf('a', conditions)]);

describe('a rule never fires', () => {
  test.each([
    ['below 5 and from 5', { all: [is('days', 'lessThan', 5), is('days', 'greaterThanInclusive', 5)] }],
    ['between two integers', { all: [is('days', 'greaterThan', 4), is('days', 'lessThan', 5)] }],
    ['between two dozens', { all: [is('dozens', 'greaterThan', 12), is('dozens', 'lessThan', 24)] }],
    ['below the least number', { all: [is('days', 'lessThan', 0)] }],
    ['above the greatest number', { all: [is('days', 'greaterThan', 365)] }],
    ['at an excluded bound', { all: [is('share', 'equal', 1)] }],
    ['of two values at once', { all: [is('tier', 'equal', 'a'), is('tier', 'equal', 'b')] }],
    ['none of all values', { all: [is('tier', 'notIn', ['a', 'b', 'c'])] }],
    ['in no list', { all: [is('region', 'in', [])] }],
    ['neither true nor false', { all: [is('member', 'notEqual', true), is('member', 'notEqual', false)] }],
    ['null and a number', { all: [is('since', 'equal', null), is('since', 'lessThan', 5)] }],
    ['with and without a tag', { all: [is('tags', 'contains', 'x'), is('tags', 'doesNotContain', 'x')] }],
    ['what it is not', { all: [is('region', 'equal', 'x'), { not: is('region', 'equal', 'x') }] }],
    ['never, whatever is not known', { all: [is('days', 'lessThan', 0), is('other', 'equal', 1)] }],
  ])('%s', (_, conditions) => {
    expect(codesOfRule(conditions)).toContain('never_fires');
  });

  test.each([
    [
      'up to 5 and from 5',
      { all: [is('days', 'lessThanInclusive', 5), is('days', 'greaterThanInclusive', 5)] },
    ],
    ['between two numbers', { all: [is('rate', 'greaterThan', 0.4), is('rate', 'lessThan', 0.5)] }],
    ['at the least number', { all: [is('days', 'lessThanInclusive', 0)] }],
    [
      'between two dozens and at one',
      { all: [is('dozens', 'greaterThanInclusive', 12), is('dozens', 'lessThan', 24)] },
    ],
    ['of any other value', { all: [is('region', 'notIn', ['x', 'y'])] }],
    [
      'neither less nor more, but null',
      { all: [{ not: is('since', 'lessThan', 5) }, { not: is('since', 'greaterThanInclusive', 5) }] },
    ],
    [
      'with one tag and not another',
      { all: [is('tags', 'contains', 'x'), is('tags', 'doesNotContain', 'y')] },
    ],
    [
      'with no list',
      { all: [{ not: is('sizes', 'contains', 's') }, { not: is('sizes', 'doesNotContain', 's') }] },
    ],
    ['for what is not known', { all: [is('other', 'equal', 1), is('other', 'equal', 2)] }],
  ])('unless it is asked for what there is: %s', (_, conditions) => {
    expect(codesOfRule(conditions)).not.toContain('never_fires');
  });
});

describe('a rule always fires', () => {
  test.each([
    ['of no conditions', { all: [] }],
    ['from the least number', { all: [is('days', 'greaterThanInclusive', 0)] }],
    ['below 5 and from 5', { any: [is('days', 'lessThan', 5), is('days', 'greaterThanInclusive', 5)] }],
    ['at all values', { any: [is('tier', 'in', ['a', 'b']), is('tier', 'equal', 'c')] }],
    ['with and without a tag', { any: [is('tags', 'contains', 'x'), is('tags', 'doesNotContain', 'x')] }],
    [
      'always, whatever is not known',
      { any: [is('days', 'lessThan', 366 - 1), is('days', 'equal', 365), is('other', 'equal', 1)] },
    ],
  ])('%s', (_, conditions) => {
    expect(codesOfRule(conditions)).toContain('always_fires');
  });

  test.each([
    [
      'null is a value of its own',
      { any: [is('since', 'lessThan', 5), is('since', 'greaterThanInclusive', 5)] },
    ],
    ['no list is one too', { any: [is('sizes', 'contains', 's'), is('sizes', 'doesNotContain', 's')] }],
    ['there are other texts', { any: [is('region', 'in', ['x', 'y'])] }],
  ])('unless %s', (_, conditions) => {
    expect(codesOfRule(conditions)).toEqual([]);
  });
});

describe('two rules with the same event', () => {
  const under5 = { all: [is('days', 'lessThan', 5)] };
  const upTo4 = { not: { any: [is('days', 'greaterThan', 4)] } };
  const under3 = { all: [is('days', 'lessThan', 3), is('tier', 'equal', 'a')] };

  test('are duplicates when they fire for the same facts, however it is written', () => {
    expect(lint([ruleOf('a', under5, SAME), ruleOf('b', upTo4, SAME)])).toMatchObject([
      { code: 'duplicate', path: ['rules', 1], details: { rule: 'b', of: 'a' } },
    ]);
    expect(lint([ruleOf('a', under5, SAME), ruleOf('b', upTo4, { ...SAME, priority: 2 })])).toMatchObject([
      { code: 'duplicate', path: ['rules', 0], details: { rule: 'a', of: 'b' } },
    ]);
  });

  test('are duplicates when they are written alike, even if it cannot be analysed', () => {
    const unknown = { all: [is('other', 'equal', 1)] };
    expect(codesOf([ruleOf('a', unknown, SAME), ruleOf('b', { ...unknown, name: 'x' }, SAME)])).toEqual([
      'not_analysed',
      'not_analysed',
      'duplicate',
    ]);
  });

  test('are covered one by the other when that one has higher priority and fires wherever it does', () => {
    const rules = [ruleOf('narrow', under3, SAME), ruleOf('wide', under5, { ...SAME, priority: 2 })];
    expect(lint(rules)).toMatchObject([
      { code: 'covered', path: ['rules', 0], details: { rule: 'narrow', by: 'wide' } },
    ]);
  });

  test.each([
    ['at the same priority', [ruleOf('a', under3, SAME), ruleOf('b', under5, SAME)]],
    [
      'when the narrow one comes first',
      [ruleOf('a', under3, { ...SAME, priority: 2 }), ruleOf('b', under5, SAME)],
    ],
    ['when they do something else', [ruleOf('a', under3), ruleOf('b', under5, { priority: 2 })]],
    [
      'when they only overlap',
      [
        ruleOf('a', { all: [is('days', 'greaterThan', 3)] }, SAME),
        ruleOf('b', under5, { ...SAME, priority: 2 }),
      ],
    ],
  ])('are not, %s', (_, rules) => {
    expect(codesOf(rules)).toEqual([]);
  });

  test('are compared only as far as they are known', () => {
    const partly = { all: [is('days', 'lessThan', 5), is('other', 'equal', 1)] };
    expect(codesOf([ruleOf('a', partly, SAME), ruleOf('b', under5, { ...SAME, priority: 2 })])).toEqual([
      'not_analysed',
      'covered',
    ]);
    expect(codesOf([ruleOf('a', under3, SAME), ruleOf('b', partly, { ...SAME, priority: 2 })])).toEqual([
      'not_analysed',
    ]);
  });
});

describe('a group', () => {
  const bought = is('member', 'equal', true);
  const early = ruleOf('early', { all: [bought, is('days', 'lessThan', 5)] });
  const documentOf = (group: object, ...rules: object[]) => ({
    format: 1,
    groups: [{ name: 'g', rules: rules.map((rule) => (rule as { name: string }).name), ...group }],
    rules,
  });
  const complete = { over: 'days', complete: { from: 0, to: 30 } };

  test('that is exclusive must not overlap', () => {
    const late = ruleOf('late', { all: [is('days', 'greaterThanInclusive', 4)] });
    expect(lint(documentOf({ exclusive: true }, early, late))).toMatchObject([
      {
        code: 'overlap',
        path: ['groups', 0],
        details: {
          rules: ['early', 'late'],
          where: [
            { fact: 'days', values: ['4'] },
            { fact: 'member', values: ['true'] },
          ],
        },
      },
    ]);
    const later = ruleOf('later', { all: [is('days', 'greaterThanInclusive', 5)] });
    expect(lint(documentOf({ exclusive: true }, early, later))).toEqual([]);
    expect(lint(documentOf({}, early, late))).toEqual([]);
  });

  test('that is complete must leave no gap: [0, 5) and then (5, 30)', () => {
    const late = ruleOf('late', { all: [bought, is('days', 'greaterThan', 5), is('days', 'lessThan', 30)] });
    const [gap, ...others] = lint(documentOf(complete, early, late));
    expect(gap).toMatchObject({
      code: 'gap',
      path: ['groups', 0],
      message: 'groups[0]: The group "g" has a gap: days 5, member true belongs to no rule.',
    });
    expect(gap && formatFinding(gap, 'zh-CN')).toBe(
      '分组“g”有缺口：days 为 5，member 为 true时没有规则触发。',
    );
    expect(others).toEqual([]);
  });

  test.each([
    ['from 5', 5, 30, []],
    ['from 6', 6, 30, ['5']],
    ['from 10', 10, 30, ['5..9']],
    ['until 29', 5, 29, ['29']],
    ['until 31', 5, 31, []],
    ['from 6 until 29', 6, 29, ['5', '29']],
  ])('that goes on %s has its gaps told', (_, from, to, values) => {
    const late = ruleOf('late', {
      all: [bought, is('days', 'greaterThanInclusive', from), is('days', 'lessThan', to)],
    });
    const where =
      values.length === 0
        ? []
        : [
            [
              { fact: 'days', values },
              { fact: 'member', values: ['true'] },
            ],
          ];
    expect(
      lint(documentOf(complete, early, late)).map(({ details }) => 'where' in details && details.where),
    ).toEqual(where);
  });

  test('that is complete without end goes up to the greatest number', () => {
    const late = ruleOf('late', {
      all: [bought, is('days', 'greaterThanInclusive', 5), is('days', 'lessThan', 300)],
    });
    expect(lint(documentOf({ over: 'days', complete: { from: 0 } }, early, late))).toMatchObject([
      { details: { where: [{ values: ['300..365'] }, { fact: 'member' }] } },
    ]);
  });

  test('over decimals tells intervals', () => {
    const low = ruleOf('low', { all: [is('rate', 'lessThan', 0.2)] });
    const high = ruleOf('high', { all: [is('rate', 'greaterThan', 0.5)] });
    expect(lint(documentOf({ over: 'rate', complete: { from: 0, to: 1 } }, low, high))).toMatchObject([
      { details: { where: [{ fact: 'rate', values: ['[0.2, 0.5]'] }] } },
    ]);
  });

  test('must be complete for each of the other facts with which one of its rules fires', () => {
    const forA = ruleOf('a', { all: [is('tier', 'equal', 'a'), is('days', 'lessThan', 5)] });
    const forB = ruleOf('b', { all: [is('tier', 'equal', 'b'), is('days', 'greaterThanInclusive', 5)] });
    expect(
      lint(documentOf(complete, forA, forB)).map(({ details }) => 'where' in details && details.where),
    ).toEqual([
      [
        { fact: 'days', values: ['5..29'] },
        { fact: 'tier', values: ['"a"'] },
      ],
      [
        { fact: 'days', values: ['0..4'] },
        { fact: 'tier', values: ['"b"'] },
      ],
    ]);
  });

  test('is not said to have a gap where a rule that cannot be analysed may fire', () => {
    const unknown = ruleOf('unknown', { all: [bought, is('other', 'equal', 1)] });
    expect(codesOf(documentOf(complete, early, unknown))).toEqual(['not_analysed']);
  });

  test('over decimals of a step is not analysed', () => {
    expect(lint(documentOf({ over: 'cents', complete: { from: 0, to: 1 } }, early))).toMatchObject([
      { code: 'too_involved', details: { what: 'group', name: 'g' } },
    ]);
  });
});

describe('what cannot be analysed is said', () => {
  test.each([
    ['a custom operator', is('region', 'startsWith', 'x'), 'custom_operator'],
    ['two facts', is('days', 'lessThan', { fact: 'since' }), 'two_facts'],
    ['a part that may not be there', is('order', 'equal', 'x', '$.coupon'), 'part'],
    ['an item of a list', is('order', 'equal', 'x', '$.lines[0]'), 'part'],
    ['the length of a list', is('tags', 'equal', 1, '$.length'), 'part'],
    ['a part of what may be anything', is('other', 'equal', 1, '$.a'), 'part'],
    ['a fact that may be anything', is('other', 'equal', 1), 'type'],
    ['decimals of a step', is('cents', 'lessThan', 0.05), 'type'],
    ['a list of a certain length', is('some', 'contains', 'x'), 'type'],
    [
      'many values of a list',
      { all: ['a', 'b', 'c', 'd', 'e', 'f'].map((tag) => is('tags', 'contains', tag)) },
      'too_many_cases',
    ],
  ])('of %s', (_, condition, reason) => {
    const findings = lint([ruleOf('a', { all: [condition, condition] })]);
    expect(findings[0]).toMatchObject({
      code: 'not_analysed',
      path: ['rules', 0],
      details: { rule: 'a', reason },
    });
    expect(new Set(findings.map(({ details }) => JSON.stringify(details))).size).toBe(findings.length);
  });

  test.each([
    ['a part that is always there', is('order', 'lessThan', 5, '$.total')],
    ['some items of a list', is('tags', 'someFact:in', ['x', 'y'])],
    ['every item of a list', is('sizes', 'everyFact:equal', 's')],
    ['each of several values', is('tags', 'everyValue:contains', ['x', 'y'])],
    ['one of several numbers', is('days', 'someValue:greaterThan', [5, 9])],
    ['numbers the other way round', is('days', 'swap:lessThan', 5)],
  ])('but not of %s', (_, condition) => {
    expect(codesOfRule({ all: [condition] })).toEqual([]);
  });

  test('of conditions that would take too many cases', () => {
    const pairs = ['days', 'since', 'rate', 'share', 'dozens'].map((fact) => ({
      any: [
        { all: [is(fact, 'greaterThan', 0.1), is('tier', 'equal', 'a')] },
        { all: [is(fact, 'lessThan', 0.1), is('tier', 'equal', 'b')] },
        { all: [is(fact, 'greaterThan', 0.2), is('member', 'equal', true)] },
        { all: [is(fact, 'lessThan', 0.3), is('member', 'equal', false)] },
      ],
    }));
    const parts = Array.from({ length: 8 }, (_, index) => ({
      any: Array.from({ length: 8 }, (_, value) => ({
        all: [is('days', 'notEqual', index * 8 + value), is('region', 'notEqual', `r${index}${value}`)],
      })),
    }));
    expect(lint([ruleOf('a', { all: [...pairs, ...parts] })])).toMatchObject([
      { code: 'too_involved', path: ['rules', 0], details: { what: 'rule', name: 'a' } },
    ]);
  });
});

test('findings come in the order of the document, rules before groups', () => {
  const document = {
    format: 1,
    groups: [{ name: 'g', rules: ['a', 'c'], exclusive: true }],
    rules: [
      ruleOf('a', { all: [] }, { ...SAME }),
      ruleOf('b', { all: [is('days', 'lessThan', 0)] }),
      ruleOf('c', { all: [] }, { ...SAME }),
    ],
  };
  expect(lint(document).map(({ code, path }) => `${code} ${path.join(' ')}`)).toEqual([
    'always_fires rules 0',
    'never_fires rules 1',
    'always_fires rules 2',
    'duplicate rules 2',
    'overlap groups 0',
  ]);
});
