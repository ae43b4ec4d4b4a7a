import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import {
  dayNumberAtStartOf,
  dayOfNumber,
  FIRST_DAY_NUMBER,
  LAST_DAY_NUMBER,
  MILLISECONDS_A_DAY,
} from './dayNumber.js';
import { digit, TWO_DIGITS, twoDigits } from './digits.js';
import { minutesAt } from './timeOfDay.js';

/**
 * A moment as ISO 8601 with an offset, `2026-02-28T09:30:00+08:00` or `2026-02-28T01:30:00.250Z`. Seconds may be left
 * out; of up to nine digits of a fraction, those beyond milliseconds are cut off.
 */
export type Instant = string;

/** A moment as milliseconds since 1970-01-01T00:00:00Z: what figures are computed with. */
export type EpochMillis = number;

const FIRST_MILLIS = FIRST_DAY_NUMBER * MILLISECONDS_A_DAY;
const END_MILLIS = (LAST_DAY_NUMBER + 1) * MILLISECONDS_A_DAY;

const COLON = ':'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const PLUS = '+'.charCodeAt(0);
const MINUS = '-'.charCodeAt(0);
const LETTER_T = 'T'.charCodeAt(0);
const LETTER_Z = 'Z'.charCodeAt(0);

/**
 * The milliseconds of an instant, or `undefined` if the text is no instant: no offset, a day that does not exist, an
 * hour 24, a second 60, lower-case letters.
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
  if (typeof instant !== 'string') return undefined;
  const dayNumber = dayNumberAtStartOf(instant);
  if (dayNumber === undefined || instant.charCodeAt(10) !== LETTER_T) return undefined;
  const minutes = minutesAt(instant, 11);
  let seconds = 0;
  let millis = 0;
  let end = 16;
  if (instant.charCodeAt(16) === COLON) {
    seconds = twoDigits(instant, 17);
    end = 19;
    if (instant.charCodeAt(19) === POINT) {
      end = endOfFraction(instant, 20);
      millis = millisOfFraction(instant, 20, end);
    }
  }
  const offsetMinutes = offsetMinutesAt(instant, end);
  // A part that is missing or no number is NaN, for which no comparison holds.
  if (!(seconds < 60)) return undefined;
  const moment =
    dayNumber * MILLISECONDS_A_DAY + (minutes - offsetMinutes) * 60_000 + seconds * 1000 + millis;
  return Number.isNaN(moment) ? undefined : moment;
}

/** The minutes of the offset that a text ends with from a place on; NaN if that is no offset. */
function offsetMinutesAt(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z && text.length === at + 1) return 0;
  if (text.length !== at + 6) return Number.NaN;
  if (sign === PLUS) return minutesAt(text, at + 1);
  return sign === MINUS ? -minutesAt(text, at + 1) : Number.NaN;
}

function endOfFraction(text: string, start: number): number {
  let end = start;
  while (end < start + 9 && digit(text, end) >= 0) end++;
  return end;
}

/** The milliseconds of a fraction of a second; NaN if it has no digit. */
function millisOfFraction(text: string, start: number, end: number): number {
  const tenths = digit(text, start) * 100;
  const hundredths = start + 1 < end ? digit(text, start + 1) * 10 : 0;
  const thousandths = start + 2 < end ? digit(text, start + 2) : 0;
  return tenths + hundredths + thousandths;
}

/**
 * The text of a moment, in UTC with milliseconds.
 *
 * @param millis - in the years 0001 to 9999 of UTC; a fraction of a millisecond is cut off
 * @throws {@link AftercareError} `invalid_instant` for a moment outside these years, and for NaN
 *
 * @example
 * ```ts
 * import { instantOf } from '@aftercare/core';
 *
 * instantOf(0); // => '1970-01-01T00:00:00.000Z'
 * ```
 */
export function instantOf(millis: EpochMillis): Instant {
  if (!isEpochMillis(millis)) {
    throw new AftercareError([
      coreIssues.create('invalid_instant', ['millis'], { received: showValue(millis) }),
    ]);
  }
  // Not by `Date`, which costs twice as much.
  const whole = Math.trunc(millis);
  const dayNumber = Math.floor(whole / MILLISECONDS_A_DAY);
  const ofDay = whole - dayNumber * MILLISECONDS_A_DAY;
  const hour = TWO_DIGITS[Math.floor(ofDay / 3_600_000)];
  const minute = TWO_DIGITS[Math.floor(ofDay / 60_000) % 60];
  const second = TWO_DIGITS[Math.floor(ofDay / 1000) % 60];
  const millisOfSecond = ofDay % 1000;
  const fraction = `${Math.floor(millisOfSecond / 100)}${TWO_DIGITS[millisOfSecond % 100]}`;
  return `${dayOfNumber(dayNumber)}T${hour}:${minute}:${second}.${fraction}Z`;
}

/** Whether a number of milliseconds lies in the years 0001 to 9999 of UTC. */
export function isEpochMillis(millis: number): boolean {
  return millis >= FIRST_MILLIS && millis < END_MILLIS;
}
