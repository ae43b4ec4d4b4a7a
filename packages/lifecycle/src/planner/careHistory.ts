import { instantSchema } from '@aftercare/core';
import * as z from 'zod';

/** Schema of {@link CareHistoryEntry}. */
export const careHistoryEntrySchema = z.strictObject({
  actionId: z.string().min(1).meta({ description: 'The id of the action, as the planner gave it.' }),
  rule: z.string().min(1).meta({ description: 'The rule that it came from.' }),
  status: z.enum(['planned', 'sent', 'failed', 'withdrawn']),
  at: instantSchema.meta({ description: 'When it was so.' }),
});

/** What happened to an earlier action of a customer. An action can have several entries: planned, then sent. */
export interface CareHistoryEntry extends z.infer<typeof careHistoryEntrySchema> {}
