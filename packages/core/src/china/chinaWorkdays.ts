import { HolidayUtil } from 'lunar-typescript';
import { createWorkdayCalendar, type WorkdayCalendar } from '../calendar/index.js';

/** The first year whose plan of holidays `lunar-typescript` has from its beginning. */
const FIRST_YEAR = 2002;

/**
 * The working days of mainland China: Monday to Friday, less the statutory holidays, plus the weekend days on which work
 * is made up for (调休), as the State Council lays them down each November for the year to come. The data are those of
 * the installed `lunar-typescript`, read when this is called; update that package once a year.
 *
 * The last known day is 24 December of the last year that has a plan. What follows is decided with the New Year holiday
 * of the next year's plan, which has taken and moved working days from 29 December on.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import { chinaWorkdays } from '@aftercare/core/china';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai', workdays: chinaWorkdays() });
 * unwrap(calendar.isWorkday('2026-02-14')); // => true
 * unwrap(calendar.addWorkdays('2026-02-14', 1)); // => '2026-02-24'
 * const tooFar = calendar.isWorkday('2100-01-04');
 * tooFar.ok ? '' : tooFar.issues[0].code; // => 'workday_unknown'
 * ```
 */
export function chinaWorkdays(): WorkdayCalendar {
  let lastYear = FIRST_YEAR;
  while (hasPlan(lastYear + 1)) lastYear++;
  const from = `${FIRST_YEAR}-01-01`;
  const to = `${lastYear}-12-25`;
  const days = [];
  for (let year = FIRST_YEAR; year <= lastYear; year++) days.push(...HolidayUtil.getHolidays(year));
  const known = days.filter((holiday) => holiday.getDay() < to);
  return createWorkdayCalendar({
    from,
    to,
    holidays: known.filter((holiday) => !holiday.isWork()).map((holiday) => holiday.getDay()),
    makeUpDays: known.filter((holiday) => holiday.isWork()).map((holiday) => holiday.getDay()),
  });
}

/** A year's plan is published whole, so it is known when its National Day is; a New Year alone may be the end of the last. */
function hasPlan(year: number): boolean {
  return HolidayUtil.getHoliday(`${year}-10-01`) !== null;
}
