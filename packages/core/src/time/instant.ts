import { dayNumberOf, MILLISECONDS_A_DAY } from './dayNumber.js';

/**
 * A moment as ISO 8601 with seconds and an offset, `2026-02-28T09:30:00+08:00` or `2026-02-28T01:30:00.250Z`. Fractions
 * beyond milliseconds are cut off.
 */
export type Instant = string;

/** A moment as milliseconds since 1970-01-01T00:00:00Z: what figures are computed with. */
export type EpochMillis = number;

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * The milliseconds of an instant, or `undefined` if the text is no instant: no offset, a day that does not exist, an
 * hour 24, a second 60.
 *
 * @example
 * ```ts
 * import { epochMillisOf } from '@aftercare/core';
 *
 * epochMillisOf('1970-01-01T08:00:00+08:00'); // => 0
 * epochMillisOf('2026-02-28T09:30:00'); // => undefined
 * epochMillisOf('2026-02-29T09:30:00Z'); // => undefined
 * ```
 */
export function epochMillisOf(instant: Instant): EpochMillis | undefined {
  const match = INSTANT.exec(instant);
  if (match === null) return undefined;
  const [, day = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] =
    match;
  const dayNumber = dayNumberOf(day);
  const timeExists = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const offsetExists = Number(offsetHour) < 24 && Number(offsetMinute) < 60;
  if (dayNumber === undefined || !timeExists || !offsetExists) return undefined;
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  const timeOfDay = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000 + millis;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  return dayNumber * MILLISECONDS_A_DAY + timeOfDay - (sign === '-' ? -offset : offset);
}

/**
 * The text of a moment, in UTC.
 *
 * @example
 * ```ts
 * import { instantOf } from '@aftercare/core';
 *
 * instantOf(0); // => '1970-01-01T00:00:00.000Z'
 * ```
 */
export function instantOf(millis: EpochMillis): Instant {
  return new Date(millis).toISOString();
}
