import { AftercareError, type Day, showValue } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { lifecycleIssues } from '../issues/index.js';
import type { Festival } from './festival.js';
import { type FestivalOptions, festivalDay } from './festivalDay.js';

/** What {@link daysUntilFestivals} looks at. */
export interface FestivalHorizon extends FestivalOptions {
  /** How many days are looked at, today included: an integer from 0. Absent: 60. */
  readonly horizonDays?: number;
}

/**
 * By the code of a festival, days until its next day, 0 on it: the festivals of the days `[today, today + horizonDays)`,
 * in the order of the list. One whose day is not known is not among them, as one that is far off is not.
 *
 * @throws `AftercareError` `invalid_day`; `not_multiple_of` or `out_of_range` for `horizonDays`
 *
 * @example
 * ```ts
 * import * as china from '@aftercare/core/china';
 * import { daysUntilFestivals, defaultFestivals } from '@aftercare/lifecycle';
 *
 * daysUntilFestivals(defaultFestivals, '2026-09-20', { lunar: china });
 * // => { mid_autumn: 5, double_ninth: 28, national_day: 11, singles_day: 52 }
 * daysUntilFestivals(defaultFestivals, '2026-09-20', { horizonDays: 11 }); // => {}
 * ```
 */
export function daysUntilFestivals(
  festivals: readonly Festival[],
  today: Day,
  { lunar, horizonDays = 60 }: FestivalHorizon = {},
): Readonly<Record<string, number>> {
  requireCount(horizonDays, 'horizonDays');
  const options = lunar === undefined ? {} : { lunar };
  const from = requireDay(today, 'today');
  const daysUntil: Record<string, number> = {};
  for (const festival of festivals) {
    const day = festivalDay(festival, today, options);
    if (day === undefined) continue;
    const days = requireDay(day, 'day') - from;
    if (days < horizonDays) daysUntil[festival.code] = days;
  }
  return daysUntil;
}

function requireCount(value: number, key: string): void {
  const received = showValue(value);
  if (!Number.isInteger(value)) {
    throw new AftercareError([lifecycleIssues.create('not_multiple_of', [key], { received, step: 1 })]);
  }
  if (value >= 0) return;
  const details = { measure: 'value', received, minimum: 0, inclusive: true } as const;
  throw new AftercareError([lifecycleIssues.create('out_of_range', [key], details)]);
}
