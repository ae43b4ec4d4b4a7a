import { type DayNumber, dateOfDayNumber } from '@aftercare/core';
import type { BirthdayPolicy } from './birthdayPolicy.js';
import type { LunarCalendar } from './lunarCalendar.js';
import { requireDay } from './requireDay.js';

/** The longest month of a lunar year. */
const LONGEST_MONTH = 30;

/**
 * The day number on which a lunar birthday is kept in a lunar year; `undefined` where the calendar does not reach, and for
 * a date that no year has.
 */
export function lunarBirthdayIn(
  year: number,
  {
    month,
    day,
    leapMonth = false,
  }: { readonly month: number; readonly day: number; readonly leapMonth?: boolean },
  { lunarLeapMonth }: BirthdayPolicy,
  lunar: LunarCalendar,
): DayNumber | undefined {
  let keptInLeapMonth = false;
  if (leapMonth && lunarLeapMonth === 'leap_month_if_any') {
    const leap = lunar.leapMonthOf(year);
    if (!leap.ok) return undefined;
    keptInLeapMonth = leap.value === month;
  }
  if (day !== LONGEST_MONTH) return dayNumberIn(lunar, { year, month, leapMonth: keptInLeapMonth, day });
  const length = lunar.lunarMonthLength({ year, month, leapMonth: keptInLeapMonth });
  if (!length.ok) return undefined;
  return dayNumberIn(lunar, { year, month, leapMonth: keptInLeapMonth, day: length.value });
}

/** The lunar year that a day lies in; where the calendar does not reach, one of which it knows nothing either. */
export function lunarYearOf(number: DayNumber, lunar: LunarCalendar): number {
  const { year, month } = dateOfDayNumber(number);
  // A lunar year begins in January or February of the year that it is named after.
  if (month > 2) return year;
  const newYear = dayNumberIn(lunar, { year, month: 1, leapMonth: false, day: 1 });
  // After the last year of the tables, whose end they hold, the beginning of the next one is not known.
  return newYear !== undefined && newYear <= number ? year : year - 1;
}

function dayNumberIn(
  lunar: LunarCalendar,
  date: Parameters<LunarCalendar['solarDayOf']>[0],
): DayNumber | undefined {
  const day = lunar.solarDayOf(date);
  return day.ok ? requireDay(day.value, 'lunar') : undefined;
}
