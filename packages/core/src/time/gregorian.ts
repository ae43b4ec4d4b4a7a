/** A calendar day as the number of days since 1970-01-01: what figures are computed with. */
export type DayNumber = number;

/** A date of the Gregorian calendar as plain integers. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

// A year is taken to begin in March here: the leap day comes last, and the other months have a fixed place in the year.
// Not by `Date`, which costs five times as much and takes the years 0 to 99 for 1900 to 1999.

/** The day number of 0000-03-01, negated. */
const DAYS_BEFORE_1970 = 719_468;
const DAYS_OF_400_YEARS = 146_097;
const DAYS_OF_100_YEARS = 36_524;
const DAYS_OF_4_YEARS = 1461;

/**
 * The day number of a year, month and day of the month, from plain integers.
 *
 * @param month - from 1; months beyond 12 run over into the next year, 0 and below into the one before
 * @param dayOfMonth - from 1; days beyond the month's end run over into the next, 0 and below into the one before
 *
 * @example
 * ```ts
 * import { dayNumberOfDate, dayOfNumber } from '@aftercare/core';
 *
 * dayOfNumber(dayNumberOfDate(2026, 2, 29)); // => '2026-03-01'
 * dayOfNumber(dayNumberOfDate(2026, 14, 0)); // => '2027-01-31'
 * ```
 */
export function dayNumberOfDate(year: number, month: number, dayOfMonth: number): DayNumber {
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = daysBeforeMonth(months - marchYear * 12) + dayOfMonth - 1;
  return marchYear * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

/**
 * The year, month and day of the month of a day number; the inverse of {@link dayNumberOfDate}.
 *
 * @param number - an integer
 *
 * @example
 * ```ts
 * import { dateOfDayNumber } from '@aftercare/core';
 *
 * dateOfDayNumber(19782); // => { year: 2024, month: 2, dayOfMonth: 29 }
 * ```
 */
export function dateOfDayNumber(number: DayNumber): CalendarDate {
  const days = number + DAYS_BEFORE_1970;
  const cycle = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_OF_400_YEARS;
  // Leap days so far are taken out, so that what remains is years of 365 days.
  const leapDays =
    Math.floor(dayOfCycle / (DAYS_OF_4_YEARS - 1)) -
    Math.floor(dayOfCycle / DAYS_OF_100_YEARS) +
    Math.floor(dayOfCycle / (DAYS_OF_400_YEARS - 1));
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const daysBeforeYear = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  const dayOfYear = dayOfCycle - daysBeforeYear;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return {
    year: cycle * 400 + yearOfCycle + (monthFromMarch < 10 ? 0 : 1),
    month: monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9,
    dayOfMonth: dayOfYear - daysBeforeMonth(monthFromMarch) + 1,
  };
}

/** Days of a year that begins in March, before a month of it, 0 for March: five months have 153 days together. */
function daysBeforeMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}

/**
 * How many days a month has, 28 to 31; NaN for a month other than 1 to 12.
 *
 * @example
 * ```ts
 * import { daysInMonth } from '@aftercare/core';
 *
 * daysInMonth(2024, 2); // => 29
 * daysInMonth(2100, 2); // => 28
 * ```
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : Number.NaN;
}

/**
 * The day of the week of a day number, from 1 for Monday to 7 for Sunday, as ISO 8601 counts.
 *
 * @example
 * ```ts
 * import { weekdayOfNumber } from '@aftercare/core';
 *
 * weekdayOfNumber(0); // => 4
 * ```
 */
export function weekdayOfNumber(number: DayNumber): number {
  // 1970-01-01 was a Thursday. The remainder of a negative number is negative, hence the second one.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
