import * as z from 'zod';
import { customIssue, showValue } from '../foundation/index.js';
import { dayNumberOf } from './dayNumber.js';
import { epochMillisOf } from './instant.js';
import { minutesOfDay } from './timeOfDay.js';
import { isTimeZone } from './timeZone.js';

/** Schema of an {@link Instant}: ISO 8601 with an offset. */
export const instantSchema = z
  .string()
  .check((context) => {
    if (epochMillisOf(context.value) !== undefined) return;
    const details = { received: showValue(context.value) };
    context.issues.push({
      code: 'custom',
      input: context.value,
      params: customIssue('invalid_instant', details),
    });
  })
  .meta({ format: 'date-time', description: 'A moment, ISO 8601 with an offset.' });

/** Schema of a {@link Day}: an existing calendar day, `2026-02-28`. */
export const daySchema = z
  .string()
  .check((context) => {
    if (dayNumberOf(context.value) !== undefined) return;
    const details = { received: showValue(context.value) };
    context.issues.push({
      code: 'custom',
      input: context.value,
      params: customIssue('invalid_day', details),
    });
  })
  .meta({ format: 'date', description: 'A calendar day of the shop.' });

/** Schema of a {@link TimeOfDay}: from 00:00 to 23:59. */
export const timeOfDaySchema = z
  .string()
  .check((context) => {
    if (minutesOfDay(context.value) !== undefined) return;
    const details = { received: showValue(context.value) };
    context.issues.push({
      code: 'custom',
      input: context.value,
      params: customIssue('invalid_time_of_day', details),
    });
  })
  .meta({ description: 'A time on the wall clock, from 00:00 to 23:59.' });

/** Schema of an IANA time zone name, checked against the time zone data of the machine. */
export const timeZoneSchema = z
  .string()
  .check((context) => {
    if (isTimeZone(context.value)) return;
    const details = { timeZone: showValue(context.value) };
    context.issues.push({
      code: 'custom',
      input: context.value,
      params: customIssue('unknown_time_zone', details),
    });
  })
  .meta({ description: 'An IANA time zone name, such as Asia/Shanghai.' });
