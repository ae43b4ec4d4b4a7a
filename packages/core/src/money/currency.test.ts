import * as dinero from 'dinero.js';
import { describe, expect, test } from 'vitest';
import { AftercareError } from '../foundation/index.js';
import { isCurrency, minorUnitDigits } from './index.js';

/** All texts of three capital letters. */
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const triples = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
const currencies = triples.filter(isCurrency);

/** On ISO 4217's list one, without a minor unit. */
const WITHOUT_MINOR_UNIT = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' ');

/** Taken from list one in 2021 or later; kept for the orders of those years. */
const WITHDRAWN = 'ANG BGN CUC HRK SLL ZWL'.split(' ');

describe('a currency', () => {
  test('is one of the 165 of list one that have a minor unit, or of the 6 withdrawn lately', () => {
    expect(currencies).toHaveLength(171);
    expect(WITHDRAWN.every(isCurrency)).toBe(true);
    expect(WITHOUT_MINOR_UNIT.some(isCurrency)).toBe(false);
  });

  test.each(['cny', 'CNY ', ' CNY', 'CN', 'CNYY', '', '¥', 'RMB', 'XXQ', 'toString', '__proto__'])(
    'is not %j',
    (code) => {
      expect(isCurrency(code)).toBe(false);
    },
  );

  test.each<[string, number]>([
    ['CNY', 2],
    ['USD', 2],
    ['EUR', 2],
    ['HKD', 2],
    ['HRK', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['CLP', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has a minor unit of %i decimals', (currency, digits) => {
    expect(minorUnitDigits(currency)).toBe(digits);
  });

  test.each(['cny', 'XAU', 'XXQ', 'constructor'])('%s has no minor unit that could be asked for', (code) => {
    expect(() => minorUnitDigits(code)).toThrow(AftercareError);
    expect(() => minorUnitDigits(code)).toThrow(
      expect.objectContaining({ code: 'unknown_currency', path: ['currency'] }),
    );
  });
});

describe('the table of currencies agrees', () => {
  test('with the one of dinero.js, except for its two currencies that count in fifths', () => {
    const table = new Map(
      Object.values<unknown>({ ...dinero })
        .filter((entry) => typeof entry === 'object')
        .filter((entry): entry is dinero.DineroCurrency<number> => entry !== null && 'exponent' in entry)
        .map(({ code, exponent }) => [code, exponent]),
    );
    const differing = [...table].filter(([code, exponent]) => {
      return !isCurrency(code) || minorUnitDigits(code) !== exponent;
    });
    // An ariary is 5 iraimbilanja and an ouguiya 5 khoums; ISO 4217 gives both two decimals.
    expect(differing.map(([code]) => code)).toEqual(['MGA', 'MRU']);
    expect(table.size).toBeGreaterThan(150);
  });

  test('with Intl on which currencies there are, except for those without a minor unit', () => {
    const unknown = Intl.supportedValuesOf('currency').filter((code) => !isCurrency(code));
    expect(unknown.filter((code) => !WITHOUT_MINOR_UNIT.includes(code))).toEqual([]);
  });

  test('with Intl on their decimals, except where nobody uses the decimals that ISO gives', () => {
    const differing = currencies
      .filter((currency) => Intl.supportedValuesOf('currency').includes(currency))
      .map((currency) => ({ currency, iso: minorUnitDigits(currency), intl: intlDigits(currency) }))
      .filter(({ iso, intl }) => iso !== intl);
    // Unicode's data follow custom, so that a price in forint is shown without decimals; it only ever takes them away.
    expect(differing.every(({ intl }) => intl === 0)).toBe(true);
    expect(differing.map(({ currency }) => currency)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/CNY|USD|EUR|GBP|JPY|KRW|HKD|TWD|KWD/)]),
    );
  });
});

function intlDigits(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}
