import { twoDigits } from './digits.js';

/** A time on the wall clock, `09:30`, from `00:00` to `23:59`. */
export type TimeOfDay = string;

const COLON = ':'.charCodeAt(0);

/**
 * The minutes from midnight to a time of day on the clock, or `undefined` if the text is no such time.
 *
 * @example
 * ```ts
 * import { minutesOfDay } from '@aftercare/core';
 *
 * minutesOfDay('09:30'); // => 570
 * minutesOfDay('24:00'); // => undefined
 * ```
 */
export function minutesOfDay(time: TimeOfDay): number | undefined {
  if (typeof time !== 'string' || time.length !== 5) return undefined;
  const minutes = minutesAt(time, 0);
  return Number.isNaN(minutes) ? undefined : minutes;
}

/** The minutes of the time of day that stands at a place of a text; NaN if none does. */
export function minutesAt(text: string, at: number): number {
  const hour = twoDigits(text, at);
  const minute = twoDigits(text, at + 3);
  return text.charCodeAt(at + 2) === COLON && hour < 24 && minute < 60 ? hour * 60 + minute : Number.NaN;
}
