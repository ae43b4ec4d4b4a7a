import { AftercareError, type IssuePath, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';

/** Throws `out_of_range` unless a number is finite and at least `minimum`. */
export function requireAtLeast(value: number, minimum: number, ...path: IssuePath): void {
  if (Number.isFinite(value) && value >= minimum) return;
  throw outOfRange(value, { minimum, inclusive: true }, path);
}

/** Throws `out_of_range` unless a number is finite and above `minimum`. */
export function requireAbove(value: number, minimum: number, ...path: IssuePath): void {
  if (Number.isFinite(value) && value > minimum) return;
  throw outOfRange(value, { minimum, inclusive: false }, path);
}

/** Throws `out_of_range` unless a number is at most `maximum`. */
export function requireAtMost(value: number, maximum: number, ...path: IssuePath): void {
  if (value <= maximum) return;
  throw outOfRange(value, { maximum, inclusive: true }, path);
}

function outOfRange(
  value: number,
  bounds: { minimum?: number; maximum?: number; inclusive: boolean },
  path: IssuePath,
): AftercareError {
  const details = { measure: 'value' as const, received: showValue(value), ...bounds };
  return new AftercareError([coreIssues.create('out_of_range', path, details)]);
}
