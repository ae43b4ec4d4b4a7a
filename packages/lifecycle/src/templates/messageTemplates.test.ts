import { describe, expect, test } from 'vitest';
import { messageParamsSchema } from './messageParams.js';
import type { ParameterType } from './messageTemplate.js';
import { parseTemplates, templatesByCode } from './messageTemplates.js';

const wording = { en: { text: 'Thank you.' }, 'zh-CN': { text: '谢谢您。' } };
const thanks = { code: 'thanks', parameters: { couponDays: { type: 'integer' } }, wordings: [wording] };
const issuesOf = (templates: readonly unknown[]) => {
  const result = parseTemplates({ format: 1, templates });
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
};

describe('a document of templates', () => {
  test('is taken as it stands', () => {
    const document = { format: 1, templates: [thanks, { ...thanks, code: 'more_thanks' }] };
    expect(parseTemplates(document)).toEqual({ ok: true, value: document });
  });

  test.each<[string, object, string, string]>([
    ['a code that is no code', { code: 'Thanks!' }, 'invalid_format', 'code'],
    ['no wording', { wordings: [] }, 'missing', 'wordings'],
    ['a language that is not there', { wordings: [{ en: wording.en }] }, 'missing', 'wordings.0.zh-CN'],
    ['an empty text', { wordings: [{ ...wording, en: { text: '' } }] }, 'out_of_range', 'wordings.0.en.text'],
    [
      'a type that does not exist',
      { parameters: { x: { type: 'float' } } },
      'not_one_of',
      'parameters.x.type',
    ],
    [
      'a name that ICU cannot name',
      { parameters: { 'coupon-days': { type: 'text' } } },
      'invalid_format',
      'parameters.coupon-days',
    ],
    ['a rotation that does not exist', { rotate: 'daily' }, 'not_one_of', 'rotate'],
    [
      'several wordings without a turn',
      { wordings: [wording, wording] },
      'wordings_without_turn',
      'wordings',
    ],
    ['an unknown key', { wordigns: [] }, 'unknown_key', 'wordigns'],
  ])('with %s is refused at its place', (_, change, code, place) => {
    const found = issuesOf([{ ...thanks, ...change }]);
    expect(found.map(([first]) => first)).toEqual([code]);
    expect(found[0]?.[1]).toMatch(new RegExp(`^templates\\.0(\\.${place})?`));
  });

  test('has each template once', () => {
    expect(issuesOf([thanks, thanks, thanks])).toEqual([
      ['template_twice', 'templates.1.code'],
      ['template_twice', 'templates.2.code'],
    ]);
  });

  test('can rotate one wording, which then stays', () => {
    expect(issuesOf([{ ...thanks, rotate: 'monthly' }])).toEqual([]);
  });
});

describe('templates by code', () => {
  const parsed = parseTemplates({ format: 1, templates: [thanks] });

  test('tell their parameters, and nothing of a code that is none of theirs', () => {
    const templates = parsed.ok ? templatesByCode(parsed.value) : undefined;
    expect(templates?.get('thanks')?.parameters).toEqual({ couponDays: { type: 'integer' } });
    expect(templates?.get('constructor')).toBe(undefined);
  });
});

describe('the values of a template', () => {
  const takes = (type: ParameterType, value: unknown) =>
    messageParamsSchema({ code: 'x', parameters: { value: { type } } }).safeParse({ value }).success;

  test.each<[ParameterType, readonly unknown[], readonly unknown[]]>([
    ['text', ['a', 'a b', '李'], ['', ' ', ' a', 'a ', 1, null, 'x'.repeat(501)]],
    ['coupon', ['A1'], ['', 1]],
    ['integer', [0, -1, 9_007_199_254_740_991], [0.5, Number.NaN, '1', 9_007_199_254_740_992]],
    ['money', [0, 1250], [12.5, '1250', { minor: 1, currency: 'CNY' }]],
    ['day', ['2028-02-29'], ['2026-02-29', '2026-2-1', 1]],
    [
      'link',
      ['https://a.example', 'http://a.example/b?c=d'],
      ['a.example', 'ftp://a', 'https://a b', 'javascript:x'],
    ],
  ])('of the type %s are of its kind', (type, good, bad) => {
    expect(good.map((value) => takes(type, value))).toEqual(good.map(() => true));
    expect(bad.map((value) => takes(type, value))).toEqual(bad.map(() => false));
  });

  test('are all there, the optional ones aside, and no others', () => {
    const schema = messageParamsSchema({
      code: 'x',
      parameters: { needed: { type: 'integer' }, spare: { type: 'text', optional: true } },
    });
    expect(schema.safeParse({ needed: 1 }).success).toBe(true);
    expect(schema.safeParse({ needed: 1, spare: 'a' }).success).toBe(true);
    expect(schema.safeParse({ spare: 'a' }).success).toBe(false);
    expect(schema.safeParse({ needed: 1, other: 1 }).success).toBe(false);
    expect(schema.safeParse({ needed: 1, spare: undefined }).success).toBe(false);
  });
});
