import { type EpochMillis, type Instant, instantOf, type ShopCalendar } from '@aftercare/core';
import { type Duration, type Elapsed, workdaysFrom } from '../definition/index.js';
import type { Calendars } from './policy.js';

const MINUTE = 60_000;

/** The milliseconds of a time that passes the same everywhere. */
export function millisOf(duration: Elapsed): EpochMillis {
  return 'minutes' in duration ? duration.minutes * MINUTE : duration.hours * 60 * MINUTE;
}

/**
 * When a duration is over, as a function of when it began. Whole days end at the same instant for all instants of a day,
 * so the last answer is kept: telling it costs more than all the rest of a decision.
 */
export function compileDuration(duration: Duration, calendars: Calendars): (from: EpochMillis) => Instant {
  if (!('calendar' in duration)) {
    const millis = millisOf(duration);
    return (from) => instantOf(from + millis);
  }
  const calendar = calendars[duration.calendar];
  if (calendar === undefined)
    throw new RangeError(`No calendar "${duration.calendar}": loading has checked it.`);
  let known: { readonly day: number; readonly dueAt: Instant } | undefined;
  return (from) => {
    const day = calendar.dayNumberAt(from);
    if (known?.day !== day) known = { day, dueAt: instantOf(endOf(duration, calendar, from)) };
    return known.dueAt;
  };
}

function endOf(
  duration: Extract<Duration, { calendar: string }>,
  calendar: ShopCalendar,
  from: EpochMillis,
): EpochMillis {
  const first = calendar.dayAt(from);
  if ('workdays' in duration) return calendar.endOfDay(workdaysFrom(first, duration.workdays, calendar));
  const last = calendar.addDays(first, duration.days);
  return calendar.endOfDay(duration.rollOver === true ? workdaysFrom(last, 0, calendar) : last);
}
