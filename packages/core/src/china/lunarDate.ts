import { fail, type IssuePath, ok, showValue } from '../foundation/index.js';
import { type CoreResult, coreIssues } from '../issues/index.js';
import { type Day, dayOfNumber } from '../time/index.js';
import { requireDay } from '../time/requireDay.js';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, type LunarMonth, monthsOfLunarYear } from './lunarYear.js';

/**
 * A month of the Chinese lunar calendar (农历). A leap month (闰月) is inserted after the month of the same number in about
 * seven of nineteen years, so that the Spring Festival stays in January or February.
 */
export interface LunarMonthOfYear {
  /** The lunar year, named after the solar year in which it begins. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Whether it is the leap month of its number. */
  readonly leapMonth: boolean;
}

/** A date of the Chinese lunar calendar (农历). */
export interface LunarDate extends LunarMonthOfYear {
  /** 1 to 29 or 30. */
  readonly day: number;
}

/**
 * The lunar date of a day.
 *
 * @param day - in the lunar years 1900 to 2100: from 1900-01-31 to 2101-01-28, both included
 * @returns the issue `lunar_date_unknown` for another day
 * @throws `AftercareError` `invalid_day`
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { lunarDateOf } from '@aftercare/core/china';
 *
 * unwrap(lunarDateOf('2025-01-29')); // => { year: 2025, month: 1, day: 1, leapMonth: false }
 * unwrap(lunarDateOf('2025-07-25')); // => { year: 2025, month: 6, day: 1, leapMonth: true }
 * ```
 */
export function lunarDateOf(day: Day): CoreResult<LunarDate> {
  const number = requireDay(day, 'day');
  const solarYear = Number(day.slice(0, 4));
  // A lunar year begins in January or February, so the day belongs to the one named like its solar year or to the last.
  for (const year of [solarYear, solarYear - 1]) {
    for (const { month, leapMonth, length, firstDay } of monthsOfLunarYear(year) ?? []) {
      const dayOfMonth = number - firstDay + 1;
      if (dayOfMonth >= 1 && dayOfMonth <= length) return ok({ year, month, day: dayOfMonth, leapMonth });
    }
  }
  return unknownLunarDate(['day'], day);
}

/**
 * The day of a lunar date; the inverse of {@link lunarDateOf}.
 *
 * @returns the issue `no_such_lunar_month` when the year lacks the leap month, `no_such_lunar_day` when the month has 29
 * days only, and `lunar_date_unknown` for a lunar year other than 1900 to 2100
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { solarDayOf } from '@aftercare/core/china';
 *
 * unwrap(solarDayOf({ year: 2026, month: 8, day: 15, leapMonth: false })); // => '2026-09-25'
 * const result = solarDayOf({ year: 2026, month: 8, day: 15, leapMonth: true });
 * result.ok ? '' : result.issues[0].message; // => 'leapMonth: The lunar year 2026 has no leap month 8.'
 * ```
 */
export function solarDayOf({ year, month, day, leapMonth }: LunarDate): CoreResult<Day> {
  const found = findMonth({ year, month, leapMonth });
  if (!found.ok) return found;
  const { firstDay, length } = found.value;
  if (Number.isInteger(day) && day >= 1 && day <= length) return ok(dayOfNumber(firstDay + day - 1));
  return fail(coreIssues.create('no_such_lunar_day', ['day'], { year, month, leapMonth, day }));
}

/**
 * How many days a lunar month has, 29 or 30.
 *
 * @returns the issue `no_such_lunar_month` when the year has no such month, and `lunar_date_unknown` for a lunar year
 * other than 1900 to 2100
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { lunarMonthLength } from '@aftercare/core/china';
 *
 * unwrap(lunarMonthLength({ year: 2025, month: 6, leapMonth: false })); // => 30
 * unwrap(lunarMonthLength({ year: 2025, month: 6, leapMonth: true })); // => 29
 * ```
 */
export function lunarMonthLength(month: LunarMonthOfYear): CoreResult<29 | 30> {
  const found = findMonth(month);
  return found.ok ? ok(found.value.length) : found;
}

/**
 * The number of the leap month of a lunar year, 1 to 12, or `undefined` if the year has none.
 *
 * @returns the issue `lunar_date_unknown` for a lunar year other than 1900 to 2100
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { leapMonthOf } from '@aftercare/core/china';
 *
 * unwrap(leapMonthOf(2025)); // => 6
 * unwrap(leapMonthOf(2026)); // => undefined
 * ```
 */
export function leapMonthOf(year: number): CoreResult<number | undefined> {
  const months = monthsOfLunarYear(year);
  if (months === undefined) return unknownLunarDate(['year'], year);
  return ok(months.find((month) => month.leapMonth)?.month);
}

function findMonth({ year, month, leapMonth }: LunarMonthOfYear): CoreResult<LunarMonth> {
  const months = monthsOfLunarYear(year);
  if (months === undefined) return unknownLunarDate(['year'], year);
  const found = months.find((each) => each.month === month && each.leapMonth === leapMonth);
  if (found !== undefined) return ok(found);
  const path = [leapMonth ? 'leapMonth' : 'month'];
  return fail(coreIssues.create('no_such_lunar_month', path, { year, month, leapMonth }));
}

function unknownLunarDate(path: IssuePath, input: Day | number): CoreResult<never> {
  const details = { received: showValue(input), knownFrom: FIRST_LUNAR_YEAR, knownTo: LAST_LUNAR_YEAR };
  return fail(coreIssues.create('lunar_date_unknown', path, details));
}
