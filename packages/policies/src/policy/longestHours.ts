import type { Duration } from '../definition/index.js';

/** No row of days off is longer: what working days, and a last day that rolls over, may add at most. */
const DAYS_OFF = 31;

/** So many hours a duration lasts at most, whenever it begins and whatever its calendar says. */
export function longestHours(duration: Duration): number {
  if ('minutes' in duration) return duration.minutes / 60;
  if ('hours' in duration) return duration.hours;
  const days =
    'workdays' in duration
      ? 2 * duration.workdays + DAYS_OFF
      : duration.days + (duration.rollOver === true ? DAYS_OFF : 0);
  // The rest of the day on which it begins, and the hour by which a day is longer when summer time ends.
  return 24 * (days + 1) + 1;
}
