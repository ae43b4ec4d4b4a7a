import { type DayNumber, dayNumberOfDate, daysInMonth, isDayNumber } from '@aftercare/core';
import type { BirthdayPolicy } from './birthdayPolicy.js';

/** A leap year: in it, each month is as long as it can be. */
const SOME_LEAP_YEAR = 2000;

/** The day number on which a solar birthday is kept in a year; `undefined` for a date that no year has. */
export function solarBirthdayIn(
  year: number,
  { month, day }: { readonly month: number; readonly day: number },
  { leapDay }: BirthdayPolicy,
): DayNumber | undefined {
  // So put, a month that does not exist, whose length is NaN, has no days either.
  if (!(day >= 1 && day <= daysInMonth(SOME_LEAP_YEAR, month))) return undefined;
  const isSkipped = day > daysInMonth(year, month);
  // The day after 28 February is 1 March where there is no 29 February.
  const number = dayNumberOfDate(year, month, isSkipped && leapDay === 'february_28' ? 28 : day);
  return isDayNumber(number) ? number : undefined;
}
