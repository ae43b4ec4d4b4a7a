import type { Money } from './money.js';
import { requireCurrency, requireMinor } from './requireMoney.js';

/**
 * -1 if the first amount is the smaller one, 1 if it is the larger one, 0 if both are equal: also a comparator for `sort`.
 *
 * @throws {@link AftercareError} `currency_mismatch`, `unsafe_amount`.
 *
 * @example
 * ```ts
 * import { compareMoney, money } from '@aftercare/core';
 *
 * compareMoney(money(99, 'CNY'), money(100, 'CNY')); // => -1
 * ```
 */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  requireCurrency(b, a.currency, ['b']);
  const left = requireMinor(a.minor, ['a', 'minor']);
  const right = requireMinor(b.minor, ['b', 'minor']);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
