import type { IssueTexts } from '../issue/issueCatalogue.js';
import type { Locale } from '../issue/locale.js';
import { showValue } from '../issue/showValue.js';
import type { Expected, InputIssueDetails, RangeDetails } from './inputIssueDetails.js';

/** Words for the codes of types; a code without a word is shown as it is. */
type TypeWords = Readonly<Record<string, string>>;

/** Words for the codes of formats, made with the pattern of those that have one. */
type FormatWords = Readonly<Record<string, (pattern: string) => string>>;

const ENGLISH_TYPES: TypeWords = {
  text: 'a text',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
};

const CHINESE_TYPES: TypeWords = {
  text: '文本',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  object: '对象',
  array: '数组',
};

const ENGLISH_FORMATS: FormatWords = {
  identifier: () => 'an identifier without white space at its start or end',
  snake_case: () => 'a code in lower case such as app_push, beginning with a letter',
  language_tag: () => 'a language tag such as zh-CN',
  decimal: () => 'a decimal number such as -12.50, without thousands separators',
  regex: (pattern) => `a text that matches ${pattern}`,
  starts_with: (pattern) => `a text that starts with ${pattern}`,
  ends_with: (pattern) => `a text that ends with ${pattern}`,
  includes: (pattern) => `a text that contains ${pattern}`,
};

const CHINESE_FORMATS: FormatWords = {
  identifier: () => '首尾没有空白的标识符',
  snake_case: () => '以字母开头的小写代码（形如 app_push）',
  language_tag: () => '语言标签（形如 zh-CN）',
  decimal: () => '不带千位分隔符的十进制数（形如 -12.50）',
  regex: (pattern) => `匹配 ${pattern} 的文本`,
  starts_with: (pattern) => `以 ${pattern} 开头的文本`,
  ends_with: (pattern) => `以 ${pattern} 结尾的文本`,
  includes: (pattern) => `包含 ${pattern} 的文本`,
};

/** The sentences for {@link InputIssueDetails}; a package's catalogue spreads them into its own. */
export const inputIssueTexts: Readonly<Record<Locale, IssueTexts<InputIssueDetails>>> = {
  en: {
    missing: ({ expected }) => `This is missing; expected ${englishTypes(expected)}.`,
    invalid_type: ({ expected, received }) => `Expected ${englishTypes(expected)} and received ${received}.`,
    unknown_key: ({ key, suggestion }) =>
      `The key ${showValue(key)} is not known here.${suggestion === undefined ? '' : ` Did you mean ${showValue(suggestion)}?`}`,
    not_one_of: ({ received, options }) =>
      `Expected ${options.length > 1 ? 'one of ' : ''}${options.join(', ')} and received ${received}.`,
    out_of_range: (details) =>
      `Expected a ${details.measure} ${englishBounds(details)} and received ${details.length === undefined ? details.received : `${details.length} (${details.received})`}.`,
    not_multiple_of: ({ received, step }) =>
      `Expected ${step === 1 ? 'an integer' : `a multiple of ${step}`} and received ${received}.`,
    invalid_format: ({ received, format, pattern = '' }) =>
      `Expected ${wordOf(ENGLISH_FORMATS, format)?.(pattern) ?? `a text of the format ${showValue(format)}`} and received ${received}.`,
    no_matching_form: ({ received, matches }) =>
      matches === 0
        ? `${received} fits none of the forms that are allowed here.`
        : `${received} fits ${matches} of the forms that are allowed here, and must fit one only.`,
    check_failed: ({ received, sentence }) => `${sentence} (received ${received})`,
    not_json: ({ received }) => `Expected a plain JSON value and received ${received}.`,
    cycle: ({ received }) => `Expected a plain JSON value and received ${received} that contains itself.`,
    too_deep: ({ deepest }) => `This is nested deeper than ${deepest} levels.`,
  },
  'zh-CN': {
    missing: ({ expected }) => `缺少此项，应为${chineseTypes(expected)}。`,
    invalid_type: ({ expected, received }) => `应为${chineseTypes(expected)}，收到 ${received}。`,
    unknown_key: ({ key, suggestion }) =>
      `此处没有键 ${showValue(key)}${suggestion === undefined ? '。' : `，是否应为 ${showValue(suggestion)}？`}`,
    not_one_of: ({ received, options }) =>
      `应为 ${options.join('、')}${options.length > 1 ? ' 之一' : ''}，收到 ${received}。`,
    out_of_range: (details) =>
      `${details.measure === 'length' ? '长度' : '数值'}应${chineseBounds(details)}，收到 ${details.length === undefined ? details.received : `${details.length}（${details.received}）`}。`,
    not_multiple_of: ({ received, step }) =>
      `应为${step === 1 ? '整数' : ` ${step} 的倍数`}，收到 ${received}。`,
    invalid_format: ({ received, format, pattern = '' }) =>
      `应为${wordOf(CHINESE_FORMATS, format)?.(pattern) ?? `符合 ${showValue(format)} 格式的文本`}，收到 ${received}。`,
    no_matching_form: ({ received, matches }) =>
      matches === 0
        ? `${received} 不符合此处允许的任何形式。`
        : `${received} 同时符合此处允许的 ${matches} 种形式，只应符合一种。`,
    check_failed: ({ received, sentence }) => `${sentence}（收到 ${received}）`,
    not_json: ({ received }) => `应为普通 JSON 值，收到 ${received}。`,
    cycle: ({ received }) => `应为普通 JSON 值，收到的 ${received} 包含自身。`,
    too_deep: ({ deepest }) => `嵌套超过 ${deepest} 层。`,
  },
};

function englishTypes(expected: Expected): string {
  return alternatives(expected, ENGLISH_TYPES, ', ', ' or ');
}

function chineseTypes(expected: Expected): string {
  const text = alternatives(expected, CHINESE_TYPES, '、', '或');
  // Chinese type sets a space between Chinese characters and Latin letters, digits or quotes.
  return /^\p{Script=Han}/u.test(text) ? text : ` ${text}`;
}

function alternatives(expected: Expected, types: TypeWords, comma: string, or: string): string {
  const words = expected.map((code) => wordOf(types, code) ?? code);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(comma)}${or}${last}`;
}

function wordOf<Word>(words: Readonly<Record<string, Word>>, code: string): Word | undefined {
  // A code may come from a user's schema; `constructor` is none of our words.
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

function englishBounds({ minimum, maximum, inclusive }: RangeDetails): string {
  if (minimum !== undefined && minimum === maximum) return `of exactly ${minimum}`;
  const bounds: string[] = [];
  if (minimum !== undefined) bounds.push(inclusive ? `at least ${minimum}` : `above ${minimum}`);
  if (maximum !== undefined) bounds.push(inclusive ? `at most ${maximum}` : `below ${maximum}`);
  return `${inclusive ? 'of ' : ''}${bounds.join(' and ')}`;
}

function chineseBounds({ minimum, maximum, inclusive }: RangeDetails): string {
  if (minimum !== undefined && minimum === maximum) return `为 ${minimum}`;
  const bounds: string[] = [];
  if (minimum !== undefined) bounds.push(inclusive ? `不小于 ${minimum}` : `大于 ${minimum}`);
  if (maximum !== undefined) bounds.push(inclusive ? `不大于 ${maximum}` : `小于 ${maximum}`);
  return bounds.join('且');
}
