import { minorUnitDigits } from './currency.js';
import type { Money } from './money.js';
import { requireCurrency, requireMinor, requireSafeResult } from './requireMoney.js';

/**
 * The sum of two amounts of one currency.
 *
 * @throws {@link AftercareError} `currency_mismatch`; `unsafe_amount` if an amount or the sum is no safe integer.
 *
 * @example
 * ```ts
 * import { addMoney, money } from '@aftercare/core';
 *
 * addMoney(money(1250, 'CNY'), money(-50, 'CNY')); // => { minor: 1200, currency: 'CNY' }
 * ```
 */
export function addMoney(a: Money, b: Money): Money {
  requireCurrency(b, a.currency, ['b']);
  const minor = requireMinor(a.minor, ['a', 'minor']) + requireMinor(b.minor, ['b', 'minor']);
  return { minor: requireMinor(minor, []), currency: a.currency };
}

/**
 * The first amount less the second one, of one currency.
 *
 * @throws {@link AftercareError} `currency_mismatch`; `unsafe_amount` if an amount or the difference is no safe integer.
 *
 * @example
 * ```ts
 * import { money, subtractMoney } from '@aftercare/core';
 *
 * subtractMoney(money(1250, 'CNY'), money(1300, 'CNY')); // => { minor: -50, currency: 'CNY' }
 * ```
 */
export function subtractMoney(a: Money, b: Money): Money {
  requireCurrency(b, a.currency, ['b']);
  const minor = requireMinor(a.minor, ['a', 'minor']) - requireMinor(b.minor, ['b', 'minor']);
  return { minor: requireMinor(minor, []), currency: a.currency };
}

/**
 * The sum of any number of amounts of one currency, whatever their order; of none it is zero, which is why the currency
 * is asked for.
 *
 * @throws {@link AftercareError} `currency_mismatch`; `unsafe_amount` if an amount or the sum is no safe integer (sums
 * on the way may be); `unknown_currency`.
 *
 * @example
 * ```ts
 * import { money, sumMoney } from '@aftercare/core';
 *
 * sumMoney([money(1, 'CNY'), money(2, 'CNY'), money(3, 'CNY')], 'CNY'); // => { minor: 6, currency: 'CNY' }
 * sumMoney([], 'CNY'); // => { minor: 0, currency: 'CNY' }
 * ```
 */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  minorUnitDigits(currency);
  let index = 0;
  let sum = 0n;
  for (const amount of amounts) {
    requireCurrency(amount, currency, ['amounts', index]);
    sum += BigInt(requireMinor(amount.minor, ['amounts', index, 'minor']));
    index += 1;
  }
  return { minor: requireSafeResult(sum), currency };
}
