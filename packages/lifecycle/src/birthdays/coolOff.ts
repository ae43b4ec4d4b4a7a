import type { Day } from '@aftercare/core';
import type { BirthdayPolicy } from './birthdayPolicy.js';
import { requireDay } from './requireDay.js';

/**
 * Whether a birthday was changed so lately that the new one earns nothing yet, so that nobody has a birthday whenever a
 * coupon would be welcome. It begins on the day of the change and has the length of `coolOffDays`: 365 days after the
 * change it is over. A change dated after today, by another clock or zone, counts as made today.
 *
 * To tell a birthday for the first time is no change.
 *
 * @param changedDay - when the birthday was changed last
 * @param today - in the same time zone
 * @throws `AftercareError` `invalid_day`
 *
 * @example
 * ```ts
 * import { defaultBirthdayPolicy, isInCoolOff } from '@aftercare/lifecycle';
 *
 * isInCoolOff('2026-03-01', '2027-02-28', defaultBirthdayPolicy); // => true
 * isInCoolOff('2026-03-01', '2027-03-01', defaultBirthdayPolicy); // => false
 * ```
 */
export function isInCoolOff(changedDay: Day, today: Day, { coolOffDays }: BirthdayPolicy): boolean {
  const days = requireDay(today, 'today') - requireDay(changedDay, 'changedDay');
  return Math.max(days, 0) < coolOffDays;
}
