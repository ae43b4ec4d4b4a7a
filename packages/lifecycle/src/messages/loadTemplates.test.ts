import { describe, expect, test } from 'vitest';
import { formatLifecycleIssue } from '../issues/index.js';
import { loadTemplates } from './loadTemplates.js';

type Parameters = Readonly<Record<string, { type: string; optional?: boolean }>>;

const documentOf = (parameters: Parameters, en: object, zh: object = { text: '您好。' }) => ({
  format: 1,
  templates: [{ code: 'note', parameters, wordings: [{ en, 'zh-CN': zh }] }],
});
const issuesOf = (document: unknown) => {
  const result = loadTemplates(document);
  return result.ok ? [] : result.issues;
};
/** Issues of an English text, the Chinese one naming the same parameters in the simplest way. */
const codesOf = (parameters: Parameters, text: string) => {
  const names = Object.entries(parameters).map(([name, { optional }]) =>
    optional ? `{${name}, select, absent {} other {{${name}}}}` : `{${name}}`,
  );
  return issuesOf(documentOf(parameters, { text }, { text: `您好${names.join('')}` })).map(
    ({ code }) => code,
  );
};

const integer = { n: { type: 'integer' } };
const day = { d: { type: 'day' } };
const money = { m: { type: 'money' } };
const optionalText = { t: { type: 'text', optional: true } };
const optionalDay = { d: { type: 'day', optional: true } };

describe('a text of a template', () => {
  test.each([
    ['a plain value', integer, '{n}'],
    ['a number with its separators', integer, '{n, number}'],
    ['a plural', integer, '{n, plural, one {# day} other {# days}}'],
    ['an ordinal', integer, '{n, selectordinal, one {#st} other {#th}}'],
    ['an amount', money, '{m}'],
    ['a day', day, '{d}'],
    ['a choice by a text', { t: { type: 'text' } }, '{t, select, VIP {dear member} other {{t}}}'],
    ['an optional text in its branch', optionalText, '{t, select, absent {Hello} other {Hello {t}}}'],
    ['an optional day in its branch', optionalDay, '{d, select, absent {soon} other {on {d}}}'],
    [
      'a choice within the branch',
      optionalText,
      '{t, select, absent {} other {{t, select, VIP {!} other {{t}}}}}',
    ],
    ['an optional text that only chooses', optionalText, 'Hello{t, select, absent {} other {, dear member}}'],
    ['signs that look like markup', {}, 'a < b <b>c</b>'],
    ['an apostrophe', {}, "it's fine"],
  ])('can hold %s', (_, parameters, text) => {
    expect(codesOf(parameters, text)).toEqual([]);
  });

  test.each<[string, Parameters, string, string]>([
    ['an open brace', integer, '{n', 'invalid_message_format'],
    ['a plural without "other"', integer, '{n, plural, one {# day}}', 'invalid_message_format'],
    ['a form that ICU lacks', integer, '{n, list}', 'invalid_message_format'],
    ['an undeclared parameter', {}, '{n}', 'undeclared_parameter'],
    ['what every object has', {}, '{toString}', 'undeclared_parameter'],
    ['a required parameter that is not used', integer, 'soon', 'unused_parameter'],
    ['an optional parameter that is not used', optionalText, 'soon', 'unused_parameter'],
    ['a number with a style', integer, '{n, number, percent}', 'placeholder_of_other_type'],
    ['a number with a skeleton', integer, '{n, number, ::currency/USD}', 'placeholder_of_other_type'],
    ['a plural of an amount', money, '{m, plural, other {#}}', 'placeholder_of_other_type'],
    ['a choice by an amount', money, '{m, select, other {{m}}}', 'placeholder_of_other_type'],
    ['a date of ICU, which has a zone of its own', day, '{d, date, short}', 'placeholder_of_other_type'],
    ['a time', day, '{d, time}', 'placeholder_of_other_type'],
    ['an optional text without a branch', optionalText, 'Hello {t}', 'optional_without_branch'],
    [
      'an optional text in the branch of its absence',
      optionalText,
      '{t, select, absent {{t}} other {}}',
      'optional_without_branch',
    ],
    [
      'a choice that forgets the absence',
      optionalText,
      '{t, select, VIP {!} other {{t}}}',
      'optional_without_branch',
    ],
    [
      'an optional text after its branch',
      optionalText,
      '{t, select, absent {} other {{t}}} {t}',
      'optional_without_branch',
    ],
  ])('cannot hold %s', (_, parameters, text, code) => {
    expect(new Set(codesOf(parameters, text))).toEqual(new Set([code]));
  });

  test('has each issue at its own place, in each language and form', () => {
    const found = issuesOf(documentOf({}, { text: '{a}', subject: '{b}', sms: '{c}' }, { text: '{d' }));
    expect(found.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['undeclared_parameter', 'templates.0.wordings.0.en.text'],
      ['undeclared_parameter', 'templates.0.wordings.0.en.subject'],
      ['undeclared_parameter', 'templates.0.wordings.0.en.sms'],
      ['invalid_message_format', 'templates.0.wordings.0.zh-CN.text'],
    ]);
  });

  test('says where the parser stopped and which name was meant', () => {
    const [open] = issuesOf(documentOf({}, { text: 'Hi {x' }));
    expect(open?.details).toEqual({ problem: 'EXPECT_ARGUMENT_CLOSING_BRACE', offset: 3 });
    const typo = issuesOf(
      documentOf({ couponDays: { type: 'integer' } }, { text: '{couponDay}' }, { text: '{couponDays}' }),
    );
    expect(typo[0]?.details).toEqual({ parameter: 'couponDay', suggestion: 'couponDays' });
    expect(typo[0] && formatLifecycleIssue(typo[0], 'zh-CN')).toBe(
      '模板没有声明参数“couponDay”，是否应为“couponDays”？',
    );
  });

  test('may leave a required parameter out of its subject and its short form, but not of the text', () => {
    const parameters = { n: { type: 'integer' } };
    const zh = { text: '{n}' };
    expect(issuesOf(documentOf(parameters, { text: '{n}', subject: 'Hi', sms: 'Hi' }, zh))).toEqual([]);
    const found = issuesOf(documentOf(parameters, { text: 'Hi', subject: '{n}' }, zh));
    expect(found.map(({ details }) => details)).toEqual([{ parameter: 'n', locale: 'en' }]);
  });
});

describe('templates', () => {
  test('are found by their code, with their parameters', () => {
    const result = loadTemplates(documentOf(integer, { text: '{n}' }, { text: '{n}' }));
    expect(result.ok && result.value.get('note')?.parameters).toEqual(integer);
    expect(result.ok && result.value.get('toString')).toBe(undefined);
  });

  test('of a wrong structure are refused before their texts are read', () => {
    expect(issuesOf({ format: 1, templates: [{ code: 'note' }] }).map(({ code }) => code)).toContain(
      'missing',
    );
  });
});
