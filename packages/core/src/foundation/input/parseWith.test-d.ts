import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { defineIssues, type IssueOf, type IssueTexts } from '../issue/index.js';
import type { Result } from '../result/index.js';
import { type InputIssue, type InputIssueDetails, inputIssues, parseWith } from './index.js';

const parcelSchema = z.strictObject({ grams: z.int(), unit: z.literal('g').default('g') });

type ParcelIssueDetails = InputIssueDetails & { too_heavy: { readonly grams: number } };
declare const texts: IssueTexts<ParcelIssueDetails>;

describe('parsing', () => {
  test('gives what the schema puts out and the issues of the catalogue', () => {
    expectTypeOf(parseWith(inputIssues, parcelSchema, {})).toEqualTypeOf<
      Result<{ grams: number; unit: 'g' }, InputIssue>
    >();
    const parcelIssues = defineIssues<ParcelIssueDetails>({ en: texts, 'zh-CN': texts });
    expectTypeOf(parseWith(parcelIssues, parcelSchema, {})).toEqualTypeOf<
      Result<{ grams: number; unit: 'g' }, IssueOf<ParcelIssueDetails>>
    >();
  });

  test('takes a catalogue only if it has the issues that any input can have', () => {
    const text = () => '';
    const lacking = defineIssues<{ too_heavy: object }>({
      en: { too_heavy: text },
      'zh-CN': { too_heavy: text },
    });
    // @ts-expect-error No sentence for `missing` and the others.
    parseWith(lacking, parcelSchema, {});
  });

  test('makes issues whose details follow from their code', () => {
    const result = parseWith(inputIssues, parcelSchema, {});
    if (result.ok) return;
    const [issue] = result.issues;
    if (issue.code === 'unknown_key')
      expectTypeOf(issue.details.suggestion).toEqualTypeOf<string | undefined>();
    if (issue.code === 'not_multiple_of') expectTypeOf(issue.details.step).toEqualTypeOf<number>();
  });
});
