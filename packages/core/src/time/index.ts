export {
  type Day,
  type DayNumber,
  dayNumberOf,
  dayNumberOfDate,
  dayOfNumber,
  MILLISECONDS_A_DAY,
} from './dayNumber.js';
export { type EpochMillis, epochMillisOf, type Instant, instantOf } from './instant.js';
export { daySchema, instantSchema, isTimeZone, timeZoneSchema } from './schemas.js';
