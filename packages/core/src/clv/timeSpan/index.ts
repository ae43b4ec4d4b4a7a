export { DAYS_OF_UNIT, daysOfSpan, requireTimeUnit, type TimeSpan, type TimeUnit } from './timeSpan.js';
