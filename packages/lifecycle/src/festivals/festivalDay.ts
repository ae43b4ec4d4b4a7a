import { type Day, dayOfNumber } from '@aftercare/core';
import { birthdayOccurrence, defaultBirthdayPolicy, type LunarCalendar } from '../birthdays/index.js';
import { requireDay } from '../birthdays/requireDay.js';
import type { Festival } from './festival.js';

/** With what days of festivals are found. */
export interface FestivalOptions {
  /** Needed for lunar festivals. Absent: it is not known when they are. */
  readonly lunar?: LunarCalendar;
}

/**
 * The first day of a festival, not before a given one.
 *
 * @returns `undefined` where there is none that is known: the festival is lunar, and the lunar calendar is missing or does
 * not reach so far; or the shop's list of days has come to an end. {@link checkFestivals} tells which.
 * @throws `AftercareError` `invalid_day`
 *
 * @example
 * ```ts
 * import * as china from '@aftercare/core/china';
 * import { festivalDay } from '@aftercare/lifecycle';
 *
 * // The eve of the Spring Festival: the last day of the lunar year, whose last month may have 29 days.
 * const eve = {
 *   code: 'spring_festival_eve',
 *   titles: { en: 'Spring Festival Eve', 'zh-CN': '除夕' },
 *   date: { calendar: 'lunar' as const, month: 12, day: 30 },
 * };
 * festivalDay(eve, '2026-01-01', { lunar: china }); // => '2026-02-16'
 * festivalDay(eve, '2026-02-17', { lunar: china }); // => '2027-02-05'
 * festivalDay(eve, '2026-01-01'); // => undefined
 * ```
 */
export function festivalDay(
  festival: Festival,
  onOrAfter: Day,
  { lunar }: FestivalOptions = {},
): Day | undefined {
  if ('date' in festival) {
    // A festival comes back as a birthday does: by the default policy, on the last day of a month that lacks its day.
    return birthdayOccurrence(festival.date, onOrAfter, defaultBirthdayPolicy, lunar)?.day;
  }
  const from = requireDay(onOrAfter, 'onOrAfter');
  const upcoming = festival.days.map((day) => requireDay(day, 'days')).filter((number) => number >= from);
  return upcoming.length === 0 ? undefined : dayOfNumber(Math.min(...upcoming));
}
