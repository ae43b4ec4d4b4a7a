import { fact } from '@aftercare/core/foundation';
import { defineFacts, loadRules, rulesJsonSchema } from '@aftercare/rules';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(
  z.object({
    count: fact(z.int().min(0).max(9), { description: 'Purchases.', unit: 'purchases', changes: 'on_event' }),
    days: z.int().nullable(),
    rate: z.number().multipleOf(0.1),
    level: z.literal([1, 2]),
    tier: z.enum(['a', 'b']),
    region: z.string().nullable(),
    tags: z.array(z.string()),
    address: z.object({ city: z.string() }),
    nothing: z.null(),
    other: z.unknown(),
  }),
);
const operators = { startsWith: () => true };
const schema = rulesJsonSchema(facts, { operators: ['startsWith'] });
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

const rule = { name: 'a', conditions: { all: [] }, event: { type: 'care' } };
const withCondition = (condition: object) => [{ ...rule, conditions: { all: [condition] } }];

describe('documents that load', () => {
  test.each<[string, unknown]>([
    ['a list of rules', [rule]],
    [
      'a rule with everything',
      [
        {
          ...rule,
          priority: 3,
          because: 'x',
          tags: ['x'],
          event: { type: 'x', params: { a: { fact: 'tier' }, b: [1] } },
          examples: [{ facts: { count: 1 }, fires: true }],
        },
      ],
    ],
    [
      'named conditions and groups',
      {
        $schema: 'x',
        format: 1,
        conditions: { x: { not: { condition: 'y' } }, y: { all: [] } },
        groups: [{ name: 'g', rules: ['a'], over: 'count', exclusive: true, complete: { from: 0, to: 5 } }],
        rules: [rule],
      },
    ],
    ['a number', withCondition({ fact: 'count', operator: 'equal', value: 9, name: 'x', priority: 2 })],
    ['a number in order', withCondition({ fact: 'count', operator: 'lessThan', value: 4.5 })],
    ['null', withCondition({ fact: 'days', operator: 'equal', value: null })],
    ['a multiple of a decimal', withCondition({ fact: 'rate', operator: 'equal', value: 0.3 })],
    ['a numeric literal', withCondition({ fact: 'level', operator: 'lessThan', value: 3 })],
    ['one of some values', withCondition({ fact: 'region', operator: 'in', value: ['x', null] })],
    ['an item', withCondition({ fact: 'tags', operator: 'contains', value: 'x' })],
    [
      'another fact',
      withCondition({ fact: 'region', operator: 'equal', value: { fact: 'address', path: '$.city' } }),
    ],
    ['a part', withCondition({ fact: 'address', path: '$.city', operator: 'equal', value: 'x' })],
    ['a length', withCondition({ fact: 'tags', path: '$.length', operator: 'not:equal', value: 2 })],
    ['a decorated operator', withCondition({ fact: 'tags', operator: 'someFact:not:in', value: ['x'] })],
    ['a custom operator', withCondition({ fact: 'region', operator: 'startsWith', value: { any: 'thing' } })],
    [
      'a custom operator, decorated',
      withCondition({ fact: 'tags', operator: 'someFact:startsWith', value: 'x' }),
    ],
    ['null only', withCondition({ fact: 'nothing', operator: 'equal', value: null })],
    ['anything', withCondition({ fact: 'other', path: '$.a', operator: 'lessThan', value: 1 })],
  ])('pass: %s', (_, document) => {
    expect(loadRules(document, facts, { operators }).ok).toBe(true);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('mistakes that one place shows', () => {
  test.each<[string, unknown]>([
    ['no document', 1],
    ['an unknown format', { format: 2, rules: [] }],
    ['an unknown key', [{ ...rule, becaus: 'x' }]],
    ['a priority of 0', [{ ...rule, priority: 0 }]],
    ['no event', [{ name: 'a', conditions: { all: [] } }]],
    ['another key in the event', [{ ...rule, event: { type: 'a', kind: 'b' } }]],
    ['a bare comparison', [{ ...rule, conditions: { fact: 'count', operator: 'equal', value: 1 } }]],
    ['"any" of nothing', withCondition({ any: [] })],
    ['two kinds at once', withCondition({ all: [], not: { all: [] } })],
    ['an unknown fact', withCondition({ fact: 'cont', operator: 'equal', value: 1 })],
    ['an unknown operator', withCondition({ fact: 'count', operator: 'equals', value: 1 })],
    ['an unknown decorator', withCondition({ fact: 'tags', operator: 'someFacts:equal', value: 'x' })],
    ['an operator that does not fit', withCondition({ fact: 'region', operator: 'lessThan', value: 1 })],
    ['a list that is compared', withCondition({ fact: 'tags', operator: 'equal', value: 'x' })],
    ['a value of another type', withCondition({ fact: 'count', operator: 'equal', value: '1' })],
    ['a value outside the range', withCondition({ fact: 'count', operator: 'lessThan', value: 10 })],
    ['half a purchase', withCondition({ fact: 'count', operator: 'equal', value: 0.5 })],
    ['a value outside the enum', withCondition({ fact: 'tier', operator: 'in', value: ['a', 'c'] })],
    ['null where it cannot be', withCondition({ fact: 'tier', operator: 'equal', value: null })],
    ['an unknown other fact', withCondition({ fact: 'region', operator: 'equal', value: { fact: 'regon' } })],
    ['a path in a number', withCondition({ fact: 'count', path: '$.a', operator: 'equal', value: 1 })],
    ['no value', withCondition({ fact: 'count', operator: 'equal' })],
  ])('do not pass: %s', (_, document) => {
    expect(loadRules(document, facts, { operators }).ok).toBe(false);
    expect(validate(document)).toBe(false);
  });
});

test('the schema is plain JSON and describes the facts with their units', () => {
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  expect(JSON.stringify(schema)).toContain('"description":"Purchases. (purchases)"');
});
