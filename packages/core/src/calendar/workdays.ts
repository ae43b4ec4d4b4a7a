import { type Day, dayNumberOf, weekdayOfNumber } from '../time/index.js';

/**
 * Which days are working days: a port, so that a shop brings the calendar of its country, or its own. It tells which days
 * it knows; whether work is done on any other is unknown, and nobody guesses.
 */
export interface WorkdayCalendar {
  /** The first day that it knows (included). */
  readonly firstKnownDay: Day;
  /** The last day that it knows (included). */
  readonly lastKnownDay: Day;
  /** Whether a day is a working day; `undefined` if that is not known. The day exists: it has been checked. */
  isWorkday(day: Day): boolean | undefined;
}

/**
 * Monday to Friday of every week, without holidays: the default of a shop's calendar.
 *
 * @example
 * ```ts
 * import { mondayToFriday } from '@aftercare/core';
 *
 * mondayToFriday.isWorkday('2026-02-27'); // => true
 * mondayToFriday.isWorkday('2026-02-28'); // => false
 * ```
 */
export const mondayToFriday: WorkdayCalendar = {
  firstKnownDay: '0001-01-01',
  lastKnownDay: '9999-12-31',
  isWorkday(day) {
    const number = dayNumberOf(day);
    return number === undefined ? undefined : weekdayOfNumber(number) <= 5;
  },
};
