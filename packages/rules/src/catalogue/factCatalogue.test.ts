import { AftercareError, fact } from '@aftercare/core/foundation';
import { defineFacts, parseFacts } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

describe('a fact', () => {
  test.each([
    ['an integer', z.int(), { kind: 'number', nullable: false, step: 1 }],
    [
      'a bounded integer',
      z.int().min(0).max(9),
      { kind: 'number', nullable: false, minimum: 0, maximum: 9, step: 1 },
    ],
    ['a number', z.number(), { kind: 'number', nullable: false }],
    [
      'a number between bounds',
      z.number().gt(0).lt(1),
      {
        kind: 'number',
        nullable: false,
        minimum: 0,
        maximum: 1,
        exclusiveMinimum: true,
        exclusiveMaximum: true,
      },
    ],
    ['dozens', z.int().multipleOf(12), { kind: 'number', nullable: false, step: 12 }],
    ['a text', z.string(), { kind: 'text', nullable: false }],
    ['a branded text', z.string().brand('id'), { kind: 'text', nullable: false }],
    ['a text or null', z.string().nullable(), { kind: 'text', nullable: true }],
    ['a boolean', z.boolean(), { kind: 'choice', choices: [false, true], nullable: false }],
    ['an enum', z.enum(['a', 'b']), { kind: 'choice', choices: ['a', 'b'], nullable: false }],
    ['a literal', z.literal([1, 2]), { kind: 'choice', choices: [1, 2], nullable: false }],
    ['a literal or null', z.literal(['a', null]), { kind: 'choice', choices: ['a'], nullable: true }],
    [
      'one of two enums',
      z.union([z.enum(['a', 'b']), z.enum(['b', 'c'])]),
      { kind: 'choice', choices: ['a', 'b', 'c'], nullable: false },
    ],
    ['null', z.null(), { kind: 'null', nullable: true }],
    [
      'a list',
      z.array(z.string()),
      { kind: 'list', items: { kind: 'text', nullable: false }, bounded: false, nullable: false },
    ],
    [
      'a read-only list of one or more',
      z.array(z.string()).min(1).readonly(),
      { kind: 'list', items: { kind: 'text', nullable: false }, bounded: true, nullable: false },
    ],
    [
      'an object',
      z.object({ city: z.string(), street: z.string().optional() }),
      {
        kind: 'object',
        properties: new Map([
          ['city', { kind: 'text', nullable: false }],
          ['street', { kind: 'text', nullable: false }],
        ]),
        required: new Set(['city']),
        nullable: false,
      },
    ],
    [
      'a record',
      z.record(z.string(), z.number()),
      {
        kind: 'object',
        properties: new Map(),
        required: new Set(),
        rest: { kind: 'number', nullable: false },
        nullable: false,
      },
    ],
    ['a number or a text', z.union([z.number(), z.string()]), { kind: 'any', nullable: false }],
    ['a date', z.date(), { kind: 'any', nullable: true }],
    ['anything', z.unknown(), { kind: 'any', nullable: true }],
    ['any JSON', z.json(), { kind: 'any', nullable: true }],
  ])('that is %s is understood', (_, schema, type) => {
    expect(defineFacts(z.object({ x: schema as z.ZodType })).facts.x.type).toEqual(type);
  });

  test('keeps its note', () => {
    const days = fact(z.int(), { description: 'Days since the order.', unit: 'days', changes: 'with_day' });
    expect(defineFacts(z.object({ days, region: z.string() })).facts).toMatchObject({
      days: { name: 'days', description: 'Days since the order.', unit: 'days', changes: 'with_day' },
      region: { name: 'region', description: 'region', changes: 'on_event' },
    });
  });

  test('that may be left out is refused: a missing fact is an error, null is a value', () => {
    expect(() => defineFacts(z.object({ days: z.int().optional() }))).toThrow(
      expect.objectContaining({ code: 'optional_fact', path: ['days'] }),
    );
    expect(() => defineFacts(z.object({ days: z.int().nullable() }))).not.toThrow();
  });

  test.each(['constructor', 'toString', 'prototype', 'valueOf'])('cannot be called "%s"', (name) => {
    expect(() => defineFacts(z.object({ [name]: z.int() }))).toThrow(AftercareError);
  });
});

describe('facts from outside', () => {
  const facts = defineFacts(z.object({ purchaseCount: z.int().min(0), region: z.string().nullable() }));

  test('come out as they went in when they are what the catalogue says', () => {
    expect(parseFacts(facts, { purchaseCount: 0, region: null })).toEqual({
      ok: true,
      value: { purchaseCount: 0, region: null },
    });
  });

  test('have all their issues told at once', () => {
    const result = parseFacts(facts, { purchaseCount: -1 });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['out_of_range', 'purchaseCount'],
      ['missing', 'region'],
    ]);
  });
});
