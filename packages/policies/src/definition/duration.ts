import { codeSchema } from '@aftercare/core';
import * as z from 'zod';

/** Ten years: nothing after a sale takes as long, and instants end somewhere. */
const MOST_DAYS = 3653;

const elapsedSchema = z.union([
  z.strictObject({
    minutes: z
      .int()
      .min(1)
      .max(MOST_DAYS * 24 * 60),
  }),
  z.strictObject({
    hours: z
      .int()
      .min(1)
      .max(MOST_DAYS * 24),
  }),
]);

/**
 * Schema of {@link Duration}. `minutes` and `hours` are time elapsed. `days` and `workdays` are whole days of a named
 * calendar: `{ "days": 7 }` from any instant of day 0 ends with day 7, at the midnight that begins day 8. Of days that the calendar
 * does not know, Monday to Friday count as working days. At most ten years: 3653 days, or the hours and minutes of them.
 */
export const durationSchema = z.union([
  ...elapsedSchema.options,
  z.strictObject({
    days: z.int().min(0).max(MOST_DAYS),
    calendar: codeSchema,
    rollOver: z.boolean().exactOptional().meta({
      description: 'Whether a last day that is no working day moves to the next one. Default false.',
    }),
  }),
  z.strictObject({ workdays: z.int().min(0).max(MOST_DAYS), calendar: codeSchema }),
]);

/** How long something may take. */
export type Duration = Readonly<z.infer<typeof durationSchema>>;

/** Schema of {@link Elapsed}. */
export const elapsedDurationSchema = elapsedSchema;

/** A time that passes the same everywhere: minutes or hours. */
export type Elapsed = Readonly<z.infer<typeof elapsedSchema>>;
