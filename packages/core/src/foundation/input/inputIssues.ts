import type { IssueOf } from '../issue/issue.js';
import { defineIssues, type IssueTexts } from '../issue/issueCatalogue.js';
import type { Locale } from '../issue/locale.js';

/** A number or length that is outside its bounds; an absent bound is no bound. */
export interface RangeDetails {
  /** What was measured: the value itself, or the length of a text, list or file. */
  readonly measure: 'value' | 'length';
  /** The offending value as the message shows it. */
  readonly received: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether the bound itself is allowed. */
  readonly inclusive: boolean;
}

/**
 * Details of the issues that any JSON input can have, whatever it is about. Every package's own catalogue contains
 * these.
 */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type InputIssueDetails = {
  /** A key that must be there is absent. */
  missing: { readonly expected: string };
  /** The value is of another type. */
  invalid_type: { readonly expected: string; readonly received: string };
  /** A key that the format does not know; often a typing error. */
  unknown_key: { readonly key: string; readonly suggestion?: string };
  /** The value is none of the allowed ones. */
  not_one_of: { readonly received: string; readonly options: readonly string[] };
  /** A number, or a length, outside its bounds. */
  out_of_range: RangeDetails;
  /** A number that is no multiple of the step, such as half a piece. */
  not_multiple_of: { readonly received: string; readonly step: number };
  /** A text that is not of its format, such as an identifier with a space in it. */
  invalid_format: { readonly received: string; readonly format: string };
  /** The value fits none of the forms that the format allows here. */
  no_matching_form: { readonly received: string };
  /** Something that JSON cannot carry: NaN, a function, a date object, a cycle. */
  not_json: { readonly received: string };
};

/** An issue that any JSON input can have. */
export type InputIssue = IssueOf<InputIssueDetails>;

/** The sentences for {@link InputIssueDetails}; a package's catalogue spreads them into its own. */
export const inputIssueTexts: Readonly<Record<Locale, IssueTexts<InputIssueDetails>>> = {
  en: {
    missing: ({ expected }) => `This is missing; expected ${expected}.`,
    invalid_type: ({ expected, received }) => `Expected ${expected} and received ${received}.`,
    unknown_key: ({ key, suggestion }) =>
      suggestion === undefined
        ? `The key "${key}" is not known here.`
        : `The key "${key}" is not known here. Did you mean "${suggestion}"?`,
    not_one_of: ({ received, options }) => `Expected one of ${options.join(', ')} and received ${received}.`,
    out_of_range: (details) =>
      `Expected ${details.measure === 'length' ? 'a length' : 'a value'} ${englishBounds(details)} and received ${details.received}.`,
    not_multiple_of: ({ received, step }) =>
      step === 1
        ? `Expected an integer and received ${received}.`
        : `Expected a multiple of ${step} and received ${received}.`,
    invalid_format: ({ received, format }) => `Expected ${format} and received ${received}.`,
    no_matching_form: ({ received }) => `${received} fits none of the forms that are allowed here.`,
    not_json: ({ received }) => `Expected a plain JSON value and received ${received}.`,
  },
  'zh-CN': {
    missing: ({ expected }) => `缺少此项，应为 ${expected}。`,
    invalid_type: ({ expected, received }) => `应为 ${expected}，收到 ${received}。`,
    unknown_key: ({ key, suggestion }) =>
      suggestion === undefined ? `此处没有键“${key}”。` : `此处没有键“${key}”，是否应为“${suggestion}”？`,
    not_one_of: ({ received, options }) => `应为 ${options.join('、')} 之一，收到 ${received}。`,
    out_of_range: (details) =>
      `${details.measure === 'length' ? '长度' : '数值'}应${chineseBounds(details)}，收到 ${details.received}。`,
    not_multiple_of: ({ received, step }) =>
      step === 1 ? `应为整数，收到 ${received}。` : `应为 ${step} 的倍数，收到 ${received}。`,
    invalid_format: ({ received, format }) => `格式应为 ${format}，收到 ${received}。`,
    no_matching_form: ({ received }) => `${received} 不符合此处允许的任何形式。`,
    not_json: ({ received }) => `应为普通 JSON 值，收到 ${received}。`,
  },
};

/** Makes and formats {@link InputIssue}s. */
export const inputIssues = defineIssues<InputIssueDetails>(inputIssueTexts);

function englishBounds({ minimum, maximum, inclusive }: RangeDetails): string {
  const bounds: string[] = [];
  if (minimum !== undefined) bounds.push(inclusive ? `of at least ${minimum}` : `above ${minimum}`);
  if (maximum !== undefined) bounds.push(inclusive ? `of at most ${maximum}` : `below ${maximum}`);
  return bounds.join(' and ');
}

function chineseBounds({ minimum, maximum, inclusive }: RangeDetails): string {
  const bounds: string[] = [];
  if (minimum !== undefined) bounds.push(inclusive ? `不小于 ${minimum}` : `大于 ${minimum}`);
  if (maximum !== undefined) bounds.push(inclusive ? `不大于 ${maximum}` : `小于 ${maximum}`);
  return bounds.join('且');
}
