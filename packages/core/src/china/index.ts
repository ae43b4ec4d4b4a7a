export { chinaWorkdays } from './chinaWorkdays.js';
export {
  type LunarDate,
  type LunarMonthOfYear,
  leapMonthOf,
  lunarDateOf,
  lunarMonthLength,
  solarDayOf,
} from './lunarDate.js';
export { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from './lunarYear.js';
