const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A calendar day as ISO 8601 writes it, `2026-02-28`: a square on the wall calendar of the shop, without time or zone.
 * Years 0001 to 9999.
 */
export type Day = string;

/** A calendar day as the number of days since 1970-01-01: what figures are computed with. */
export type DayNumber = number;

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
  const match = DAY.exec(day);
  if (match === null) return undefined;
  const number = dayNumberOfDate(Number(match[1]), Number(match[2]), Number(match[3]));
  // A day that does not exist runs over into the next month and comes back as another text.
  return Number(match[1]) >= 1 && dayOfNumber(number) === day ? number : undefined;
}

/**
 * The day of a number; the inverse of {@link dayNumberOf}.
 *
 * @param number - an integer from -719162 (0001-01-01) to 2932896 (9999-12-31), both included
 *
 * @example
 * ```ts
 * import { dayOfNumber } from '@aftercare/core';
 *
 * dayOfNumber(19782); // => '2024-02-29'
 * ```
 */
export function dayOfNumber(number: DayNumber): Day {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Milliseconds of a day that has no clock change. */
export const MILLISECONDS_A_DAY = 86_400_000;

/** The day number of a proleptic Gregorian date; months from 1. Days beyond a month's end run over into the next. */
export function dayNumberOfDate(year: number, month: number, dayOfMonth: number): DayNumber {
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return Math.floor(date.getTime() / MILLISECONDS_A_DAY);
}
