export { afterQuietHours, defaultQuietHours, type QuietHours, quietHoursSchema } from './quietHours.js';
