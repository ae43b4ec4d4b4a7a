import type { Day, Result } from '@aftercare/core';

/**
 * A lunar calendar with leap months, such as the Chinese one (农历): a port, since it takes the tables of a country. The
 * functions of the same names in `@aftercare/core/china` fill it; each is asked for lunar years, which are named after the
 * solar year in which they begin, and answers with a failure where its tables do not reach.
 *
 * @example
 * ```ts
 * import { leapMonthOf, lunarMonthLength, solarDayOf } from '@aftercare/core/china';
 * import { birthdayInYear, defaultBirthdayPolicy, type LunarCalendar } from '@aftercare/lifecycle';
 *
 * const lunar: LunarCalendar = { solarDayOf, leapMonthOf, lunarMonthLength };
 * const birthday = { calendar: 'lunar' as const, month: 8, day: 15 };
 * birthdayInYear(birthday, 2026, defaultBirthdayPolicy, lunar); // => '2026-09-25'
 * ```
 */
export interface LunarCalendar {
  /** The day of a lunar date that exists in its year. */
  solarDayOf(date: {
    readonly year: number;
    readonly month: number;
    readonly leapMonth: boolean;
    readonly day: number;
  }): Result<Day>;
  /** The number of the leap month of a lunar year, or `undefined` if the year has none. */
  leapMonthOf(year: number): Result<number | undefined>;
  /** How many days a month that exists in its year has, 29 or 30. */
  lunarMonthLength(month: {
    readonly year: number;
    readonly month: number;
    readonly leapMonth: boolean;
  }): Result<number>;
}
