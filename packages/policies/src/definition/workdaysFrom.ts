import { type Day, mondayToFriday, type ShopCalendar } from '@aftercare/core';

/**
 * The working day that is so many after a day; for 0 the day itself, or the next working day where it is none. Of days that
 * the calendar does not know, Monday to Friday count. China's working days of a year are published in the last weeks
 * of the year before: until then a deadline must end sometime, and a payment that has been made must be taken down.
 *
 * @param count - 0 or more
 */
export function workdaysFrom(day: Day, count: number, calendar: ShopCalendar): Day {
  const exact = calendar.addWorkdays(day, count);
  if (exact.ok) return exact.value;
  let at = day;
  if (count === 0) {
    while (!isWorkday(at, calendar)) at = calendar.addDays(at, 1);
    return at;
  }
  for (let left = count; left > 0; ) {
    at = calendar.addDays(at, 1);
    if (isWorkday(at, calendar)) left--;
  }
  return at;
}

function isWorkday(day: Day, calendar: ShopCalendar): boolean {
  const known = calendar.isWorkday(day);
  return known.ok ? known.value : mondayToFriday.isWorkday(day) === true;
}
