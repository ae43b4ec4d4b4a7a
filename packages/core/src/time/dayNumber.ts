import { TWO_DIGITS, twoDigits } from './digits.js';
import { type DayNumber, dateOfDayNumber, dayNumberOfDate, daysInMonth } from './gregorian.js';
import { requireInteger } from './requireInteger.js';

/**
 * A calendar day as ISO 8601 writes it, `2026-02-28`: a square on the wall calendar of the shop, without time or zone.
 * Years 0001 to 9999 of the Gregorian calendar, which is also applied to the time before it was introduced.
 */
export type Day = string;

/** Milliseconds of a day that has no clock change. */
export const MILLISECONDS_A_DAY = 86_400_000;

/** The number of 0001-01-01, the first {@link Day} there is. */
export const FIRST_DAY_NUMBER = -719_162;

/** The number of 9999-12-31, the last {@link Day} there is. */
export const LAST_DAY_NUMBER = 2_932_896;

const HYPHEN = '-'.charCodeAt(0);

/**
 * The number of a day, or `undefined` if the text is not of the form `2026-02-28` or no such day exists.
 *
 * @example
 * ```ts
 * import { dayNumberOf } from '@aftercare/core';
 *
 * dayNumberOf('1970-01-01'); // => 0
 * dayNumberOf('2024-02-29'); // => 19782
 * dayNumberOf('2026-02-29'); // => undefined
 * ```
 */
export function dayNumberOf(day: Day): DayNumber | undefined {
  return typeof day === 'string' && day.length === 10 ? dayNumberAtStartOf(day) : undefined;
}

/** The number of the day that a text begins with, whatever follows; `undefined` if it begins with none. */
export function dayNumberAtStartOf(text: string): DayNumber | undefined {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  const hasHyphens = text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN;
  // A part that is no number is NaN, for which every comparison is false.
  const exists =
    hasHyphens && year >= 1 && month >= 1 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists ? dayNumberOfDate(year, month, dayOfMonth) : undefined;
}

/**
 * The day of a number; the inverse of {@link dayNumberOf}.
 *
 * @param number - an integer from -719162 (0001-01-01) to 2932896 (9999-12-31), both included
 * @throws {@link AftercareError} `not_multiple_of` for a fraction or NaN, `out_of_range` for a number beyond these days
 *
 * @example
 * ```ts
 * import { dayOfNumber } from '@aftercare/core';
 *
 * dayOfNumber(19782); // => '2024-02-29'
 * ```
 */
export function dayOfNumber(number: DayNumber): Day {
  requireInteger(number, 'number', FIRST_DAY_NUMBER, LAST_DAY_NUMBER);
  const { year, month, dayOfMonth } = dateOfDayNumber(number);
  const century = Math.floor(year / 100);
  return `${TWO_DIGITS[century]}${TWO_DIGITS[year - century * 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}`;
}

/** Whether a whole number of days since 1970-01-01 is a {@link Day}: whether it lies in the years 0001 to 9999. */
export function isDayNumber(number: number): boolean {
  return number >= FIRST_DAY_NUMBER && number <= LAST_DAY_NUMBER;
}
