import { parseWith } from '../foundation/index.js';
import { type CoreResult, coreIssues } from '../issues/index.js';
import { minorUnitDigits } from './currency.js';
import type { Money } from './money.js';
import { moneySchema } from './moneySchema.js';
import { requireMinor } from './requireMoney.js';

/**
 * An amount that your own code knows; use {@link parseMoney} for one that comes from outside.
 *
 * @param minor - integer of the minor unit, from -(2^53 - 1) to 2^53 - 1 (both included)
 * @throws {@link AftercareError} `unsafe_amount` for any other number, `unknown_currency`.
 *
 * @example
 * ```ts
 * import { money } from '@aftercare/core';
 *
 * money(1250, 'CNY'); // => { minor: 1250, currency: 'CNY' }
 * ```
 */
export function money(minor: number, currency: string): Money {
  minorUnitDigits(currency);
  return { minor: requireMinor(minor, ['minor']), currency };
}

/**
 * Checks an unknown value as {@link Money}.
 *
 * @example
 * ```ts
 * import { parseMoney } from '@aftercare/core';
 *
 * const result = parseMoney({ minor: 12.5, currency: 'CNY' });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['unsafe_amount', ['minor']]]
 * ```
 */
export function parseMoney(input: unknown): CoreResult<Money> {
  return parseWith(coreIssues, moneySchema, input);
}
