import { describe, expectTypeOf, test } from 'vitest';
import { type AnyIssue, defineIssues, type Issue, type IssueOf } from './index.js';

type ParcelIssueDetails = { too_heavy: { readonly grams: number }; no_address: object };
type ParcelIssue = IssueOf<ParcelIssueDetails>;

declare const issue: ParcelIssue;

const texts = {
  too_heavy: ({ grams }: { grams: number }) => String(grams),
  no_address: () => '',
};

describe('the issues of a package', () => {
  test('are a closed union', () => {
    expectTypeOf(issue.code).toEqualTypeOf<'too_heavy' | 'no_address'>();
    expectTypeOf<ParcelIssue>().toEqualTypeOf<
      Issue<'too_heavy', { readonly grams: number }> | Issue<'no_address', object>
    >();
  });

  test('are narrowed by their code, so that a switch can be exhaustive', () => {
    switch (issue.code) {
      case 'too_heavy':
        expectTypeOf(issue.details.grams).toEqualTypeOf<number>();
        break;
      case 'no_address':
        break;
      default:
        expectTypeOf(issue).toEqualTypeOf<never>();
    }
  });

  test('fit where the code does not matter', () => {
    expectTypeOf<ParcelIssue>().toExtend<AnyIssue>();
  });
});

describe('a catalogue', () => {
  test('needs a sentence for every code in every language', () => {
    defineIssues<ParcelIssueDetails>({ en: texts, 'zh-CN': texts });
    // @ts-expect-error No Chinese.
    defineIssues<ParcelIssueDetails>({ en: texts });
    // @ts-expect-error No sentence for `no_address` in Chinese.
    defineIssues<ParcelIssueDetails>({ en: texts, 'zh-CN': { too_heavy: texts.too_heavy } });
  });

  test('makes an issue only with the details of its code', () => {
    const catalogue = defineIssues<ParcelIssueDetails>({ en: texts, 'zh-CN': texts });
    expectTypeOf(catalogue.create('too_heavy', [], { grams: 1 })).toEqualTypeOf<
      Issue<'too_heavy', { readonly grams: number }>
    >();
    // @ts-expect-error The details of another code.
    catalogue.create('too_heavy', [], { kilograms: 1 });
    // @ts-expect-error No such code.
    catalogue.create('too_light', [], {});
  });
});
