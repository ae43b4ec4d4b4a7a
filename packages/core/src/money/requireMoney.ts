import { AftercareError, type IssuePath, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import type { Money } from './money.js';

/** The number itself if it is a safe integer (zero without a sign); throws `unsafe_amount` at the path if not. */
export function requireMinor(minor: number, path: IssuePath): number {
  // Adding zero makes 0 of -0, which would be another value to tests and to `Object.is`.
  if (Number.isSafeInteger(minor)) return minor + 0;
  throw new AftercareError([coreIssues.create('unsafe_amount', path, { received: showValue(minor) })]);
}

/** The number of an exact result; throws `unsafe_amount` at the root if it is no safe integer. */
export function requireSafeResult(minor: bigint): number {
  const number = Number(minor);
  if (Number.isSafeInteger(number)) return number;
  throw new AftercareError([coreIssues.create('unsafe_amount', [], { received: String(minor) })]);
}

/** Throws `currency_mismatch` at the path unless the amount is in the expected currency. */
export function requireCurrency({ currency }: Money, expected: string, path: IssuePath): void {
  if (currency === expected) return;
  throw new AftercareError([
    coreIssues.create('currency_mismatch', [...path, 'currency'], { expected, received: currency }),
  ]);
}

/** The number itself if it is a safe integer from the minimum on; throws at the path if not. */
export function requireInteger(value: number, path: IssuePath, minimum: number): number {
  const received = showValue(value);
  if (!Number.isInteger(value)) {
    throw new AftercareError([coreIssues.create('not_multiple_of', path, { received, step: 1 })]);
  }
  const maximum = Number.MAX_SAFE_INTEGER;
  if (value >= minimum && value <= maximum) return value;
  const details = { measure: 'value' as const, received, minimum, maximum, inclusive: true };
  throw new AftercareError([coreIssues.create('out_of_range', path, details)]);
}
