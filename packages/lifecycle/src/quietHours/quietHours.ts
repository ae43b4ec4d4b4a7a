import { dailyWindowSchema, type EpochMillis, type Purpose, type ShopCalendar } from '@aftercare/core';
import * as z from 'zod';

/** Schema of {@link QuietHours}. */
export const quietHoursSchema = z
  .strictObject({ marketing: dailyWindowSchema.exactOptional(), service: dailyWindowSchema.exactOptional() })
  .meta({ description: 'By purpose, the hours in which nothing is sent. Absent: there are none.' });

/**
 * The hours of the night in which nobody is written to, by the purpose of the message: `[from, to)` on the customer's clock
 * on the wall, mostly over midnight. What falls into them waits for their end; nothing is dropped.
 */
export interface QuietHours extends z.infer<typeof quietHoursSchema> {}

/** Marketing rests from 21:00 to 09:00, service messages from 22:00 to 08:00. */
export const defaultQuietHours: QuietHours = {
  marketing: { from: '21:00', to: '09:00' },
  service: { from: '22:00', to: '08:00' },
};

/**
 * The first instant, not before the given one, that lies outside the quiet hours of a purpose: the instant itself if it
 * does already. Clock changes are followed: where the end of the night is skipped, it is the instant of the change.
 *
 * @param calendar - of the customer's time zone
 *
 * @example
 * ```ts
 * import { createShopCalendar, instantOf } from '@aftercare/core';
 * import { afterQuietHours, defaultQuietHours } from '@aftercare/lifecycle';
 *
 * const calendar = createShopCalendar({ timeZone: 'Europe/Berlin' });
 * const late = Date.parse('2026-03-28T22:30:00+01:00');
 * instantOf(afterQuietHours(late, 'marketing', defaultQuietHours, calendar)); // => '2026-03-29T07:00:00.000Z'
 * instantOf(afterQuietHours(late, 'service', defaultQuietHours, calendar)); // => '2026-03-29T06:00:00.000Z'
 * ```
 */
export function afterQuietHours(
  instant: EpochMillis,
  purpose: Purpose,
  quietHours: QuietHours,
  calendar: ShopCalendar,
): EpochMillis {
  const quiet = quietHours[purpose];
  return quiet === undefined
    ? instant
    : calendar.nextInDailyWindow(instant, { from: quiet.to, to: quiet.from });
}
