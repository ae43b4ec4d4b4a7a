import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { IssuePath } from '../issue/index.js';
import { customIssue, inputIssues, parseWith } from './index.js';

interface Found {
  readonly code: string;
  readonly path: IssuePath;
  readonly details: object;
  readonly en: string;
  readonly zh: string;
}

function issuesOf(schema: z.ZodType, input: unknown): Found[] {
  const result = parseWith(inputIssues, schema, input);
  if (result.ok) return [];
  return result.issues.map((issue) => ({
    code: issue.code,
    path: issue.path,
    details: issue.details,
    en: inputIssues.format(issue, 'en'),
    zh: inputIssues.format(issue, 'zh-CN'),
  }));
}

const parcel = z.strictObject({ grams: z.int(), carrier: z.string().exactOptional() });

describe('a key', () => {
  test('that is absent is missing', () => {
    expect(issuesOf(parcel, {})).toEqual([
      {
        code: 'missing',
        path: ['grams'],
        details: { expected: ['number'] },
        en: 'This is missing; expected a number.',
        zh: '缺少此项，应为数字。',
      },
    ]);
  });

  test('that is one of some values is missing with these', () => {
    const schema = z.object({ method: z.enum(['prepaid', 'cash']) });
    expect(issuesOf(schema, {})).toEqual([
      {
        code: 'missing',
        path: ['method'],
        details: { expected: ['"prepaid"', '"cash"'] },
        en: 'This is missing; expected "prepaid" or "cash".',
        zh: '缺少此项，应为 "prepaid"或"cash"。',
      },
    ]);
  });

  test.each([
    ['required', { grams: undefined }, ['grams'], 'number'],
    ['optional', { grams: 1, carrier: undefined }, ['carrier'], 'text'],
  ])(
    'that is %s and there with the value undefined is not missing but of a wrong type',
    (_, input, path, type) => {
      expect(issuesOf(parcel, input)).toMatchObject([
        { code: 'invalid_type', path, details: { expected: [type], received: 'undefined' } },
      ]);
    },
  );

  test('that is not known is named, with the known one that it resembles', () => {
    expect(issuesOf(parcel, { grams: 1, carier: 'SF' })).toEqual([
      {
        code: 'unknown_key',
        path: [],
        details: { key: 'carier', suggestion: 'carrier' },
        en: 'The key "carier" is not known here. Did you mean "carrier"?',
        zh: '此处没有键 "carier"，是否应为 "carrier"？',
      },
    ]);
  });

  test('that is not known and resembles none is named alone', () => {
    expect(issuesOf(parcel, { grams: 1, colour: 'red' })).toEqual([
      {
        code: 'unknown_key',
        path: [],
        details: { key: 'colour' },
        en: 'The key "colour" is not known here.',
        zh: '此处没有键 "colour"。',
      },
    ]);
  });

  test.each<[string, z.ZodType, unknown, IssuePath]>([
    [
      'deep inside',
      z.object({ parcels: z.array(parcel) }),
      { parcels: [{ grams: 1, gram: 1 }] },
      ['parcels', 0],
    ],
    ['of a schema that is defined later', z.lazy(() => parcel), { grams: 1, gram: 1 }, []],
    [
      'of a schema with checks and notes',
      parcel.check(() => {}).meta({ title: 'A parcel' }),
      { grams: 1, gram: 1 },
      [],
    ],
    ['of a form of a union', z.union([z.string(), parcel]), { grams: 1, gram: 1 }, []],
    ['of an optional schema', parcel.optional(), { grams: 1, gram: 1 }, []],
    ['of a record', z.partialRecord(z.enum(['grams', 'pieces']), z.int()), { gram: 1 }, []],
  ])('that is not known has a suggestion %s', (_, schema, input, path) => {
    expect(issuesOf(schema, input)).toMatchObject([
      { code: 'unknown_key', path, details: { key: 'gram', suggestion: 'grams' } },
    ]);
  });

  test('named __proto__ in a JSON document is not known either', () => {
    expect(issuesOf(parcel, JSON.parse('{"grams":1,"__proto__":{"carrier":"SF"}}'))).toMatchObject([
      { code: 'unknown_key', details: { key: '__proto__' } },
    ]);
  });
});

describe('a value of another type', () => {
  test.each<[z.ZodType, unknown, string, string, string]>([
    [z.string(), 5, 'text', 'Expected a text and received 5.', '应为文本，收到 5。'],
    [z.number(), '5', 'number', 'Expected a number and received "5".', '应为数字，收到 "5"。'],
    [z.number(), Number.NaN, 'number', 'Expected a number and received NaN.', '应为数字，收到 NaN。'],
    [
      z.number(),
      Number.POSITIVE_INFINITY,
      'number',
      'Expected a number and received Infinity.',
      '应为数字，收到 Infinity。',
    ],
    [
      z.boolean(),
      'yes',
      'boolean',
      'Expected true or false and received "yes".',
      '应为 true 或 false，收到 "yes"。',
    ],
    [z.null(), 0, 'null', 'Expected null and received 0.', '应为 null，收到 0。'],
    [z.object({}), [], 'object', 'Expected an object and received [].', '应为对象，收到 []。'],
    [
      z.record(z.string(), z.int()),
      null,
      'object',
      'Expected an object and received null.',
      '应为对象，收到 null。',
    ],
    [z.array(z.int()), { 0: 1 }, 'array', 'Expected an array and received {…}.', '应为数组，收到 {…}。'],
    [z.tuple([z.int()]), 1, 'array', 'Expected an array and received 1.', '应为数组，收到 1。'],
    [z.instanceof(Date), '2026', 'Date', 'Expected Date and received "2026".', '应为 Date，收到 "2026"。'],
  ])('%#: says what was expected and what came', (schema, input, type, en, zh) => {
    expect(issuesOf(schema, input)).toMatchObject([
      { code: 'invalid_type', path: [], details: { expected: [type] }, en, zh },
    ]);
  });

  test('at the root may be nothing at all', () => {
    expect(issuesOf(parcel, undefined)).toMatchObject([
      { code: 'invalid_type', path: [], en: 'Expected an object and received undefined.' },
    ]);
  });

  test('in a list is found by its index, a hole of the list is missing', () => {
    expect(issuesOf(z.array(z.string()), ['a', 1])).toMatchObject([{ code: 'invalid_type', path: [1] }]);
    expect(issuesOf(z.array(z.string()), Array(1))).toMatchObject([{ code: 'missing', path: [0] }]);
  });

  test('under a key of a record is found by the key', () => {
    expect(issuesOf(z.record(z.string(), z.int()), { 'SKU 1': 'x' })).toMatchObject([
      { code: 'invalid_type', path: ['SKU 1'] },
    ]);
  });
});

describe('a value that is none of the allowed ones', () => {
  test('comes with all of them', () => {
    expect(issuesOf(z.enum(['prepaid', 'cash']), 'credit')).toEqual([
      {
        code: 'not_one_of',
        path: [],
        details: { received: '"credit"', options: ['"prepaid"', '"cash"'] },
        en: 'Expected one of "prepaid", "cash" and received "credit".',
        zh: '应为 "prepaid"、"cash" 之一，收到 "credit"。',
      },
    ]);
  });

  test('comes with the only one there is', () => {
    expect(issuesOf(z.literal(1), 2)).toMatchObject([
      { code: 'not_one_of', en: 'Expected 1 and received 2.', zh: '应为 1，收到 2。' },
    ]);
  });
});

describe('a key of a record', () => {
  test('that is not as it should be is found under itself', () => {
    expect(issuesOf(z.record(z.string().max(2), z.int()), { abc: 1 })).toMatchObject([
      { code: 'out_of_range', path: ['abc'], details: { length: 3, received: '"abc"' } },
    ]);
  });
});

describe('an element of a map or set', () => {
  test('is looked into', () => {
    expect(issuesOf(z.map(z.string(), z.int()), new Map([['a', 'x']]))).toMatchObject([
      { code: 'invalid_type', path: ['a'] },
    ]);
    expect(issuesOf(z.map(z.object({}), z.int()), new Map([[{}, 'x']]))).toMatchObject([
      { code: 'invalid_type', details: { received: '"x"' } },
    ]);
  });
});

describe('a check that is not of zod', () => {
  test('fails with an issue of ours where it says so, at the place that it says', () => {
    const schema = z.object({ from: z.int(), to: z.int() }).check((context) => {
      const range = { measure: 'value', received: '1', minimum: 2, inclusive: true } as const;
      const params = customIssue('out_of_range', range);
      context.issues.push({ code: 'custom', input: 1, path: ['to'], params });
    });
    expect(issuesOf(z.array(schema), [{ from: 2, to: 1 }])).toMatchObject([
      { code: 'out_of_range', path: [0, 'to'], en: 'Expected a value of at least 2 and received 1.' },
    ]);
  });

  test('fails with its own sentence where it has no more', () => {
    expect(
      issuesOf(
        z.string().refine(() => false, 'Names must be kind.'),
        'x',
      ),
    ).toEqual([
      {
        code: 'check_failed',
        path: [],
        details: { received: '"x"', sentence: 'Names must be kind.' },
        en: 'Names must be kind. (received "x")',
        zh: 'Names must be kind.（收到 "x"）',
      },
    ]);
  });
});
