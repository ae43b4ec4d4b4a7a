import type { SnapshotOptions } from '@aftercare/core';
import { birthdayOccurrence } from './birthdayOccurrence.js';
import type { BirthdayPolicy } from './birthdayPolicy.js';
import type { LunarCalendar } from './lunarCalendar.js';

/** The options of `takeSnapshot` that say how birthdays are kept. */
export interface SnapshotBirthdays
  extends Required<Pick<SnapshotOptions, 'leapDayBirthday' | 'nextLunarBirthday'>> {}

/**
 * A birthday policy as options for `takeSnapshot`, so that its facts `isBirthday` and `daysUntilBirthday` agree with
 * {@link birthdayOccurrence}. Without a lunar calendar it is not known when lunar birthdays are.
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, takeSnapshot } from '@aftercare/core';
 * import * as china from '@aftercare/core/china';
 * import { defaultBirthdayPolicy, snapshotBirthdays } from '@aftercare/lifecycle';
 *
 * const log = createOrderLog({ currency: 'CNY', calendar: createShopCalendar({ timeZone: 'Asia/Shanghai' }) });
 * const snapshot = takeSnapshot(log, {
 *   asOf: '2026-09-20',
 *   customers: [{ id: 'ann', birthday: { calendar: 'lunar', month: 8, day: 15 } }],
 *   ...snapshotBirthdays(defaultBirthdayPolicy, china),
 * });
 * snapshot.facts('ann')?.daysUntilBirthday; // => 5
 * ```
 */
export function snapshotBirthdays(policy: BirthdayPolicy, lunar?: LunarCalendar): SnapshotBirthdays {
  return {
    leapDayBirthday: policy.leapDay,
    nextLunarBirthday: (birthday, onOrAfter) =>
      birthdayOccurrence({ calendar: 'lunar', ...birthday }, onOrAfter, policy, lunar)?.day,
  };
}
