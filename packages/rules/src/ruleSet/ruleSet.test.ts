import { AftercareError, unwrap } from '@aftercare/core/foundation';
import { defineFacts, loadRules, type Strategy, versionOfRule } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(
  z.object({
    purchaseCount: z.int().min(0),
    days: z.int().nullable(),
    region: z.string(),
    address: z.unknown(),
  }),
);
const record = { purchaseCount: 1, days: 4, region: 'Ningbo', address: null };

const always = { all: [] };
const fewDays = { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] };
const ruleOf = (name: string, conditions: object, more: object = {}) => ({
  name,
  conditions,
  event: { type: 'care', params: { template: name } },
  ...more,
});
/** The places of objects and lists in a value that could be changed. */
function thawed(value: unknown, path = 'rules'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => thawed(item, `${path}.${key}`));
  return Object.isFrozen(value) || path === 'rules' ? inner : [path, ...inner];
}

const load = (rules: unknown, strategy: Strategy) => unwrap(loadRules(rules, facts, { strategy }));

describe.each(['closures', 'generated'] as const)('a rule set of %s', (strategy) => {
  test('answers by higher priority first, then in the order of the document', () => {
    const rules = load(
      [
        ruleOf('a', always),
        ruleOf('b', always, { priority: 2 }),
        ruleOf('c', fewDays, { priority: 10 }),
        ruleOf('d', always, { priority: 2 }),
        ruleOf('e', always, { priority: 1 }),
      ],
      strategy,
    );
    expect(rules.fired(record).map(({ rule }) => rule.name)).toEqual(['c', 'b', 'd', 'a', 'e']);
    expect(rules.fired({ ...record, days: 5 }).map(({ rule }) => rule.name)).toEqual(['b', 'd', 'a', 'e']);
    expect(rules.rules.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('returns shared frozen events, and always the same list when nothing fires', () => {
    const rules = load([ruleOf('a', fewDays)], strategy);
    const [event] = rules.evaluate(record);
    expect(rules.evaluate(record)[0]).toBe(event);
    expect(rules.fired(record)[0]).toBe(rules.fired(record)[0]);
    expect(rules.fired(record)[0]?.event).toBe(event);
    expect(Object.isFrozen(event) && Object.isFrozen(event?.params)).toBe(true);
    const nothing = rules.evaluate({ ...record, days: 5 });
    expect(nothing).toEqual([]);
    expect(rules.evaluate({ ...record, days: 6 })).toBe(nothing);
    expect(Object.isFrozen(nothing)).toBe(true);
  });

  test('puts facts into the parameters of events', () => {
    const params = {
      template: 'hello',
      region: { fact: 'region' },
      city: { fact: 'address', path: '$.city' },
      nested: { region: { fact: 'region' } },
    };
    const rules = load([ruleOf('a', always, { event: { type: 'care', params } })], strategy);
    const expected = { template: 'hello', region: 'Ningbo', city: 'Ningbo', nested: params.nested };
    const [event] = rules.evaluate({ ...record, address: { city: 'Ningbo' } });
    expect(event).toEqual({ type: 'care', params: expected });
    expect(Object.isFrozen(event?.params)).toBe(true);
    expect(rules.rules[0]?.event.params).toEqual(params);
    expect(rules.evaluate({ ...record, address: {} })[0]?.params?.city).toBeUndefined();
    expect(rules.fired({ ...record, region: 'Jinan' })[0]?.event.params?.region).toBe('Jinan');
  });

  test('throws for facts that are missing, and names all of them', () => {
    const both = { any: [{ fact: 'purchaseCount', operator: 'equal', value: 1 }, ...fewDays.all] };
    const params = { region: { fact: 'region' } };
    const rules = load([ruleOf('a', both, { event: { type: 'care', params } })], strategy);
    expect(rules.factNames).toEqual(['days', 'purchaseCount', 'region']);
    const { days: _, region: __, ...rest } = record;
    const attempt = () => rules.evaluate(rest as typeof record);
    expect(attempt).toThrow(AftercareError);
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'missing_fact',
        issues: [{ path: ['days'] }, { path: ['region'] }].map((issue) => expect.objectContaining(issue)),
      }),
    );
    expect(() => rules.evaluate({ ...record, days: undefined as unknown as null })).toThrow(AftercareError);
  });

  test('does not ask for facts that no rule reads', () => {
    const rules = load([ruleOf('a', fewDays)], strategy);
    expect(rules.evaluate({ days: 4 } as typeof record)).toHaveLength(1);
    expect(load([], strategy).evaluate({} as typeof record)).toEqual([]);
  });

  test('holds null for a value: comparisons with it are false, and their negation true', () => {
    const rules = load(
      [
        ruleOf('few', fewDays),
        ruleOf('not few', { not: fewDays }),
        ruleOf('none', { all: [{ fact: 'days', operator: 'equal', value: null }] }),
      ],
      strategy,
    );
    expect(rules.fired({ ...record, days: null }).map(({ rule }) => rule.name)).toEqual(['not few', 'none']);
  });

  test('is not changed by what happens to its document afterwards', () => {
    const conditions = { all: [{ fact: 'region', operator: 'in', value: ['Ningbo'] }] };
    const rule = ruleOf('a', conditions);
    const everything = {
      conditions: {
        any: [{ not: { fact: 'address', path: '$.a[0]', operator: 'not:equal', value: { fact: 'days' } } }],
      },
      event: { type: 'none', params: { x: { fact: 'days' } } },
      tags: ['x'],
      examples: [{ facts: { days: 1 }, fires: false }],
      priority: 2,
    };
    const never = { ...everything, conditions: { all: [everything.conditions, { not: { all: [] } }] } };
    const groups = [{ name: 'g', rules: ['a'], over: 'days', complete: { from: 0 } }];
    const rules = load({ format: 1, groups, rules: [rule, never] }, strategy);
    conditions.all.splice(0);
    rule.event.type = 'changed';
    expect(rules.evaluate({ ...record, region: 'Jinan' })).toEqual([]);
    expect(rules.evaluate(record)[0]?.type).toBe('care');
    const { catalogue: _, ...data } = rules;
    expect(thawed(data)).toEqual([]);
  });

  test('of more rules than one function holds keeps them apart', () => {
    const rules = Array.from({ length: 250 }, (_, index) =>
      ruleOf(`rule ${index}`, { all: [{ fact: 'purchaseCount', operator: 'equal', value: index }] }),
    );
    const set = load(rules, strategy);
    for (const purchaseCount of [0, 99, 100, 101, 199, 200, 249])
      expect(set.fired({ ...record, purchaseCount }).map(({ rule }) => rule.index)).toEqual([purchaseCount]);
    expect(set.fired({ ...record, purchaseCount: 250 })).toEqual([]);
  });

  test('works with its functions taken off it', () => {
    const { evaluate, fired } = load([ruleOf('a', always)], strategy);
    expect(evaluate(record)).toHaveLength(1);
    expect(fired(record)).toHaveLength(1);
  });
});

describe('the strategy', () => {
  test('is generated code where the host allows it, unless closures are asked for', () => {
    expect(unwrap(loadRules([], facts)).strategy).toBe('generated');
    expect(unwrap(loadRules([], facts, { strategy: 'auto' })).strategy).toBe('generated');
    expect(unwrap(loadRules([], facts, { strategy: 'closures' })).strategy).toBe('closures');
  });
});

describe('the version', () => {
  const base = {
    format: 1,
    conditions: { few: fewDays },
    rules: [ruleOf('a', { condition: 'few' }), ruleOf('b', always, { priority: 2 })],
  };
  const versionOf = (document: unknown) => unwrap(loadRules(document, facts)).version;
  const withFirst = (change: object) => ({
    ...base,
    rules: [{ ...base.rules[0], ...change }, base.rules[1]],
  });

  test.each([
    ['a reason', withFirst({ because: 'Few days.' })],
    ['tags', withFirst({ tags: ['x'] })],
    ['examples', withFirst({ examples: [{ facts: { days: 1 }, fires: true }] })],
    ['names of conditions', withFirst({ conditions: { ...fewDays, name: 'few days' } })],
    ['priorities of conditions', withFirst({ conditions: { ...fewDays, priority: 3 } })],
    ['a named condition written out', withFirst({ conditions: fewDays })],
    ['a priority of 1, which is the default', withFirst({ priority: 1 })],
    ['the order of keys', { rules: base.rules, conditions: base.conditions, format: 1 }],
    ['the order of rules of different priority', { ...base, rules: [...base.rules].reverse() }],
    ['groups', { ...base, groups: [{ name: 'g', rules: ['a'] }] }],
  ])('stays with another %s', (_, document) => {
    expect(versionOf(document)).toBe(versionOf(base));
  });

  test.each([
    ['name', withFirst({ name: 'c' })],
    ['priority', withFirst({ priority: 3 })],
    ['event', withFirst({ event: { type: 'care', params: { template: 'b' } } })],
    ['value', { ...base, conditions: { few: { all: [{ ...fewDays.all[0], value: 6 }] } } }],
    [
      'operator',
      { ...base, conditions: { few: { all: [{ ...fewDays.all[0], operator: 'not:lessThan' }] } } },
    ],
    ['order within a priority', { ...base, rules: [{ ...base.rules[1], priority: 1 }, base.rules[0]] }],
    ['set of rules', { ...base, rules: [base.rules[0]] }],
  ])('changes with another %s', (_, document) => {
    expect(versionOf(document)).not.toBe(versionOf(base));
  });

  test('of one rule stays when another one changes', () => {
    const before = unwrap(loadRules(base, facts)).rules;
    const after = unwrap(loadRules(withFirst({ priority: 3 }), facts)).rules;
    expect(after.map(versionOfRule)[0]).not.toBe(before.map(versionOfRule)[0]);
    expect(after.map(versionOfRule)[1]).toBe(before.map(versionOfRule)[1]);
  });

  test('is a SHA-256 in hexadecimal digits', () => {
    expect(versionOf(base)).toMatch(/^[0-9a-f]{64}$/);
  });
});
