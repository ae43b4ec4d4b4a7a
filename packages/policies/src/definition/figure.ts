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
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { figureSchema } from '@aftercare/policies';
 *
 * const days = figureSchema(z.int().min(1));
 * days.parse({ value: 7, asOf: '2026-03-02', source: 'Law on Consumer Rights, Art. 25' }).value; // => 7
 * ```
 */
export function figureSchema<Schema extends z.ZodType>(
  value: Schema,
): z.ZodObject<{ value: Schema } & typeof basisSchema.shape, z.core.$strict> {
  return basisSchema.extend({ value });
}
