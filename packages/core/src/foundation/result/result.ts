import type { AnyIssue } from '../issue/issue.js';

/** A success that carries its value. */
export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

/** A failure that carries every issue found, at least one, in the order of the input. */
export interface Failure<Found = AnyIssue> {
  readonly ok: false;
  readonly issues: readonly [Found, ...Found[]];
}

/**
 * The outcome of `parse*` and `load*` functions: bad input is an expected outcome, so it is a value and not an exception.
 *
 * @example
 * ```ts
 * import { parseMoney } from '@aftercare/core';
 *
 * const result = parseMoney({ minor: 12.5, currency: 'CNY' });
 * result.ok; // => false
 * if (!result.ok) {
 *   result.issues[0].path; // => ['minor']
 * }
 * ```
 */
export type Result<Value, Found = AnyIssue> = Ok<Value> | Failure<Found>;

/** Makes a success. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** Makes a failure of at least one issue. */
export function fail<Found>(first: Found, ...more: readonly Found[]): Failure<Found> {
  return { ok: false, issues: [first, ...more] };
}

/** A failure if there is any issue, else the value: how a check that collects issues ends. */
export function resultOf<Value, Found>(value: Value, issues: readonly Found[]): Result<Value, Found> {
  const [first, ...more] = issues;
  // Not by `fail`: a file of bad records has more issues than a call can have arguments.
  return first === undefined ? ok(value) : { ok: false, issues: [first, ...more] };
}
