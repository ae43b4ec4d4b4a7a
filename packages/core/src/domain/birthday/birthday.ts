import { z } from 'zod';

/**
 * Schema of a birthday as a customer states it: month and day, in the solar (Gregorian) or the lunar (Chinese) calendar.
 * Whether 29 February or a leap month comes round in a given year is decided by policy, later.
 */
export const birthdaySchema = z.discriminatedUnion('calendar', [
  z.strictObject({
    calendar: z.literal('solar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    year: z.int().min(1900).max(2199).exactOptional(),
  }),
  z.strictObject({
    calendar: z.literal('lunar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(30),
    leapMonth: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Whether the month is the leap month of its number.' }),
    year: z.int().min(1900).max(2199).exactOptional(),
  }),
]);

/** A birthday as a customer states it. */
export type Birthday = z.infer<typeof birthdaySchema>;
