import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inputIssues, parseWith } from './index.js';

function messagesOf(schema: z.ZodType, input: unknown): string[] {
  const result = parseWith(inputIssues, schema, input);
  return result.ok ? [] : result.issues.map((issue) => issue.message);
}

const solar = z.strictObject({ calendar: z.literal('solar'), month: z.int() });
const lunar = z.strictObject({ calendar: z.literal('lunar'), leap: z.boolean() });
const birthday = z.object({ birthday: z.discriminatedUnion('calendar', [solar, lunar]) });

describe('a union told apart by a key', () => {
  test('names the values that the key can have', () => {
    expect(messagesOf(birthday, { birthday: { calendar: 'julian', month: 1 } })).toEqual([
      'birthday.calendar: Expected one of "solar", "lunar" and received "julian".',
    ]);
  });

  test('misses the key', () => {
    expect(messagesOf(birthday, { birthday: { month: 1 } })).toEqual([
      'birthday.calendar: This is missing; expected "solar" or "lunar".',
    ]);
  });

  test('does not take a key with the value undefined for a missing one', () => {
    expect(messagesOf(birthday, { birthday: { calendar: undefined } })).toEqual([
      'birthday.calendar: Expected one of "solar", "lunar" and received undefined.',
    ]);
  });

  test('says what is wrong with the form that the key names', () => {
    expect(messagesOf(birthday, { birthday: { calendar: 'lunar', leap: 1, month: 1 } })).toEqual([
      'birthday.leap: Expected true or false and received 1.',
      'birthday: The key "month" is not known here.',
    ]);
  });

  test('is an object', () => {
    expect(messagesOf(birthday, { birthday: '02-28' })).toEqual([
      'birthday: Expected an object and received "02-28".',
    ]);
  });
});

interface Condition {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  readonly fact?: string;
}
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ fact: z.string(), operator: z.string(), value: z.number() }),
  ]),
);

describe('a union of objects', () => {
  test('says what is wrong with the form whose keys were used', () => {
    expect(messagesOf(condition, { fact: 'days', operater: 'equal', value: 1 })).toEqual([
      'operator: This is missing; expected a text.',
      'The key "operater" is not known here. Did you mean "operator"?',
    ]);
  });

  test('follows the right keys inwards, however much is wrong there', () => {
    const wrong = { fact: 1, operator: 2, value: 'x' };
    expect(messagesOf(condition, { all: [{ any: [wrong] }] })).toEqual([
      'all[0].any[0].fact: Expected a text and received 1.',
      'all[0].any[0].operator: Expected a text and received 2.',
      'all[0].any[0].value: Expected a number and received "x".',
    ]);
  });

  test('does not count against a form what is missing deeper inside', () => {
    const facts = [{ fact: 'a' }, { fact: 'b' }, { fact: 'c' }];
    expect(messagesOf(condition, { any: facts })).toEqual(
      [0, 1, 2].flatMap((index) => [
        `any[${index}].operator: This is missing; expected a text.`,
        `any[${index}].value: This is missing; expected a number.`,
      ]),
    );
  });

  test('does not count against a form what is unknown deeper inside', () => {
    expect(messagesOf(condition, { not: { fact: 'a', operator: 'b', value: 1, x: 1, y: 2, z: 3 } })).toEqual(
      ['x', 'y', 'z'].map((key) => `not: The key "${key}" is not known here.`),
    );
  });

  test('takes the form with a wrong value before the one with missing keys', () => {
    const schema = z.union([
      z.object({ size: z.unknown(), height: z.int(), width: z.int() }),
      z.object({ size: z.object({ x: z.int(), y: z.int(), z: z.int() }) }),
    ]);
    expect(messagesOf(schema, { size: {} })).toEqual(
      ['x', 'y', 'z'].map((key) => `size.${key}: This is missing; expected a number.`),
    );
  });

  test('takes the first form when all fit equally badly', () => {
    expect(messagesOf(condition, {})).toEqual(['all: This is missing; expected an array.']);
  });
});

describe('a union of types', () => {
  const value = z.object({ value: z.union([z.string(), z.number(), solar, z.literal(true)]) });

  test('lists them for a value of none', () => {
    expect(messagesOf(value, { value: null })).toEqual([
      'value: Expected a text, a number, an object or true and received null.',
    ]);
  });

  test('lists them where the value is missing', () => {
    expect(messagesOf(value, {})).toEqual([
      'value: This is missing; expected a text, a number, an object or true.',
    ]);
  });

  test('says what is wrong with the only form of its type', () => {
    expect(messagesOf(value, { value: { calendar: 'solar', month: 'May' } })).toEqual([
      'value.month: Expected a number and received "May".',
    ]);
  });

  test('of single values lists these', () => {
    const schema = z.union([z.literal('a'), z.literal(1)]);
    expect(messagesOf(schema, 'b')).toEqual(['Expected one of "a", 1 and received "b".']);
  });

  test('within a union is one list', () => {
    const schema = z.union([z.union([z.string(), z.number()]), z.boolean()]);
    expect(messagesOf(schema, null)).toEqual([
      'Expected a text, a number or true or false and received null.',
    ]);
  });

  test('of which none says what it expects is said to fit none', () => {
    const issue = inputIssues.create('no_matching_form', [], { received: '5', matches: 0 });
    expect(messagesOf(z.union([]), 5)).toEqual([issue.message]);
    expect(issue.message).toBe('5 fits none of the forms that are allowed here.');
    expect(inputIssues.format(issue, 'zh-CN')).toBe('5 不符合此处允许的任何形式。');
  });
});

test('an exclusive union says how many forms fit', () => {
  const result = parseWith(inputIssues, z.xor([z.string(), z.string().min(1), z.number()]), 'a');
  expect(result.ok ? [] : result.issues).toMatchObject([
    {
      code: 'no_matching_form',
      details: { matches: 2 },
      message: '"a" fits 2 of the forms that are allowed here, and must fit one only.',
    },
  ]);
});
