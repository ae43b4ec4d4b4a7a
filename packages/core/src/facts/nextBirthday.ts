import type { Birthday } from '../domain/index.js';
import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import {
  type Day,
  type DayNumber,
  dateOfDayNumber,
  dayNumberOfDate,
  dayOfNumber,
  daysInMonth,
} from '../time/index.js';
import { requireDay } from '../time/requireDay.js';

/** Which day stands for a birthday on 29 February in a year that has none. */
export type LeapDayBirthday = 'february_28' | 'march_1';

/** A birthday in the lunar calendar, without the year. */
export interface LunarBirthday {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 30. */
  readonly day: number;
  /** Whether the month is the leap month of its number. */
  readonly leapMonth: boolean;
}

/**
 * Where a lunar birthday falls: a port, since lunar calendars are tables of a country. Gives the first day, not before
 * `onOrAfter`, on which it is celebrated; what a leap month or a day 30 falls back to is for it to say. `undefined`: its
 * table does not reach so far. A day before `onOrAfter` is an error, `invalid_day`.
 */
export type NextLunarBirthday = (birthday: LunarBirthday, onOrAfter: Day) => Day | undefined;

/** How birthdays are read; see {@link SnapshotOptions}. */
export interface BirthdayRules {
  readonly leapDayBirthday: LeapDayBirthday;
  readonly nextLunarBirthday: NextLunarBirthday | undefined;
}

/**
 * Days from a day to the next birthday, 0 when it is that day; null when that cannot be told: a lunar birthday without a
 * calendar for it, or a date that no year has, such as 31 April.
 */
export function daysUntilBirthday(birthday: Birthday, today: DayNumber, rules: BirthdayRules): number | null {
  const next =
    birthday.calendar === 'solar' ? nextSolar(birthday, today, rules) : nextLunar(birthday, today, rules);
  return next === undefined ? null : next - today;
}

function nextSolar(
  { month, day }: { readonly month: number; readonly day: number },
  today: DayNumber,
  { leapDayBirthday }: BirthdayRules,
): DayNumber | undefined {
  // 2000 is a leap year: the longest that each month can be.
  if (day > daysInMonth(2000, month)) return undefined;
  const { year } = dateOfDayNumber(today);
  const inYear = (celebrated: number): DayNumber => {
    const isSkipped = day > daysInMonth(celebrated, month);
    return dayNumberOfDate(celebrated, month, isSkipped && leapDayBirthday === 'february_28' ? 28 : day);
  };
  return inYear(year) >= today ? inYear(year) : inYear(year + 1);
}

function nextLunar(
  {
    month,
    day,
    leapMonth = false,
  }: { readonly month: number; readonly day: number; readonly leapMonth?: boolean },
  today: DayNumber,
  { nextLunarBirthday }: BirthdayRules,
): DayNumber | undefined {
  const next = nextLunarBirthday?.({ month, day, leapMonth }, dayOfNumber(today));
  if (next === undefined) return undefined;
  const number = requireDay(next, 'nextLunarBirthday');
  if (number >= today) return number;
  const details = { received: showValue(next) };
  throw new AftercareError([coreIssues.create('invalid_day', ['nextLunarBirthday'], details)]);
}
