import { epochMillisOf, type Instant, instantOf, type ShopCalendar } from '@aftercare/core';
import * as z from 'zod';
import { workdaysFrom } from '../../definition/index.js';

/**
 * Schema of {@link ReturnWindow}. `days` are whole days of the shop's calendar, the day of delivery not counted; `hours`
 * pass from the delivery itself or from the midnight after it, as platforms differ.
 */
export const returnWindowSchema = z.union([
  z.strictObject({
    days: z.int().min(0),
    rollOver: z.boolean().exactOptional().meta({
      description: 'Whether a last day that is no working day moves to the next one. Default false.',
    }),
  }),
  z.strictObject({ hours: z.int().min(1), from: z.enum(['delivery', 'next_midnight']) }),
]);

/** How long after delivery a customer may ask for something. */
export type ReturnWindow = Readonly<z.infer<typeof returnWindowSchema>>;

/**
 * The end (excluded) of the time in which a customer may ask to return something. It bounds the request and not the
 * parcel, which may arrive later. China's seven days begin at 00:00 of the day after delivery, so they end with the
 * seventh day after it; some platforms count 168 hours from the delivery instead, which is less. Where a last day rolls over
 * and the calendar does not know it, Monday to Friday count as working days.
 *
 * @param delivered - when the customer had the goods
 * @throws `AftercareError` `invalid_instant`
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 * import { returnWindowEnd } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const delivered = '2026-03-02T09:30:00+08:00';
 * returnWindowEnd(delivered, { days: 7 }, calendar); // => '2026-03-09T16:00:00.000Z'
 * returnWindowEnd(delivered, { hours: 168, from: 'delivery' }, calendar); // => '2026-03-09T01:30:00.000Z'
 * ```
 */
export function returnWindowEnd(delivered: Instant, window: ReturnWindow, calendar: ShopCalendar): Instant {
  const day = calendar.dayAt(delivered);
  if ('hours' in window) {
    // The calendar has found the instant to be one.
    const from = window.from === 'delivery' ? (epochMillisOf(delivered) ?? 0) : calendar.endOfDay(day);
    return instantOf(from + window.hours * HOUR);
  }
  const last = calendar.addDays(day, window.days);
  return instantOf(calendar.endOfDay(window.rollOver === true ? workdaysFrom(last, 0, calendar) : last));
}

const HOUR = 3_600_000;
