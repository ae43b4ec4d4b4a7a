import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineIssues } from '../issue/index.js';
import { customIssue, type InputIssueDetails, inputIssueTexts, parseWith } from './index.js';

type ParcelIssueDetails = InputIssueDetails & { too_heavy: { readonly grams: number } };

const parcelIssues = defineIssues<ParcelIssueDetails>({
  en: { ...inputIssueTexts.en, too_heavy: ({ grams }) => `The parcel weighs ${grams} g.` },
  'zh-CN': { ...inputIssueTexts['zh-CN'], too_heavy: ({ grams }) => `包裹重 ${grams} 克。` },
});

const parcelSchema = z
  .strictObject({ id: z.string().min(1), grams: z.int(), unit: z.literal('g').default('g') })
  .check((context) => {
    const { grams } = context.value;
    if (grams <= 30_000) return;
    const params = customIssue('too_heavy', { grams });
    context.issues.push({ code: 'custom', input: grams, path: ['grams'], params });
  });

describe('parsing', () => {
  test('gives what the schema makes of the input', () => {
    expect(parseWith(parcelIssues, parcelSchema, { id: 'p-1', grams: 250 })).toEqual({
      ok: true,
      value: { id: 'p-1', grams: 250, unit: 'g' },
    });
  });

  test('finds the issues of the package', () => {
    expect(parseWith(parcelIssues, parcelSchema, { id: 'p-1', grams: 30_001 })).toEqual({
      ok: false,
      issues: [parcelIssues.create('too_heavy', ['grams'], { grams: 30_001 })],
    });
  });

  test('finds every issue, in the order of the schema', () => {
    const result = parseWith(parcelIssues, parcelSchema, { size: 'L', unit: 'kg', id: 5 });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['invalid_type', 'id'],
      ['missing', 'grams'],
      ['not_one_of', 'unit'],
      ['unknown_key'],
    ]);
  });

  test.each<[string, object, string[]]>([
    ['of a wrong type', { id: 5, grams: 30_001 }, ['invalid_type']],
    ['missing', { grams: 30_001 }, ['missing']],
    ['out of its range', { id: '', grams: 30_001 }, ['out_of_range', 'too_heavy']],
    ['unknown', { id: 'p-1', grams: 30_001, size: 'L' }, ['unknown_key', 'too_heavy']],
  ])('with a key that is %s runs the checks of the whole only if it can', (_, input, codes) => {
    const result = parseWith(parcelIssues, parcelSchema, input);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(codes);
  });

  test('with a schema that judges by something other than its input is a mistake of the schema', () => {
    let calls = 0;
    const schema = z.string().refine(() => ++calls > 1);
    expect(() => parseWith(parcelIssues, schema, 'x')).toThrow(TypeError);
  });

  test('with a schema that names a code unknown to the catalogue is a mistake of the schema', () => {
    const schema = z.string().refine(() => false, { params: customIssue('too_light', {}) });
    expect(() => parseWith(parcelIssues, schema, 'x')).toThrow(TypeError);
  });
});
