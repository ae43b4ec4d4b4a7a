import { daySchema } from '@aftercare/core';
import * as z from 'zod';

/** Schema of where a figure comes from: for people, it decides nothing. */
export const basisSchema = z.strictObject({
  asOf: daySchema.meta({ description: 'The day on which the figure was last checked.' }),
  source: z
    .string()
    .min(1)
    .meta({ description: 'Where it comes from; "a default of ours" where it does not.' }),
  note: z.string().min(1).exactOptional(),
});

/**
 * Schema of a figure that comes from somewhere and may change: its value with the day on which it was looked up, where,
 * and what to know about it. Only the value decides anything.
 */
export function figureSchema<Schema extends z.ZodType>(
  value: Schema,
): z.ZodObject<{ value: Schema } & typeof basisSchema.shape, z.core.$strict> {
  return basisSchema.extend({ value });
}
