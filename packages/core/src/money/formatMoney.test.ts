import { describe, expect, test } from 'vitest';
import { formatMoney, money } from './index.js';

/** The text with every kind of space as a plain one, since Unicode's data change between them. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('an amount for people', () => {
  test.each<[number, string, string, string]>([
    [123_450, 'CNY', 'zh-CN', '¥1,234.50'],
    [123_450, 'CNY', 'en-US', 'CN¥1,234.50'],
    [123_450, 'EUR', 'de-DE', '1.234,50 €'],
    [1250, 'JPY', 'en-US', '¥1,250'],
    [1250, 'KWD', 'en-US', 'KWD 1.250'],
    [-5, 'USD', 'en-US', '-$0.05'],
    // Custom has no decimals for it, and the amount has.
    [1250, 'HUF', 'en-US', 'HUF 12.50'],
    // As a double it would be …409.9.
    [Number.MAX_SAFE_INTEGER, 'CNY', 'zh-CN', '¥90,071,992,547,409.91'],
  ])('%d minor units of %s in %s', (minor, currency, locale, text) => {
    expect(plain(formatMoney(money(minor, currency), locale))).toBe(text);
  });

  test.each(['', 'zh_CN', 'x'])('is not formatted for %j, which is no language tag', (locale) => {
    expect(() => formatMoney(money(1, 'CNY'), locale)).toThrow(
      expect.objectContaining({
        code: 'invalid_format',
        path: ['locale'],
        message: `locale: Expected a language tag such as zh-CN and received "${locale}".`,
        cause: expect.any(RangeError),
      }),
    );
  });

  test('is an exact amount of a currency that exists', () => {
    expect(() => formatMoney({ minor: 0.5, currency: 'CNY' }, 'en')).toThrow(
      expect.objectContaining({ code: 'unsafe_amount' }),
    );
    expect(() => formatMoney({ minor: 1, currency: 'RMB' }, 'en')).toThrow(
      expect.objectContaining({ code: 'unknown_currency' }),
    );
  });
});
