import { codeSchema, identifierSchema, moneySchema } from '@aftercare/core';
import * as z from 'zod';

/** Effects by which several policies tell people of a case: a superior, the customer, staff. */
export const staffEffects = {
  request_approval: {
    params: z
      .strictObject({
        role: codeSchema.meta({ description: 'The lowest role that can approve it.' }),
        amount: moneySchema.meta({ description: 'What is asked for.' }),
      })
      .meta({ description: 'Tell a superior that the case waits for their decision.' }),
    outcome: 'noted',
  },
  notify_customer: {
    params: z
      .strictObject({
        customerId: identifierSchema.meta({ description: 'The customer.' }),
        template: codeSchema.meta({ description: 'Which message; its words are the host’s.' }),
      })
      .meta({ description: 'Write to the customer.' }),
    outcome: 'noted',
  },
  create_task: {
    params: z
      .strictObject({
        role: codeSchema.meta({ description: 'Whose task it is: this role’s or a higher one’s.' }),
        task: codeSchema.meta({ description: 'What is to be done.' }),
      })
      .meta({ description: 'Give staff a task.' }),
    outcome: 'noted',
  },
} as const;
