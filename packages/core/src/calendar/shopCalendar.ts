import { AftercareError, showValue } from '../foundation/index.js';
import { type CoreResult, coreIssues } from '../issues/index.js';
import {
  type Day,
  type DayNumber,
  dayOfNumber,
  type EpochMillis,
  epochMillisOf,
  FIRST_DAY_NUMBER,
  type Instant,
  isDayNumber,
  isEpochMillis,
  isTimeZone,
  LAST_DAY_NUMBER,
  MILLISECONDS_A_DAY,
} from '../time/index.js';
import { requireDay } from '../time/requireDay.js';
import { requireInteger } from '../time/requireInteger.js';
import { type DailyWindow, nextInWindow } from './dailyWindow.js';
import { firstInstantOf } from './dayStart.js';
import { addWorkdaysTo, isWorkdayOn } from './workdayArithmetic.js';
import { mondayToFriday, type WorkdayCalendar } from './workdays.js';
import { type OffsetSpan, zoneOffsets } from './zoneOffsets.js';

/**
 * The time of a shop: which calendar day an instant falls on, when days begin and end, which days are working days. It
 * follows the clocks of the shop's zone, whatever the zone of the machine.
 *
 * Days and instants of the years 0001 to 9999 are supported, as far as the machine's time zone data knows them: the past
 * as it was, the future by today's rules. Every method throws an {@link AftercareError} whose path names the argument:
 * `invalid_day` for a day that does not exist, `invalid_instant` for an instant that does not, `not_multiple_of` for a
 * count that is no integer, `out_of_range` for one that leads out of these years.
 */
export interface ShopCalendar {
  /** The zone's IANA name, as it was given. */
  readonly timeZone: string;

  /**
   * The number of the day that an instant falls on: {@link ShopCalendar.dayAt} for loops over millions of instants.
   *
   * @param millis - need not be whole; NaN and what is far outside the supported years throw `invalid_instant`
   */
  dayNumberAt(millis: EpochMillis): DayNumber;

  /**
   * The day that an instant falls on.
   *
   * @example
   * ```ts
   * import { createShopCalendar } from '@aftercare/core';
   *
   * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
   * calendar.dayAt('2026-02-28T15:59:59Z'); // => '2026-02-28'
   * calendar.dayAt('2026-02-28T16:00:00Z'); // => '2026-03-01'
   * ```
   */
  dayAt(instant: Instant | EpochMillis): Day;

  /**
   * The first instant of a day. That is midnight, unless the clocks skip it: then it is the instant of the change. When
   * midnight comes twice it is the first one. A day that the zone left out (Samoa, 30 December 2011) begins and ends where
   * the next one begins.
   *
   * @example
   * ```ts
   * import { createShopCalendar, instantOf } from '@aftercare/core';
   *
   * const calendar = createShopCalendar({ timeZone: 'America/New_York' });
   * instantOf(calendar.startOfDay('2026-03-08')); // => '2026-03-08T05:00:00.000Z'
   * instantOf(calendar.endOfDay('2026-03-08')); // => '2026-03-09T04:00:00.000Z'
   * ```
   */
  startOfDay(day: Day): EpochMillis;

  /**
   * The end of a day (excluded): the start of the next one. Where clocks went back over midnight (Newfoundland until 2011:
   * from 00:01 to 23:01), instants after it fall on the old day once more.
   */
  endOfDay(day: Day): EpochMillis;

  /** How many days after `from` the day `to` is; negative when it is before. Squares on the wall calendar are counted. */
  daysBetween(from: Day, to: Day): number;

  /** The day that is a number of days later; earlier for a negative count. */
  addDays(day: Day, count: number): Day;

  /** Whether a day is a working day; the issue `workday_unknown` when the calendar of working days does not reach to it. */
  isWorkday(day: Day): CoreResult<boolean>;

  /**
   * The working day that is a number of working days later: the day itself is not counted, so one working day after a
   * Friday, a Saturday or a Sunday is Monday. With a negative count the same backwards. With 0, the day itself if it is a
   * working day, else the next one, as deadlines that end on a day off move on. So the result is a working day always.
   *
   * @returns the issue `workday_unknown` when the calendar of working days does not know a day on the way
   *
   * @example
   * ```ts
   * import { createShopCalendar, unwrap } from '@aftercare/core';
   *
   * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
   * unwrap(calendar.addWorkdays('2026-02-27', 2)); // => '2026-03-03'
   * unwrap(calendar.addWorkdays('2026-02-28', 0)); // => '2026-03-02'
   * unwrap(calendar.addWorkdays('2026-02-28', -1)); // => '2026-02-27'
   * ```
   */
  addWorkdays(day: Day, count: number): CoreResult<Day>;

  /**
   * The first instant, not before the given one, at which the shop's clock stands inside a window of the day: the instant
   * itself if it does already.
   *
   * @throws AftercareError `invalid_time_of_day`, and `empty_window` for a window that ends when it begins
   *
   * @example
   * ```ts
   * import { createShopCalendar, instantOf } from '@aftercare/core';
   *
   * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
   * const waking = { from: '09:00', to: '21:00' };
   * const next = calendar.nextInDailyWindow('2026-02-28T21:00:00+08:00', waking);
   * instantOf(next); // => '2026-03-01T01:00:00.000Z'
   * ```
   */
  nextInDailyWindow(instant: Instant | EpochMillis, window: DailyWindow): EpochMillis;
}

/** What makes a {@link ShopCalendar}. */
export interface ShopCalendarOptions {
  /** The shop's IANA time zone, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** Which days are working days. Default: Monday to Friday, without holidays. */
  readonly workdays?: WorkdayCalendar;
}

/**
 * Makes the calendar of a shop. It keeps a table of its zone's clock changes, which grows as it is asked: make one for a
 * zone and keep it.
 *
 * @throws {@link AftercareError} `unknown_time_zone`
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 *
 * const calendar = createShopCalendar({ timeZone: 'Europe/Berlin' });
 * calendar.daysBetween('2026-02-27', calendar.dayAt('2026-03-01T23:30:00Z')); // => 3
 * ```
 */
export function createShopCalendar({
  timeZone,
  workdays = mondayToFriday,
}: ShopCalendarOptions): ShopCalendar {
  if (!isTimeZone(timeZone)) {
    const details = { timeZone: showValue(timeZone) };
    throw new AftercareError([coreIssues.create('unknown_time_zone', ['timeZone'], details)]);
  }
  const offsets = zoneOffsets(timeZone);
  // Instants of a log are close to each other, most of all in time order: the next one mostly lies in the same span.
  let span: OffsetSpan = { from: 0, to: 0, offset: 0 };
  const dayNumberAt = (millis: EpochMillis): DayNumber => {
    if (!(millis >= span.from && millis < span.to)) span = offsets.spanAt(millis);
    return Math.floor((millis + span.offset) / MILLISECONDS_A_DAY);
  };

  return {
    timeZone,
    dayNumberAt,
    dayAt(instant) {
      const number = dayNumberAt(requireInstant(instant));
      if (!isDayNumber(number)) throw invalidInstant(instant);
      return dayOfNumber(number);
    },
    startOfDay: (day) => firstInstantOf(requireDay(day, 'day'), offsets),
    endOfDay: (day) => firstInstantOf(requireDay(day, 'day') + 1, offsets),
    daysBetween: (from, to) => requireDay(to, 'to') - requireDay(from, 'from'),
    addDays(day, count) {
      const number = requireDay(day, 'day');
      requireInteger(count, 'count', FIRST_DAY_NUMBER - number, LAST_DAY_NUMBER - number);
      return dayOfNumber(number + count);
    },
    isWorkday(day) {
      requireDay(day, 'day');
      return isWorkdayOn(day, workdays);
    },
    addWorkdays: (day, count) => addWorkdaysTo(requireDay(day, 'day'), count, workdays),
    nextInDailyWindow: (instant, window) => nextInWindow(requireInstant(instant), window, offsets),
  };
}

function requireInstant(instant: Instant | EpochMillis): EpochMillis {
  const millis = typeof instant === 'number' ? instant : epochMillisOf(instant);
  if (millis === undefined || !isEpochMillis(millis)) throw invalidInstant(instant);
  return millis;
}

function invalidInstant(instant: Instant | EpochMillis): AftercareError {
  return new AftercareError([
    coreIssues.create('invalid_instant', ['instant'], { received: showValue(instant) }),
  ]);
}
