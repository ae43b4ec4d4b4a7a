import {
  AftercareError,
  type Birthday,
  type Day,
  type DayNumber,
  dateOfDayNumber,
  dayOfNumber,
  showValue,
} from '@aftercare/core';
import { lifecycleIssues } from '../issues/index.js';
import type { BirthdayPolicy } from './birthdayPolicy.js';
import { lunarBirthdayIn, lunarYearOf } from './lunarBirthday.js';
import type { LunarCalendar } from './lunarCalendar.js';
import { requireDay } from './requireDay.js';
import { solarBirthdayIn } from './solarBirthday.js';

/** A day on which a birthday is kept. */
export interface BirthdayOccurrence {
  readonly day: Day;
  /**
   * The year of the birthday's own calendar: of a lunar birthday the lunar year, which may begin in the solar year before
   * `day`. A birthday occurs once in each, so that it stands for one treatment, whenever in advance that is planned.
   */
  readonly year: number;
}

/**
 * The day on which a birthday is kept in a year of its own calendar. For a birthday that exists it is exactly one; the year
 * of birth makes no difference.
 *
 * @param year - an integer: the solar year, or for a lunar birthday the lunar year, named after the solar year in which it
 * begins
 * @param lunar - needed for lunar birthdays only
 * @returns `undefined` when that cannot be told: for a date that no year has, such as 31 April, for a lunar birthday without
 * a lunar calendar, and where the calendar does not reach (a {@link Day} lies in the years 0001 to 9999)
 * @throws `AftercareError` `not_multiple_of` for a year that is no integer; `invalid_day` when the lunar calendar answers
 * with something else than a day
 *
 * @example
 * ```ts
 * import { birthdayInYear, defaultBirthdayPolicy } from '@aftercare/lifecycle';
 *
 * const leapDay = { calendar: 'solar' as const, month: 2, day: 29 };
 * birthdayInYear(leapDay, 2028, defaultBirthdayPolicy); // => '2028-02-29'
 * birthdayInYear(leapDay, 2027, defaultBirthdayPolicy); // => '2027-02-28'
 * birthdayInYear(leapDay, 2027, { ...defaultBirthdayPolicy, leapDay: 'march_1' }); // => '2027-03-01'
 * birthdayInYear({ calendar: 'solar', month: 4, day: 31 }, 2027, defaultBirthdayPolicy); // => undefined
 * ```
 */
export function birthdayInYear(
  birthday: Birthday,
  year: number,
  policy: BirthdayPolicy,
  lunar?: LunarCalendar,
): Day | undefined {
  if (!Number.isInteger(year)) {
    const details = { received: showValue(year), step: 1 };
    throw new AftercareError([lifecycleIssues.create('not_multiple_of', ['year'], details)]);
  }
  const number = numberInYear(birthday, year, policy, lunar);
  return number === undefined ? undefined : dayOfNumber(number);
}

/**
 * The first day, not before a given one, on which a birthday is kept.
 *
 * @param onOrAfter - usually today, in the time zone of the customer where it is known
 * @param lunar - needed for lunar birthdays only
 * @returns `undefined` when that cannot be told, as in {@link birthdayInYear}
 * @throws `AftercareError` `invalid_day` for `onOrAfter`, or when the lunar calendar answers with something else than a day
 *
 * @example
 * ```ts
 * import { birthdayOccurrence, defaultBirthdayPolicy } from '@aftercare/lifecycle';
 *
 * const birthday = { calendar: 'solar' as const, month: 1, day: 2 };
 * birthdayOccurrence(birthday, '2026-12-30', defaultBirthdayPolicy); // => { day: '2027-01-02', year: 2027 }
 * ```
 *
 * @example
 * The last day of the lunar year 2025, which a shop that looks ahead from January must not take for 2026.
 * ```ts
 * import * as china from '@aftercare/core/china';
 * import { birthdayOccurrence, defaultBirthdayPolicy } from '@aftercare/lifecycle';
 *
 * const birthday = { calendar: 'lunar' as const, month: 12, day: 30 };
 * birthdayOccurrence(birthday, '2026-01-15', defaultBirthdayPolicy, china);
 * // => { day: '2026-02-16', year: 2025 }
 * ```
 */
export function birthdayOccurrence(
  birthday: Birthday,
  onOrAfter: Day,
  policy: BirthdayPolicy,
  lunar?: LunarCalendar,
): BirthdayOccurrence | undefined {
  const from = requireDay(onOrAfter, 'onOrAfter');
  const firstYear = yearOf(from, birthday, lunar);
  if (firstYear === undefined) return undefined;
  for (const year of [firstYear, firstYear + 1]) {
    const number = numberInYear(birthday, year, policy, lunar);
    if (number === undefined) return undefined;
    if (number >= from) return { day: dayOfNumber(number), year };
  }
  return undefined;
}

/** The year of the birthday's own calendar that a day lies in. */
function yearOf(number: DayNumber, { calendar }: Birthday, lunar?: LunarCalendar): number | undefined {
  if (calendar === 'solar') return dateOfDayNumber(number).year;
  return lunar && lunarYearOf(number, lunar);
}

function numberInYear(
  birthday: Birthday,
  year: number,
  policy: BirthdayPolicy,
  lunar?: LunarCalendar,
): DayNumber | undefined {
  if (birthday.calendar === 'solar') return solarBirthdayIn(year, birthday, policy);
  return lunar && lunarBirthdayIn(year, birthday, policy, lunar);
}
