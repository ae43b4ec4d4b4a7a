import { describe, expect, test } from 'vitest';
import { formatDecimalMoney, money, parseDecimalMoney } from './index.js';

const MOST = Number.MAX_SAFE_INTEGER;
const misuse = (code: string, path: string[]) => expect.objectContaining({ code, path });

describe('an amount as decimal text', () => {
  test.each<[string, string, number]>([
    ['12.50', 'CNY', 1250],
    ['-12.50', 'CNY', -1250],
    ['0.00', 'CNY', 0],
    ['0.05', 'CNY', 5],
    ['-0.05', 'CNY', -5],
    ['1250', 'JPY', 1250],
    ['0', 'JPY', 0],
    ['1.250', 'KWD', 1250],
    ['0.0001', 'CLF', 1],
    ['90071992547409.91', 'CNY', MOST],
    ['-90071992547409.91', 'CNY', -MOST],
    ['9007199254740991', 'JPY', MOST],
  ])('%s %s is %d minor units, both ways', (text, currency, minor) => {
    expect(parseDecimalMoney(text, currency)).toEqual({ ok: true, value: { minor, currency } });
    expect(formatDecimalMoney(money(minor, currency))).toBe(text);
  });

  test.each<[string, string, number]>([
    ['12', 'CNY', 1200],
    ['12.5', 'CNY', 1250],
    ['0012.50', 'CNY', 1250],
    ['-0', 'CNY', 0],
    ['-0.00', 'CNY', 0],
  ])('may be written %s', (text, currency, minor) => {
    const result = parseDecimalMoney(text, currency);
    expect(result).toEqual({ ok: true, value: { minor, currency } });
  });

  test.each<[unknown, string, string, string]>([
    ['12.505', 'CNY', 'too_many_decimals', 'Expected at most 2 decimals, as CNY has, and received "12.505".'],
    ['12.500', 'CNY', 'too_many_decimals', 'Expected at most 2 decimals, as CNY has, and received "12.500".'],
    ['12.0', 'JPY', 'too_many_decimals', 'Expected at most 0 decimals, as JPY has, and received "12.0".'],
    [
      '90071992547409.92',
      'CNY',
      'unsafe_amount',
      'Expected an amount as a safe integer of the minor unit (cents) and received "90071992547409.92".',
    ],
    // 2^53 + 1 as a double is 2^53.
    [
      '9007199254740993',
      'JPY',
      'unsafe_amount',
      'Expected an amount as a safe integer of the minor unit (cents) and received "9007199254740993".',
    ],
    ['9'.repeat(400), 'JPY', 'unsafe_amount', expect.stringContaining('safe integer')],
    [12.5, 'CNY', 'invalid_type', 'Expected a text and received 12.5.'],
    [null, 'CNY', 'invalid_type', 'Expected a text and received null.'],
    [undefined, 'CNY', 'invalid_type', 'Expected a text and received undefined.'],
  ])('%s %s is refused as %s', (text, currency, code, message) => {
    const result = parseDecimalMoney(text, currency);
    expect(result.ok ? [] : result.issues).toMatchObject([{ code, path: [], message }]);
  });

  test.each([
    '',
    ' ',
    ' 12',
    '12 ',
    '12\n',
    '.5',
    '5.',
    '1,250.00',
    '12,50',
    '+12',
    '--1',
    '1e3',
    '0x10',
    '１２',
    '¥12',
    '∞',
    'NaN',
    '1.2.3',
    '−5',
  ])('%j is no decimal number', (text) => {
    const result = parseDecimalMoney(text, 'CNY');
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'invalid_format', path: [], details: { format: 'decimal' } },
    ]);
  });

  test('is in a currency that exists', () => {
    const result = parseDecimalMoney('12.50', 'RMB');
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'unknown_currency', path: ['currency'] }]);
  });

  test('is not made of an amount that is not exact or of no currency', () => {
    expect(() => formatDecimalMoney({ minor: 0.5, currency: 'CNY' })).toThrow(
      misuse('unsafe_amount', ['money', 'minor']),
    );
    expect(() => formatDecimalMoney({ minor: 1, currency: 'RMB' })).toThrow(
      misuse('unknown_currency', ['currency']),
    );
  });
});
