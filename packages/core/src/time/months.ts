import { type Day, dayOfNumber } from './dayNumber.js';
import { dateOfDayNumber, dayNumberOfDate, daysInMonth } from './gregorian.js';
import { requireDay } from './requireDay.js';
import { requireInteger } from './requireInteger.js';

/** Months since January of the year 0: January 0001 and December 9999. */
const FIRST_MONTH = 12;
const LAST_MONTH = 9999 * 12 + 11;

/**
 * The same day of the month, a number of months later; where that month is too short, its last day.
 *
 * @param count - whole months; negative for earlier ones, 12 for a year
 * @throws {@link AftercareError} `invalid_day`; `not_multiple_of` if `count` is no integer; `out_of_range` if the result
 * would lie outside the years 0001 to 9999
 *
 * @example
 * ```ts
 * import { addMonths } from '@aftercare/core';
 *
 * addMonths('2026-01-31', 1); // => '2026-02-28'
 * addMonths('2024-02-29', -12); // => '2023-02-28'
 * ```
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = dateOfDayNumber(requireDay(day, 'day'));
  const months = year * 12 + month - 1;
  requireInteger(count, 'count', FIRST_MONTH - months, LAST_MONTH - months);
  const newYear = Math.floor((months + count) / 12);
  const newMonth = months + count - newYear * 12 + 1;
  const newDayOfMonth = Math.min(dayOfMonth, daysInMonth(newYear, newMonth));
  return dayOfNumber(dayNumberOfDate(newYear, newMonth, newDayOfMonth));
}

/**
 * The first day of the month that a day lies in.
 *
 * @throws {@link AftercareError} `invalid_day`
 *
 * @example
 * ```ts
 * import { startOfMonth } from '@aftercare/core';
 *
 * startOfMonth('2026-02-28'); // => '2026-02-01'
 * ```
 */
export function startOfMonth(day: Day): Day {
  requireDay(day, 'day');
  return `${day.slice(0, 7)}-01`;
}

/**
 * The first day of the year that a day lies in.
 *
 * @throws {@link AftercareError} `invalid_day`
 *
 * @example
 * ```ts
 * import { startOfYear } from '@aftercare/core';
 *
 * startOfYear('2026-02-28'); // => '2026-01-01'
 * ```
 */
export function startOfYear(day: Day): Day {
  requireDay(day, 'day');
  return `${day.slice(0, 4)}-01-01`;
}
