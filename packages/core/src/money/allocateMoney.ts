import { AftercareError } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import type { Money } from './money.js';
import { requireInteger, requireMinor } from './requireMoney.js';

/**
 * Divides an amount by weights, so that the parts sum up to it exactly: an order's discount over its lines, a freight
 * over parcels. By the method of largest remainders: everybody gets the whole minor units of their share, and those
 * left over go one each to the largest remainders, of equal ones to the first. So each part is within one minor unit of
 * its exact share, a weight of zero gets nothing, and a negative amount is divided as the positive one is.
 *
 * @param weights - safe integers from 0 (included), not all zero; amounts of the lines will do
 * @returns the parts in the order of the weights
 * @throws {@link AftercareError} `no_positive_weight` if all weights are zero or there are none; `not_multiple_of` or
 * `out_of_range` for a weight that is no safe integer or negative; `unsafe_amount`.
 *
 * @example
 * ```ts
 * import { allocateMoney, money } from '@aftercare/core';
 *
 * allocateMoney(money(100, 'CNY'), [1, 1, 1]).map(({ minor }) => minor); // => [34, 33, 33]
 * allocateMoney(money(-100, 'CNY'), [1, 0, 2]).map(({ minor }) => minor); // => [-33, 0, -67]
 * ```
 */
export function allocateMoney(money: Money, weights: readonly number[]): Money[] {
  const minor = BigInt(requireMinor(money.minor, ['money', 'minor']));
  const shares = weights.map((weight, index) => BigInt(requireInteger(weight, ['weights', index], 0)));
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  if (whole === 0n) {
    throw new AftercareError([
      coreIssues.create('no_positive_weight', ['weights'], { count: weights.length }),
    ]);
  }
  const sign = minor < 0n ? -1n : 1n;
  const parts = largestRemainders(minor * sign, shares, whole);
  // Times the sign as a bigint, which has no -0; a part is no larger than the amount, so it is safe.
  return parts.map((part) => ({ minor: Number(part * sign), currency: money.currency }));
}

/** @param amount - zero or more */
function largestRemainders(amount: bigint, shares: readonly bigint[], whole: bigint): bigint[] {
  const parts = shares.map((share) => (amount * share) / whole);
  const leftOver = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (amount * share) % whole }))
    // The sort is stable: of equal remainders the first stays first.
    .sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
  const lucky = new Set(byRemainder.slice(0, leftOver).map(({ index }) => index));
  return parts.map((part, index) => (lucky.has(index) ? part + 1n : part));
}
