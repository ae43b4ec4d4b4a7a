import { describe, expect, test } from 'vitest';
import { type CoreIssue, type CoreIssueDetails, coreIssues, formatIssue } from './index.js';

/** For each code one or several details, whose values the sentence must name. A new code does not compile without. */
const SAMPLES: { readonly [Code in CoreIssue['code']]: readonly CoreIssueDetails[Code][] } = {
  missing: [{ expected: ['object'] }, { expected: ['"a"', '"b"'] }],
  invalid_type: [
    { expected: ['text'], received: '5' },
    { expected: ['number', 'integer', 'boolean', 'null', 'array'], received: '"x"' },
  ],
  unknown_key: [{ key: 'linse' }, { key: 'linse', suggestion: 'lines' }],
  not_one_of: [{ received: '"c"', options: ['"a"', '"b"'] }],
  out_of_range: [
    { measure: 'value', received: '0', minimum: 1, inclusive: true },
    { measure: 'value', received: '9', maximum: 8, inclusive: false },
    { measure: 'length', received: '"abc"', length: 3, minimum: 1, maximum: 2, inclusive: true },
  ],
  not_multiple_of: [
    { received: '7', step: 6 },
    { received: '12.5', step: 1 },
  ],
  invalid_format: [
    { received: '" x"', format: 'identifier' },
    { received: '"X"', format: 'snake_case' },
    { received: '"?"', format: 'language_tag' },
    { received: '"1,5"', format: 'decimal' },
    { received: '"x"', format: 'regex', pattern: '/^[0-9]$/' },
  ],
  no_matching_form: [
    { received: '{…}', matches: 0 },
    { received: '{…}', matches: 2 },
  ],
  check_failed: [{ received: '5', sentence: '5!' }],
  not_json: [{ received: 'NaN' }],
  cycle: [{ received: '[…]' }],
  too_deep: [{ deepest: 500 }],
  unknown_currency: [{ currency: '"RMB"' }],
  currency_mismatch: [{ expected: 'CNY', received: 'USD' }],
  unsafe_amount: [{ received: '12.5' }],
  too_many_decimals: [{ received: '"1.234"', currency: 'CNY', digits: 2 }],
  no_positive_weight: [{ count: 3 }],
  unknown_time_zone: [{ timeZone: '"Asia/Shangai"' }],
  invalid_day: [{ received: '"2026-02-29"' }],
  invalid_instant: [{ received: '"2026-02-28"' }],
  invalid_time_of_day: [{ received: '"24:00"' }],
  empty_window: [{ from: '2026-03-01', to: '2026-03-01' }],
  wrong_order: [
    {
      earlier: 'placedAt',
      earlierAt: '2026-03-01T10:00:00+08:00',
      later: 'paidAt',
      laterAt: '2026-02-28T10:00:00+08:00',
    },
  ],
  refund_exceeds_total: [{ totalMinor: 1250, refundedMinor: 1251, currency: 'CNY' }],
  workday_unknown: [{ day: '2028-01-01', knownFrom: '2024-01-01', knownTo: '2027-12-31' }],
  outside_window: [{ day: '2028-01-01', from: '2024-01-01', to: '2025-01-01' }],
  holiday_and_make_up_day: [{ day: '2026-10-01' }],
  lunar_date_unknown: [{ received: '2101', knownFrom: 1900, knownTo: 2100 }],
  no_such_lunar_month: [{ year: 2026, month: 4, leapMonth: true }],
  no_such_lunar_day: [{ year: 2026, month: 4, leapMonth: false, day: 30 }],
  customer_erased: [{ orderId: 'o-1' }],
  bounds_not_ascending: [{ received: '[3, 2]' }],
  duplicate_code: [{ received: '"r-1"' }],
  scores_without_segment: [{ recency: 5, frequency: 4, monetary: 3, combinations: 17 }],
  scores_in_two_segments: [{ recency: 5, frequency: 4, monetary: 3, first: 'vip', second: 'new' }],
  figures_not_comparable: [{ differsIn: 'timeZone', base: 'UTC', current: 'Asia/Shanghai' }],
  no_repeat_purchases: [{ customers: 12 }],
  parameters_not_identified: [{ model: 'BG/NBD', parameters: ['a', 'b'], customers: 12 }],
  fit_not_converged: [{ model: 'BG/NBD', iterations: 200 }],
  mean_amount_unbounded: [{ q: 0.9 }],
  logs_do_not_fit: [
    { what: 'currency', received: 'USD' },
    { what: 'time_zone', received: 'UTC' },
    { what: 'customer', received: 'c-1' },
    { what: 'order', received: 'o-1' },
  ],
};

/** Values of details that stand for words of the sentence, and no words themselves. */
const CODES = new Set(['value', 'length', 'time_zone', 'customer', 'order', 'currency']);
const FORMATS = new Set(['identifier', 'snake_case', 'language_tag', 'decimal', 'regex']);
const TYPES = new Set(['text', 'number', 'integer', 'boolean', 'null', 'object', 'array']);
const isWord = (value: unknown) =>
  typeof value === 'boolean' || [CODES, FORMATS, TYPES].some((set) => set.has(String(value)));

/** Names that are the same in Chinese. */
const NAMES = /JSON|ISO|IANA|UTC|Asia\/Shanghai|zh-CN|app_push|true|false|null|[RFM](?=\d)|\dT\d/g;

const samples = Object.entries(SAMPLES).flatMap(([code, list]) =>
  list.map((details) => [code, details] as const),
);

describe.each(samples)('the issue %s of %j', (code, details) => {
  const issue = coreIssues.complete({ code, path: ['orders', 3], details });
  const english = formatIssue(issue, 'en');
  const chinese = formatIssue(issue, 'zh-CN');
  const values = Object.values(details)
    .flat()
    .filter((value) => !isWord(value))
    .map(String);

  test('names its place and its values', () => {
    expect(issue.message).toBe(`orders[3]: ${english}`);
    // The step of an integer goes without saying, and so do no matches at all.
    const named = values.filter((value) => !(code === 'not_multiple_of' && value === '1') && value !== '0');
    for (const value of named) expect(english).toContain(value);
    for (const value of named) expect(chinese).toContain(value);
  });

  test('is a full sentence in English', () => {
    expect(english).toMatch(/^(.*[.?]|.*\(received .*\))$/);
    expect(english).not.toMatch(/undefined|\[object|\p{Script=Han}/u);
  });

  test('is a full sentence in Chinese, with no English in it', () => {
    expect(chinese).toMatch(/[。？）]$/);
    expect(chinese).not.toMatch(/undefined|\[object/);
    const withoutValues = values.reduce(
      (text, value) => text.replaceAll(value, ''),
      chinese.replace(NAMES, ''),
    );
    expect(withoutValues).not.toMatch(/[A-Za-z]/);
    if (code !== 'check_failed') expect(chinese).toMatch(/\p{Script=Han}{2}/u);
  });
});
