import { describe, expect, test } from 'vitest';
import { showValue } from './showValue.js';

class Parcel {
  readonly grams = 250;
}

describe('a value in a message', () => {
  test.each<[unknown, string]>([
    ['CNX', '"CNX"'],
    ['', '""'],
    ['say "hi"\n', '"say \\"hi\\"\\n"'],
    [0, '0'],
    [-0, '-0'],
    [12.5, '12.5'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [12n, '12n'],
    [() => 1, 'function'],
    [Symbol('secret'), 'symbol'],
    [[], '[]'],
    [['a'], '[…]'],
    [{}, '{}'],
    [{ name: 'Li' }, '{…}'],
    [Object.create(null), '{}'],
    [new Map(), 'Map {…}'],
    [new Parcel(), 'Parcel {…}'],
    [new Date(Date.UTC(2026, 1, 28)), 'Date 2026-02-28T00:00:00.000Z'],
    [new Date(Number.NaN), 'Date (NaN)'],
  ])('%o is shown as %s', (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  test('a text of 60 characters is whole, one of 61 is cut', () => {
    expect(showValue('a'.repeat(60))).toBe(`"${'a'.repeat(60)}"`);
    expect(showValue('a'.repeat(61))).toBe(`"${'a'.repeat(59)}…"`);
  });

  test('a cut never halves a character', () => {
    expect(showValue(`${'a'.repeat(58)}😀😀`)).toBe(`"${'a'.repeat(58)}…"`);
  });

  test('a text of many megabytes and a bigint of many digits are short too', () => {
    expect(showValue('\u0000'.repeat(20_000_000)).length).toBeLessThan(500);
    expect(showValue(10n ** 1000n)).toHaveLength(60);
  });

  test.each([
    ['a revoked proxy', revokedProxy()],
    ['an object that throws when looked into', throwingObject()],
  ])('%s is shown without an exception', (_, value) => {
    expect(showValue(value)).toBe('{…}');
  });
});

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function throwingObject(): object {
  return Object.create({
    get constructor() {
      throw new Error('Look away.');
    },
  });
}
