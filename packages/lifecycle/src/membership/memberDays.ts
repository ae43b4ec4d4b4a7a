import { type Day, dateOfDayNumber, dayNumberOfDate, daysInMonth } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import type { MembershipProgram } from './membershipProgram.js';

/**
 * Whether a day is a member day (会员日). Member day 31 is the last day of a month that has fewer days.
 *
 * @throws `AftercareError` `invalid_day`
 *
 * @example
 * ```ts
 * import { isMemberDay } from '@aftercare/lifecycle';
 *
 * isMemberDay({ memberDays: [8, 31] }, '2026-04-30'); // => true
 * isMemberDay({ memberDays: [8, 31] }, '2026-05-30'); // => false
 * ```
 */
export function isMemberDay(program: Pick<MembershipProgram, 'memberDays'>, day: Day): boolean {
  return daysUntilMemberDay(program, day) === 0;
}

/**
 * Days until the next member day, 0 on it; null for a programme without any.
 *
 * @throws `AftercareError` `invalid_day`
 *
 * @example
 * ```ts
 * import { daysUntilMemberDay } from '@aftercare/lifecycle';
 *
 * daysUntilMemberDay({ memberDays: [8] }, '2026-02-09'); // => 27
 * daysUntilMemberDay({ memberDays: [] }, '2026-02-09'); // => null
 * ```
 */
export function daysUntilMemberDay(
  { memberDays }: Pick<MembershipProgram, 'memberDays'>,
  today: Day,
): number | null {
  const number = requireDay(today, 'today');
  const { year, month } = dateOfDayNumber(number);
  // A member day that is over in this month comes again in the next, so two months hold the next one.
  const coming = [month, month + 1]
    .flatMap((ofMonth) => memberDays.map((day) => memberDayOfMonth(year, ofMonth, day)))
    .filter((day) => day >= number);
  return coming.length === 0 ? null : Math.min(...coming) - number;
}

function memberDayOfMonth(year: number, month: number, day: number): number {
  const length = month > 12 ? daysInMonth(year + 1, month - 12) : daysInMonth(year, month);
  return dayNumberOfDate(year, month, Math.min(day, length));
}
