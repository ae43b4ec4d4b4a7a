export { type DailyWindow, dailyWindowSchema } from './dailyWindow.js';
export { createShopCalendar, type ShopCalendar, type ShopCalendarOptions } from './shopCalendar.js';
export {
  createWorkdayCalendar,
  parseWorkdayList,
  type WorkdayList,
  workdayListSchema,
} from './workdayList.js';
export { mondayToFriday, type WorkdayCalendar } from './workdays.js';
