import { AftercareError, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import { requireAtLeast } from '../numerics/requireBounds.js';

/** What a model counts time in. A week is seven days; longer units are left out, since months differ in length. */
export type TimeUnit = 'days' | 'weeks';

/** A length of time that names its unit: `{ days: 90 }` or `{ weeks: 39 }`, 0 or more, whole or not. */
export type TimeSpan = { readonly days: number } | { readonly weeks: number };

/** How many days a unit has. */
export const DAYS_OF_UNIT: Readonly<Record<TimeUnit, number>> = { days: 1, weeks: 7 };

/** Checks a unit that may come from a caller without types. */
export function requireTimeUnit(unit: TimeUnit, key: string): void {
  if (Object.hasOwn(DAYS_OF_UNIT, unit)) return;
  throw notAUnit(unit, key);
}

/**
 * A span in days.
 *
 * @throws `AftercareError` `not_one_of` for another unit, `out_of_range` for a span below 0 or none at all
 */
export function daysOfSpan(span: TimeSpan, key: string): number {
  const [[unit, length] = ['', Number.NaN], ...others] = Object.entries(span);
  if ((unit !== 'days' && unit !== 'weeks') || others.length > 0) throw notAUnit(unit, key);
  requireAtLeast(length, 0, key, unit);
  return length * DAYS_OF_UNIT[unit];
}

function notAUnit(received: string, key: string): AftercareError {
  const details = { received: showValue(received), options: Object.keys(DAYS_OF_UNIT) };
  return new AftercareError([coreIssues.create('not_one_of', [key], details)]);
}
