import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { IssuePath } from '../issue/index.js';
import { inputIssues, parseWith } from './index.js';

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
