import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';

/**
 * The 165 codes of ISO 4217's list one (current currencies and funds) that have a minor unit, by its number of decimals.
 * As in force on 1 January 2026, amendment 180. The 13 codes without a minor unit (metals, bond units, special drawing
 * rights, tests, no currency) are left out: nothing is sold in them, and a {@link Money} could not count their minor unit.
 */
const CODES_BY_DIGITS: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE ' +
      'CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD ' +
      'HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK ' +
      'MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD ' +
      'RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH ' +
      'USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
  // Withdrawn in 2021 or later. Order histories of those years are full of them.
  [2, 'ANG BGN CUC HRK SLL ZWL'],
];

const DIGITS_BY_CODE: ReadonlyMap<string, number> = new Map(
  CODES_BY_DIGITS.flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, digits] as const)),
);

/**
 * Whether amounts of money can be in this currency: ISO 4217 lists its three capital letters with a minor unit, on
 * 1 January 2026 or at some time since 2021.
 *
 * @example
 * ```ts
 * import { isCurrency } from '@aftercare/core';
 *
 * isCurrency('CNY'); // => true
 * isCurrency('cny'); // => false
 * isCurrency('XAU'); // => false
 * ```
 */
export function isCurrency(code: string): boolean {
  return DIGITS_BY_CODE.has(code);
}

/**
 * How many decimals of the main unit the minor unit is, from 0 to 4: 2 for CNY, of which 100 minor units (fen) are one
 * yuan. It is ISO's figure and not custom: nobody has coins for a hundredth of a Hungarian forint, and amounts in HUF
 * still count them, as banks and payment services do.
 *
 * @throws {@link AftercareError} `unknown_currency` if {@link isCurrency} is false.
 *
 * @example
 * ```ts
 * import { minorUnitDigits } from '@aftercare/core';
 *
 * ['CNY', 'JPY', 'KWD'].map(minorUnitDigits); // => [2, 0, 3]
 * ```
 */
export function minorUnitDigits(currency: string): number {
  const digits = DIGITS_BY_CODE.get(currency);
  if (digits !== undefined) return digits;
  throw new AftercareError([
    coreIssues.create('unknown_currency', ['currency'], { currency: showValue(currency) }),
  ]);
}
