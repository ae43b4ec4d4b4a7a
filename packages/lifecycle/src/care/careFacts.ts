import { customerFactsSchema, fact } from '@aftercare/core';
import { defineFacts } from '@aftercare/rules';
import * as z from 'zod';
import { stageSchema } from '../stages/index.js';

/** Schema of {@link CareFacts}: the customer's facts, and what the care policy and the history add to them. */
export const careFactsSchema = customerFactsSchema.extend({
  stage: fact(stageSchema, {
    description: "The customer's stage by the care policy.",
    changes: 'with_day',
  }),
  daysSinceAnchor: fact(z.int().min(0).nullable(), {
    description:
      'Days since the last purchase was paid, or was signed for, whichever the care policy anchors to; null before that.',
    unit: 'days',
    changes: 'with_day',
  }),
  awaitingDelivery: fact(z.boolean(), {
    description:
      'Whether the last purchase has not been signed for yet. Always false where deliveries are not recorded.',
    changes: 'on_event',
  }),
  daysSinceSent: fact(z.record(z.string(), z.int().min(0)), {
    description:
      'By the name of a care rule: days since an action of it was last sent to the customer. Rules that never reached the customer are not in it.',
    unit: 'days',
    changes: 'with_day',
  }),
});

/** What care rules see of a customer. */
export interface CareFacts extends Readonly<z.infer<typeof careFactsSchema>> {}

/** The facts that care rules may speak of. */
export const careFacts = defineFacts(careFactsSchema);
