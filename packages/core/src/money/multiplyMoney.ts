import type { Money } from './money.js';
import { requireInteger, requireMinor, requireSafeResult } from './requireMoney.js';
import { divideRounded, type Rounding, requireRounding } from './rounding.js';

/** An exact factor: 15 % is `{ numerator: 15, denominator: 100 }`. Safe integers, the denominator from 1. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * An amount times a ratio, computed exactly and rounded once. There is no factor as a decimal number, because 0.07 is
 * none: in binary it is a little more.
 *
 * @param rounding - no default: who bears the fraction of a cent is for the shop to say
 * @throws {@link AftercareError} `unsafe_amount` if the amount or the product is no safe integer; `not_multiple_of` or
 * `out_of_range` for a ratio that is not as described; `not_one_of` for an unknown rounding.
 *
 * @example
 * ```ts
 * import { money, multiplyMoney } from '@aftercare/core';
 *
 * const fifteenPercent = { numerator: 15, denominator: 100 };
 * multiplyMoney(money(1250, 'CNY'), fifteenPercent, 'half_up'); // => { minor: 188, currency: 'CNY' }
 * multiplyMoney(money(1250, 'CNY'), fifteenPercent, 'down'); // => { minor: 187, currency: 'CNY' }
 * ```
 */
export function multiplyMoney(money: Money, ratio: Ratio, rounding: Rounding): Money {
  requireRounding(rounding);
  const minor = BigInt(requireMinor(money.minor, ['money', 'minor']));
  const numerator = requireInteger(ratio.numerator, ['ratio', 'numerator'], Number.MIN_SAFE_INTEGER);
  const denominator = requireInteger(ratio.denominator, ['ratio', 'denominator'], 1);
  const product = divideRounded(minor * BigInt(numerator), BigInt(denominator), rounding);
  return { minor: requireSafeResult(product), currency: money.currency };
}
