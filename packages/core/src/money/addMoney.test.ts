import { describe, expect, test } from 'vitest';
import { addMoney, compareMoney, type Money, money, subtractMoney, sumMoney } from './index.js';

const MOST = Number.MAX_SAFE_INTEGER;
const cny = (minor: number) => money(minor, 'CNY');

/** An amount that no function of this library made. */
const unsafe = (minor: number): Money => ({ minor, currency: 'CNY' });

const misuse = (code: string, path: (string | number)[]) => expect.objectContaining({ code, path });

describe('adding and subtracting', () => {
  test.each([
    [1250, -50, 1200, 1300],
    [0, 0, 0, 0],
    [1, 1, 2, 0],
    [MOST - 1, 1, MOST, MOST - 2],
    [-MOST + 1, -1, -MOST, -MOST + 2],
    [MOST, -MOST, 0, undefined],
  ])('%d and %d', (a, b, sum, difference) => {
    expect(addMoney(cny(a), cny(b))).toEqual(cny(sum));
    if (difference !== undefined) expect(subtractMoney(cny(a), cny(b))).toEqual(cny(difference));
  });

  test('give a zero without a sign', () => {
    expect(addMoney(unsafe(-0), unsafe(-0)).minor).toBe(0);
    expect(subtractMoney(unsafe(-0), cny(0)).minor).toBe(0);
  });

  test('leave their arguments as they are', () => {
    const a = Object.freeze(cny(1));
    expect(addMoney(a, a)).toEqual(cny(2));
    expect(a).toEqual(cny(1));
  });

  test('refuse a result that is no safe integer', () => {
    expect(() => addMoney(cny(MOST), cny(1))).toThrow(misuse('unsafe_amount', []));
    expect(() => subtractMoney(cny(-MOST), cny(1))).toThrow(misuse('unsafe_amount', []));
  });

  test.each([Number.NaN, 0.5, MOST + 1, Number.POSITIVE_INFINITY])('refuse %d', (minor) => {
    expect(() => addMoney(unsafe(minor), cny(1))).toThrow(misuse('unsafe_amount', ['a', 'minor']));
    expect(() => addMoney(cny(1), unsafe(minor))).toThrow(misuse('unsafe_amount', ['b', 'minor']));
    expect(() => subtractMoney(unsafe(minor), cny(1))).toThrow(misuse('unsafe_amount', ['a', 'minor']));
    expect(() => subtractMoney(cny(1), unsafe(minor))).toThrow(misuse('unsafe_amount', ['b', 'minor']));
  });

  test('refuse two currencies', () => {
    expect(() => addMoney(cny(1), money(1, 'USD'))).toThrow(misuse('currency_mismatch', ['b', 'currency']));
    expect(() => subtractMoney(cny(1), money(1, 'USD'))).toThrow(
      misuse('currency_mismatch', ['b', 'currency']),
    );
  });
});

describe('a sum', () => {
  test('of none is zero', () => {
    expect(sumMoney([], 'JPY')).toEqual(money(0, 'JPY'));
  });

  test('of one is that one', () => {
    expect(sumMoney([cny(-7)], 'CNY')).toEqual(cny(-7));
  });

  test('is taken of any iterable', () => {
    expect(sumMoney(new Set([cny(1), cny(2)]), 'CNY')).toEqual(cny(3));
  });

  test('is exact in any order, even when it passes the safe integers on the way', () => {
    expect(sumMoney([cny(MOST), cny(MOST), cny(-MOST)], 'CNY')).toEqual(cny(MOST));
    expect(sumMoney([cny(-MOST), cny(MOST), cny(MOST)], 'CNY')).toEqual(cny(MOST));
  });

  test('refuses to end outside the safe integers', () => {
    expect(() => sumMoney([cny(MOST), cny(1)], 'CNY')).toThrow(misuse('unsafe_amount', []));
  });

  test('names the amount that does not fit', () => {
    expect(() => sumMoney([cny(1), money(1, 'USD')], 'CNY')).toThrow(
      misuse('currency_mismatch', ['amounts', 1, 'currency']),
    );
    expect(() => sumMoney([cny(1), cny(1), unsafe(0.1)], 'CNY')).toThrow(
      misuse('unsafe_amount', ['amounts', 2, 'minor']),
    );
    expect(() => sumMoney([], 'RMB')).toThrow(misuse('unknown_currency', ['currency']));
  });
});

describe('comparing', () => {
  test.each([
    [-1, 0, -1],
    [0, 0, 0],
    [1, 0, 1],
    [MOST, MOST - 1, 1],
    [-MOST, MOST, -1],
  ])('%d with %d', (a, b, order) => {
    expect(compareMoney(cny(a), cny(b))).toBe(order);
  });

  test('sorts', () => {
    const sorted = [3, -2, 0].map(cny).sort(compareMoney);
    expect(sorted.map(({ minor }) => minor)).toEqual([-2, 0, 3]);
  });

  test('takes a zero with a sign for zero', () => {
    expect(compareMoney(unsafe(-0), cny(0))).toBe(0);
  });

  test('refuses two currencies, and NaN, which compares with nothing', () => {
    expect(() => compareMoney(cny(1), money(1, 'USD'))).toThrow(
      misuse('currency_mismatch', ['b', 'currency']),
    );
    expect(() => compareMoney(unsafe(Number.NaN), cny(0))).toThrow(misuse('unsafe_amount', ['a', 'minor']));
  });
});
