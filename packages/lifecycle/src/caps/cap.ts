import { codeSchema, customIssue, daySchema, purposeSchema } from '@aftercare/core';
import * as z from 'zod';

/** Schema of {@link Cap}. */
export const capSchema = z.strictObject({
  purpose: purposeSchema,
  channel: codeSchema
    .exactOptional()
    .meta({ description: 'The channel whose messages count. Absent: those of all channels together.' }),
  most: z.int().min(0).max(1000).meta({ description: 'How many messages at most; 0 forbids them.' }),
  withinDays: z.int().min(1).max(366).meta({
    description: 'The length of the rolling window, in days of 24 hours.',
  }),
});

/**
 * At most so many messages of a purpose to one customer in any stretch of so many days. The window rolls: it is `[t, t +
 * withinDays x 24 hours)` for every instant t, so a message exactly three days after another is not "within 3 days" of it.
 */
export interface Cap extends z.infer<typeof capSchema> {}

const widenedSchema = z
  .strictObject({
    from: daySchema.meta({ description: 'The first shop day on which these caps hold.' }),
    to: daySchema.meta({ description: 'The shop day on which the usual caps hold again.' }),
    caps: z.array(capSchema),
  })
  .check((context) => {
    const { from, to } = context.value;
    if (from < to) return;
    context.issues.push({
      code: 'custom',
      input: to,
      path: ['to'],
      params: customIssue('empty_period', { from, to }),
    });
  });

/** Schema of {@link CapPolicy}. */
export const capPolicySchema = z.strictObject({
  usual: z.array(capSchema).meta({ description: 'Empty: no caps.' }),
  widened: z.array(widenedSchema).meta({
    description: 'Other caps for periods such as a big sale; where periods overlap, the first one holds.',
  }),
});

/** How often customers are written to at most, and when for a while more often. */
export interface CapPolicy extends z.infer<typeof capPolicySchema> {}

/** Marketing: once in 3 days, 4 times in 30 days, on all channels together. Service messages are not counted. */
export const defaultCapPolicy: CapPolicy = {
  usual: [
    { purpose: 'marketing', most: 1, withinDays: 3 },
    { purpose: 'marketing', most: 4, withinDays: 30 },
  ],
  widened: [],
};
