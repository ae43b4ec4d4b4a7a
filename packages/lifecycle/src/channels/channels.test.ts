import { describe, expect, test } from 'vitest';
import { parseChannels } from './channels.js';
import { defaultChannels } from './defaultChannels.js';

const letter = { code: 'letter', reaches: 'customer', optOut: { en: ' Write to us.', 'zh-CN': '请来信。' } };
const issuesOf = (input: unknown) => {
  const result = parseChannels(input);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
};

describe('channels', () => {
  test('that reach customers tell how to stop marketing; those to staff need not', () => {
    const { optOut: _, ...silent } = letter;
    expect(issuesOf([letter])).toEqual([]);
    expect(issuesOf([silent])).toEqual([['opt_out_missing', '0.optOut']]);
    expect(issuesOf([{ ...silent, reaches: 'staff' }])).toEqual([]);
  });

  test('are each there once', () => {
    expect(issuesOf([letter, { ...letter, code: 'note' }, letter])).toEqual([['channel_twice', '2.code']]);
  });

  test.each<[string, object, string, string]>([
    ['less than no message a day', { maxPerDay: -1 }, 'out_of_range', '0.maxPerDay'],
    ['half a message a month', { maxPerMonth: 0.5 }, 'not_multiple_of', '0.maxPerMonth'],
    ['no room for any letter', { maxCharacters: 0 }, 'out_of_range', '0.maxCharacters'],
    [
      'a signature in one language',
      { signature: { place: 'after', en: 'x' } },
      'missing',
      '0.signature.zh-CN',
    ],
    [
      'a signature in the middle',
      { signature: { place: 'within', en: 'x', 'zh-CN': 'x' } },
      'not_one_of',
      '0.signature.place',
    ],
    [
      'a misspelt name of the shop',
      { signature: { place: 'after', en: '{shopname}', 'zh-CN': '{shopName}' } },
      'invalid_format',
      '0.signature.en',
    ],
    [
      'a placeholder in the opt-out text',
      { optOut: { en: 'Stop: {link}', 'zh-CN': '退订' } },
      'invalid_format',
      '0.optOut.en',
    ],
    ['a way of counting that no gateway has', { sms: { counting: 'words' } }, 'not_one_of', '0.sms.counting'],
  ])('with %s are refused', (_, change, code, path) => {
    expect(issuesOf([{ ...letter, ...change }])).toEqual([[code, path]]);
  });

  test('can be closed by a limit of none', () => {
    expect(issuesOf([{ ...letter, maxPerDay: 0, maxPerMonth: 0 }])).toEqual([]);
  });
});

describe('the default channels', () => {
  test('are good, and survive a trip through JSON', () => {
    expect(parseChannels(defaultChannels)).toEqual({ ok: true, value: defaultChannels });
    expect(JSON.parse(JSON.stringify(defaultChannels))).toEqual(defaultChannels);
  });

  test('are those that care rules name', () => {
    expect(defaultChannels.map(({ code }) => code)).toEqual([
      'app_push',
      'sms',
      'email',
      'wechat',
      'service_desk',
    ]);
  });
});
