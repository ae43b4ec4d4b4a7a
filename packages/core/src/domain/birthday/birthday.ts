import * as z from 'zod';
import { customIssue } from '../../foundation/index.js';
import { daysInMonth } from '../../time/index.js';

const yearSchema = z.int().min(1900).max(2199);

/** A leap year, for a birthday that says no year: 29 February exists in some. */
const SOME_LEAP_YEAR = 2000;

const solarBirthdaySchema = z
  .strictObject({
    calendar: z.literal('solar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    year: yearSchema.exactOptional(),
  })
  .check((context) => {
    const { year = SOME_LEAP_YEAR, month, day } = context.value;
    // A month that does not exist has an issue of its own already.
    const maximum = month >= 1 && month <= 12 ? daysInMonth(year, month) : 31;
    if (day <= maximum || day > 31) return;
    const range = { measure: 'value', received: String(day), minimum: 1, maximum, inclusive: true };
    context.issues.push({
      code: 'custom',
      input: day,
      path: ['day'],
      params: customIssue('out_of_range', range),
    });
  });

const lunarBirthdaySchema = z.strictObject({
  calendar: z.literal('lunar'),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(30),
  leapMonth: z
    .boolean()
    .exactOptional()
    .meta({ description: 'Whether the month is the leap month of its number.' }),
  year: yearSchema.exactOptional(),
});

/**
 * Schema of a birthday as a customer states it: month and day, in the solar (Gregorian) or the lunar (Chinese) calendar,
 * with the year (1900 to 2199, both included; of a lunar birthday the lunar year) where the customer told it.
 *
 * A solar birthday exists in its year, or without a year in some year: 29 February is one, 30 February is none. Of a lunar
 * one only the numbers are checked, since which months have 30 days or are leap months takes tables. When a birthday is
 * kept in a year that does not have it is decided by policy, later.
 */
export const birthdaySchema = z.discriminatedUnion('calendar', [solarBirthdaySchema, lunarBirthdaySchema]);

/** A birthday as a customer states it. */
export type Birthday = z.infer<typeof birthdaySchema>;
