import { AftercareError, fail, ok, showValue } from '../foundation/index.js';
import { type CoreResult, coreIssues } from '../issues/index.js';
import {
  type Day,
  type DayNumber,
  dayOfNumber,
  FIRST_DAY_NUMBER,
  isDayNumber,
  LAST_DAY_NUMBER,
} from '../time/index.js';
import { requireInteger } from '../time/requireInteger.js';
import type { WorkdayCalendar } from './workdays.js';

/** Between the first day of the year 0001 and the last of 9999 there are no more working days than days. */
const MOST_WORKDAYS = LAST_DAY_NUMBER - FIRST_DAY_NUMBER;

/** Whether a day is a working day, or the issue that the calendar does not know. */
export function isWorkdayOn(day: Day, workdays: WorkdayCalendar): CoreResult<boolean> {
  const answer = workdays.isWorkday(day);
  return answer === undefined ? unknown(day, workdays) : ok(answer);
}

/** The working day that lies a number of working days after a day, as `ShopCalendar.addWorkdays` defines it. */
export function addWorkdaysTo(number: DayNumber, count: number, workdays: WorkdayCalendar): CoreResult<Day> {
  requireInteger(count, 'count', -MOST_WORKDAYS, MOST_WORKDAYS);
  const step = count < 0 ? -1 : 1;
  // Nought working days after a day is the first one that is not before it: the day itself may count.
  let current = count === 0 ? number : number + step;
  let left = Math.max(Math.abs(count), 1);
  while (isDayNumber(current)) {
    const day = dayOfNumber(current);
    const answer = workdays.isWorkday(day);
    if (answer === undefined) return unknown(day, workdays);
    if (answer) left--;
    if (left === 0) return ok(day);
    current += step;
  }
  const reached = { measure: 'value' as const, received: showValue(count), inclusive: true };
  const details =
    step < 0 ? { ...reached, minimum: count + left } : { ...reached, maximum: Math.abs(count) - left };
  throw new AftercareError([coreIssues.create('out_of_range', ['count'], details)]);
}

function unknown(day: Day, workdays: WorkdayCalendar): CoreResult<never> {
  const { firstKnownDay: knownFrom, lastKnownDay: knownTo } = workdays;
  return fail(coreIssues.create('workday_unknown', ['day'], { day, knownFrom, knownTo }));
}
