import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AftercareError } from '../foundation/index.js';
import { money, moneySchema, nonNegativeMoneySchema, parseMoney, positiveMoneySchema } from './index.js';

const MOST = Number.MAX_SAFE_INTEGER;

describe('an amount made in code', () => {
  test.each([0, 1, -1, MOST, -MOST])('can be %d', (minor) => {
    expect(money(minor, 'CNY')).toEqual({ minor, currency: 'CNY' });
  });

  test('has a zero without a sign', () => {
    expect(Object.is(money(-0, 'CNY').minor, 0)).toBe(true);
  });

  test.each([MOST + 1, -MOST - 1, 12.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot be %d', (minor) => {
    expect(() => money(minor, 'CNY')).toThrow(AftercareError);
    expect(() => money(minor, 'CNY')).toThrow(
      expect.objectContaining({ code: 'unsafe_amount', path: ['minor'] }),
    );
  });

  test('has a currency that exists', () => {
    expect(() => money(1, 'cny')).toThrow(
      expect.objectContaining({ code: 'unknown_currency', path: ['currency'] }),
    );
  });
});

function issuesOf(input: unknown) {
  const result = parseMoney(input);
  return result.ok ? [] : result.issues.map(({ code, path, message }) => ({ code, path, message }));
}

describe('an amount from outside', () => {
  test.each([0, 1, -1, MOST, -MOST])('can be %d', (minor) => {
    const amount = { minor, currency: 'CNY' };
    expect(parseMoney(amount)).toEqual({ ok: true, value: amount });
    expect(parseMoney(JSON.parse(JSON.stringify(amount)))).toEqual({ ok: true, value: amount });
  });

  test.each([12.5, MOST + 1, -MOST - 1])('of %d minor units is not exact', (minor) => {
    const message = `minor: Expected an amount as a safe integer of the minor unit (cents) and received ${minor}.`;
    expect(issuesOf({ minor, currency: 'CNY' })).toEqual([
      { code: 'unsafe_amount', path: ['minor'], message },
    ]);
  });

  test.each<[string, unknown, string, string[]]>([
    ['NaN', { minor: Number.NaN, currency: 'CNY' }, 'invalid_type', ['minor']],
    ['a text', { minor: '1250', currency: 'CNY' }, 'invalid_type', ['minor']],
    ['an unknown currency', { minor: 1, currency: 'RMB' }, 'unknown_currency', ['currency']],
    ['no currency', { minor: 1 }, 'missing', ['currency']],
    ['a key too many', { minor: 1, currency: 'CNY', scale: 2 }, 'unknown_key', []],
    ['nothing', null, 'invalid_type', []],
  ])('is refused with %s', (_, input, code, path) => {
    expect(issuesOf(input)).toMatchObject([{ code, path }]);
  });
});

describe('schemas of amounts', () => {
  test.each([
    ['of zero or more', nonNegativeMoneySchema, [false, true, true]],
    ['above zero', positiveMoneySchema, [false, false, true]],
    ['of any size', moneySchema, [true, true, true]],
  ])('%s take -1, 0 and 1 or not', (_, schema, expected) => {
    const taken = [-1, 0, 1].map((minor) => schema.safeParse({ minor, currency: 'CNY' }).success);
    expect(taken).toEqual(expected);
  });

  test('give their bounds to JSON Schemas', () => {
    const schemas = [moneySchema, nonNegativeMoneySchema, positiveMoneySchema];
    const minors = schemas.map((schema) => z.toJSONSchema(schema).properties?.minor);
    expect(minors).toMatchObject(
      [-MOST, 0, 1].map((minimum) => ({ type: 'integer', minimum, maximum: MOST })),
    );
  });
});
