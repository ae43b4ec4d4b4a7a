import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';

const ROUNDINGS = ['half_up', 'half_even', 'down', 'up', 'floor', 'ceiling'] as const;

/**
 * What becomes of a fraction of a minor unit. Named after what they do with the amount's distance from zero, so that a
 * refund of an amount is rounded as the amount was; only `floor` and `ceiling` look at the sign.
 *
 * | | 2.5 | 2.4 | -2.4 | -2.5 | 3.5 |
 * |---|---|---|---|---|---|
 * | `half_up` to the nearer, the middle away from zero | 3 | 2 | -2 | -3 | 4 |
 * | `half_even` to the nearer, the middle to the even one (banker's rounding) | 2 | 2 | -2 | -2 | 4 |
 * | `down` towards zero | 2 | 2 | -2 | -2 | 3 |
 * | `up` away from zero | 3 | 3 | -3 | -3 | 4 |
 * | `floor` towards minus infinity | 2 | 2 | -3 | -3 | 3 |
 * | `ceiling` towards plus infinity | 3 | 3 | -2 | -2 | 4 |
 */
export type Rounding = (typeof ROUNDINGS)[number];

/** Throws `not_one_of` for the misspelt rounding of a caller without types. */
export function requireRounding(rounding: Rounding): void {
  if (ROUNDINGS.includes(rounding)) return;
  const details = { received: showValue(rounding), options: ROUNDINGS.map(showValue) };
  throw new AftercareError([coreIssues.create('not_one_of', ['rounding'], details)]);
}

/** The quotient as an integer. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const sign = dividend < 0n ? -1n : 1n;
  const distance = dividend * sign;
  const whole = distance / divisor;
  const remainder = distance % divisor;
  const isAwayFromZero = remainder > 0n && roundsAway(whole, remainder * 2n - divisor, sign, rounding);
  return sign * (isAwayFromZero ? whole + 1n : whole);
}

/** @param beyondHalf - negative, zero or positive as the fraction is below, at or above one half */
function roundsAway(whole: bigint, beyondHalf: bigint, sign: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'half_up':
      return beyondHalf >= 0n;
    case 'half_even':
      return beyondHalf > 0n || (beyondHalf === 0n && whole % 2n === 1n);
    case 'down':
      return false;
    case 'up':
      return true;
    case 'floor':
      return sign < 0n;
    case 'ceiling':
      return sign > 0n;
  }
}
