/** How taxpayer numbers are looked at: by Chinese rules, as EU VAT numbers, or not at all. */
export type TaxpayerNumberScheme = 'china' | 'eu_vat' | 'unchecked';

/** What is odd about a taxpayer number: its length, its letters, its country, or its check digit. */
export type TaxpayerNumberFlaw = 'length' | 'letters' | 'country' | 'check_digit';

/**
 * What is odd about a taxpayer number (纳税人识别号), or null. It never decides by itself: numbers exist that no rule
 * foresees, so an odd one is worth a question and no reason to refuse an invoice.
 *
 * - `china`: 18 characters are a unified social credit code (统一社会信用代码, GB 32100-2015) with its check digit; 15 and 20
 *   characters are older numbers, of organisations and of sole traders, whose letters alone are looked at.
 * - `eu_vat`: the prefix of a member state (`EL` for Greece, `XI` for Northern Ireland) and 2 to 12 characters.
 * - `unchecked`: nothing is odd.
 *
 * The number is taken as it is written: a blank or a small letter in it is odd.
 *
 * @example
 * ```ts
 * import { flawOfTaxpayerNumber } from '@aftercare/policies';
 *
 * flawOfTaxpayerNumber('91350100M000100Y43', 'china'); // => null
 * flawOfTaxpayerNumber('91350100M000100Y34', 'china'); // => 'check_digit'
 * flawOfTaxpayerNumber('DE123456789', 'eu_vat'); // => null
 * ```
 */
export function flawOfTaxpayerNumber(
  number: string,
  scheme: TaxpayerNumberScheme,
): TaxpayerNumberFlaw | null {
  switch (scheme) {
    case 'china':
      return flawOfChineseNumber(number);
    case 'eu_vat':
      return flawOfVatNumber(number);
    case 'unchecked':
      return null;
  }
}

/** The 31 characters of the code, in the order of their values: no I, O, S, V, Z, which look like others. */
const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** An older number of an organisation: its region, and the nine characters of its organisation code. */
const OF_15 = /^\d{6}[0-9A-Z]{9}$/;
/** An older number of a sole trader: an identity number, and two more. */
const OF_20 = /^\d{17}[\dX][0-9A-Z]{2}$/;

function flawOfChineseNumber(number: string): TaxpayerNumberFlaw | null {
  switch (number.length) {
    case 15:
      return OF_15.test(number) ? null : 'letters';
    case 18:
      return flawOfCreditCode(number);
    case 20:
      return OF_20.test(number) ? null : 'letters';
    default:
      return 'length';
  }
}

/** GB 32100-2015: the values of the first 17 characters, weighted with powers of 3, and the last one add up to 0 mod 31. */
function flawOfCreditCode(code: string): TaxpayerNumberFlaw | null {
  let sum = 0;
  let weight = 1;
  for (const letter of code.slice(0, 17)) {
    const value = CODE_LETTERS.indexOf(letter);
    if (value < 0) return 'letters';
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  const check = CODE_LETTERS.indexOf(code.slice(17));
  if (check < 0) return 'letters';
  return (sum + check) % 31 === 0 ? null : 'check_digit';
}

/** Prefixes of VAT numbers in the VIES system of the European Commission. */
const VAT_PREFIXES =
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' ');

function flawOfVatNumber(number: string): TaxpayerNumberFlaw | null {
  if (!VAT_PREFIXES.includes(number.slice(0, 2))) return 'country';
  const own = number.slice(2);
  if (own.length < 2 || own.length > 12) return 'length';
  // Irish numbers may hold a plus or an asterisk.
  return /^[0-9A-Z+*]+$/.test(own) ? null : 'letters';
}
