export {
  type Day,
  dayNumberOf,
  dayOfNumber,
  FIRST_DAY_NUMBER,
  isDayNumber,
  LAST_DAY_NUMBER,
  MILLISECONDS_A_DAY,
} from './dayNumber.js';
export {
  type CalendarDate,
  type DayNumber,
  dateOfDayNumber,
  dayNumberOfDate,
  daysInMonth,
  weekdayOfNumber,
} from './gregorian.js';
export { type EpochMillis, epochMillisOf, type Instant, instantOf, isEpochMillis } from './instant.js';
export { addMonths, startOfMonth, startOfYear } from './months.js';
export { daySchema, instantSchema, timeOfDaySchema, timeZoneSchema } from './schemas.js';
export { minutesOfDay, type TimeOfDay } from './timeOfDay.js';
export { isTimeZone } from './timeZone.js';
