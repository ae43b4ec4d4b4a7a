import { LunarYear as ComputedYear } from 'lunar-typescript';
import type { DayNumber } from '../time/index.js';

/** The first lunar year that is tabulated (included). It begins on 1900-01-31. */
export const FIRST_LUNAR_YEAR = 1900;

/** The last lunar year that is tabulated (included). It ends on 2101-01-28. */
export const LAST_LUNAR_YEAR = 2100;

/** A month of one lunar year. */
export interface LunarMonth {
  /** 1 to 12; a leap month has the number of the month that it follows. */
  readonly month: number;
  readonly leapMonth: boolean;
  /** How many days it has. */
  readonly length: 29 | 30;
  readonly firstDay: DayNumber;
}

/** Noon of 1970-01-01 as a Julian day. */
const JULIAN_DAY_OF_DAY_NUMBER_0 = 2_440_588;

/**
 * The months of the years asked for so far. To compute a year from the positions of sun and moon takes half a millisecond,
 * so each is computed once; from its months, dates are plain arithmetic.
 */
const monthsByYear = new Map<number, readonly LunarMonth[]>();

/** The months of a lunar year in order, 12 or 13; `undefined` for a year outside the table. */
export function monthsOfLunarYear(year: number): readonly LunarMonth[] | undefined {
  if (!Number.isInteger(year) || year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return undefined;
  let months = monthsByYear.get(year);
  if (months === undefined) {
    months = ComputedYear.fromYear(year)
      .getMonthsInYear()
      .map((month) => ({
        month: Math.abs(month.getMonth()),
        leapMonth: month.isLeap(),
        length: month.getDayCount() === 30 ? 30 : 29,
        firstDay: month.getFirstJulianDay() - JULIAN_DAY_OF_DAY_NUMBER_0,
      }));
    monthsByYear.set(year, months);
  }
  return months;
}
