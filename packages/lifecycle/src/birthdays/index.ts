export { type BirthdayOccurrence, birthdayInYear, birthdayOccurrence } from './birthdayOccurrence.js';
export {
  type BirthdayPolicy,
  birthdayPolicySchema,
  defaultBirthdayPolicy,
  parseBirthdayPolicy,
} from './birthdayPolicy.js';
export { isInCoolOff } from './coolOff.js';
export type { LunarCalendar } from './lunarCalendar.js';
export { type SnapshotBirthdays, snapshotBirthdays } from './snapshotBirthdays.js';
