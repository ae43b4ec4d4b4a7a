import { describe, expect, test } from 'vitest';
import { type Money, money, multiplyMoney, type Rounding } from './index.js';

const MOST = Number.MAX_SAFE_INTEGER;
const cny = (minor: number) => money(minor, 'CNY');
const misuse = (code: string, path: string[]) => expect.objectContaining({ code, path });

describe('rounding', () => {
  // Tenths of a minor unit, so that 25 is 2.5.
  test.each<[Rounding, Record<number, number>]>([
    ['half_up', { 20: 2, 24: 2, 25: 3, 26: 3, 35: 4, [-24]: -2, [-25]: -3, [-26]: -3, [-35]: -4 }],
    ['half_even', { 20: 2, 24: 2, 25: 2, 26: 3, 35: 4, [-24]: -2, [-25]: -2, [-26]: -3, [-35]: -4 }],
    ['down', { 20: 2, 21: 2, 25: 2, 29: 2, [-20]: -2, [-21]: -2, [-25]: -2, [-29]: -2, 9: 0 }],
    ['up', { 20: 2, 21: 3, 25: 3, 29: 3, [-20]: -2, [-21]: -3, [-25]: -3, [-29]: -3, 1: 1 }],
    ['floor', { 20: 2, 21: 2, 25: 2, 29: 2, [-20]: -2, [-21]: -3, [-25]: -3, [-29]: -3, [-1]: -1 }],
    ['ceiling', { 20: 2, 21: 3, 25: 3, 29: 3, [-20]: -2, [-21]: -2, [-25]: -2, [-29]: -2, 1: 1 }],
  ])('%s', (rounding, expected) => {
    const rounded = Object.keys(expected).map((tenths) => {
      const ratio = { numerator: 1, denominator: 10 };
      return [tenths, multiplyMoney(cny(Number(tenths)), ratio, rounding).minor];
    });
    expect(Object.fromEntries(rounded)).toEqual(expected);
  });

  test.each<Rounding>(['half_up', 'half_even', 'down', 'up', 'floor', 'ceiling'])(
    '%s gives a zero without a sign',
    (rounding) => {
      const nothing = multiplyMoney(cny(-1250), { numerator: 0, denominator: 3 }, rounding);
      expect(Object.is(nothing.minor, 0)).toBe(true);
    },
  );

  test('of a small negative amount towards zero gives a zero without a sign', () => {
    const rounded = multiplyMoney(cny(-1), { numerator: 1, denominator: 3 }, 'half_up');
    expect(Object.is(rounded.minor, 0)).toBe(true);
  });
});

describe('an amount times a ratio', () => {
  test.each([
    // 15 % of CNY 12.50 is 187.5 fen.
    [1250, 15, 100, 188],
    // 7 % of CNY 100.00; 0.07 * 100 is 7.000000000000001 in binary.
    [10_000, 7, 100, 700],
    // 1.005 times CNY 1.00 is 100.5 fen; as doubles it would be 100.49999999999999.
    [100, 1005, 1000, 101],
    [MOST, 1, 1, MOST],
    [MOST, MOST, MOST, MOST],
    [-MOST, 1, 1, -MOST],
    [MOST, -1, 1, -MOST],
    // (2^53 - 1) / 2 is 4503599627370495.5.
    [MOST, 1, 2, 4_503_599_627_370_496],
  ])('%d times %d / %d is %d', (minor, numerator, denominator, product) => {
    expect(multiplyMoney(cny(minor), { numerator, denominator }, 'half_up')).toEqual(cny(product));
  });

  test('refuses a product that is no safe integer', () => {
    expect(() => multiplyMoney(cny(MOST), { numerator: 2, denominator: 1 }, 'down')).toThrow(
      misuse('unsafe_amount', []),
    );
  });

  test.each<[string, Money, number, number, string, string[]]>([
    [
      'an amount of half a minor unit',
      { minor: 0.5, currency: 'CNY' },
      1,
      1,
      'unsafe_amount',
      ['money', 'minor'],
    ],
    ['a factor as a decimal number', cny(1), 0.15, 1, 'not_multiple_of', ['ratio', 'numerator']],
    ['NaN', cny(1), Number.NaN, 1, 'not_multiple_of', ['ratio', 'numerator']],
    ['a numerator that is not exact', cny(1), MOST + 1, 1, 'out_of_range', ['ratio', 'numerator']],
    ['a denominator of zero', cny(1), 1, 0, 'out_of_range', ['ratio', 'denominator']],
    ['a negative denominator', cny(1), 1, -1, 'out_of_range', ['ratio', 'denominator']],
    ['half a denominator', cny(1), 1, 0.5, 'not_multiple_of', ['ratio', 'denominator']],
  ])('refuses %s', (_, amount, numerator, denominator, code, path) => {
    expect(() => multiplyMoney(amount, { numerator, denominator }, 'down')).toThrow(misuse(code, path));
  });

  test('says which ratios there are', () => {
    const message =
      'ratio.denominator: Expected a value of at least 1 and at most 9007199254740991 and received 0.';
    expect(() => multiplyMoney(cny(1), { numerator: 1, denominator: 0 }, 'down')).toThrow(message);
  });

  test('refuses a rounding that does not exist', () => {
    const rounding = 'halfUp' as Rounding;
    expect(() => multiplyMoney(cny(1), { numerator: 1, denominator: 2 }, rounding)).toThrow(
      misuse('not_one_of', ['rounding']),
    );
  });
});
