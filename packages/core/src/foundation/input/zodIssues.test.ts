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

describe('a number out of its range', () => {
  test.each<[z.ZodType, unknown, object, string, string]>([
    [
      z.number().min(1),
      0,
      { minimum: 1, inclusive: true },
      'Expected a value of at least 1 and received 0.',
      '数值应不小于 1，收到 0。',
    ],
    [
      z.number().max(1),
      2,
      { maximum: 1, inclusive: true },
      'Expected a value of at most 1 and received 2.',
      '数值应不大于 1，收到 2。',
    ],
    [
      z.number().gt(1),
      1,
      { minimum: 1, inclusive: false },
      'Expected a value above 1 and received 1.',
      '数值应大于 1，收到 1。',
    ],
    [
      z.number().lt(1),
      1,
      { maximum: 1, inclusive: false },
      'Expected a value below 1 and received 1.',
      '数值应小于 1，收到 1。',
    ],
    [
      z.int(),
      2 ** 53,
      { maximum: 2 ** 53 - 1, inclusive: true },
      'Expected a value of at most 9007199254740991 and received 9007199254740992.',
      '数值应不大于 9007199254740991，收到 9007199254740992。',
    ],
  ])('%#: says its bound', (schema, input, bounds, en, zh) => {
    const details = { measure: 'value', received: String(input), ...bounds };
    expect(issuesOf(schema, input)).toEqual([{ code: 'out_of_range', path: [], details, en, zh }]);
  });

  test('of both bounds says both', () => {
    const range = { measure: 'value', received: '30', minimum: 1, maximum: 29, inclusive: true } as const;
    const issue = inputIssues.create('out_of_range', [], range);
    expect(issue.message).toBe('Expected a value of at least 1 and at most 29 and received 30.');
    expect(inputIssues.format(issue, 'zh-CN')).toBe('数值应不小于 1且不大于 29，收到 30。');
  });
});

describe('a length out of its range', () => {
  test.each<[z.ZodType, unknown, object, string, string]>([
    [
      z.string().min(1),
      '',
      { length: 0, received: '""', minimum: 1 },
      'Expected a length of at least 1 and received 0 ("").',
      '长度应不小于 1，收到 0（""）。',
    ],
    [
      z.array(z.int()).max(1),
      [1, 2],
      { length: 2, received: '[…]', maximum: 1 },
      'Expected a length of at most 1 and received 2 ([…]).',
      '长度应不大于 1，收到 2（[…]）。',
    ],
    [
      z.string().length(3),
      'CN',
      { length: 2, received: '"CN"', minimum: 3, maximum: 3 },
      'Expected a length of exactly 3 and received 2 ("CN").',
      '长度应为 3，收到 2（"CN"）。',
    ],
    [
      z.string().length(3),
      'CNYY',
      { length: 4, received: '"CNYY"', minimum: 3, maximum: 3 },
      'Expected a length of exactly 3 and received 4 ("CNYY").',
      '长度应为 3，收到 4（"CNYY"）。',
    ],
    [
      z.tuple([z.int(), z.int()]),
      [1],
      { length: 1, received: '[…]', minimum: 2 },
      'Expected a length of at least 2 and received 1 ([…]).',
      '长度应不小于 2，收到 1（[…]）。',
    ],
  ])('%#: says the length there is', (schema, input, bounds, en, zh) => {
    const details = { measure: 'length', inclusive: true, ...bounds };
    expect(issuesOf(schema, input)).toEqual([{ code: 'out_of_range', path: [], details, en, zh }]);
  });
});

describe('a number that is no multiple', () => {
  test('of one is no integer', () => {
    expect(issuesOf(z.int(), 12.5)).toEqual([
      {
        code: 'not_multiple_of',
        path: [],
        details: { received: '12.5', step: 1 },
        en: 'Expected an integer and received 12.5.',
        zh: '应为整数，收到 12.5。',
      },
    ]);
  });

  test('of a step says the step', () => {
    expect(issuesOf(z.number().multipleOf(6), 7)).toMatchObject([
      {
        code: 'not_multiple_of',
        details: { received: '7', step: 6 },
        en: 'Expected a multiple of 6 and received 7.',
        zh: '应为 6 的倍数，收到 7。',
      },
    ]);
  });
});

describe('a text of another format', () => {
  test.each<[z.ZodType, object, string, string]>([
    [
      z.string().regex(/^a+$/),
      { format: 'regex', pattern: '/^a+$/' },
      'Expected a text that matches /^a+$/ and received "x".',
      '应为匹配 /^a+$/ 的文本，收到 "x"。',
    ],
    [
      z.string().startsWith('SF'),
      { format: 'starts_with', pattern: '"SF"' },
      'Expected a text that starts with "SF" and received "x".',
      '应为以 "SF" 开头的文本，收到 "x"。',
    ],
    [
      z.string().endsWith('SF'),
      { format: 'ends_with', pattern: '"SF"' },
      'Expected a text that ends with "SF" and received "x".',
      '应为以 "SF" 结尾的文本，收到 "x"。',
    ],
    [
      z.string().includes('SF'),
      { format: 'includes', pattern: '"SF"' },
      'Expected a text that contains "SF" and received "x".',
      '应为包含 "SF" 的文本，收到 "x"。',
    ],
    [
      z.email(),
      { format: 'email' },
      'Expected a text of the format "email" and received "x".',
      '应为符合 "email" 格式的文本，收到 "x"。',
    ],
  ])('%#: says the format', (schema, format, en, zh) => {
    const details = { received: '"x"', ...format };
    expect(issuesOf(schema, 'x')).toEqual([{ code: 'invalid_format', path: [], details, en, zh }]);
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
