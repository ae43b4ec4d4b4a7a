import * as z from 'zod';
import { positiveMoneySchema } from '../../money/index.js';
import { instantSchema } from '../../time/index.js';
import { codeSchema, identifierSchema } from '../identifier/identifier.js';

/** Schema of {@link Refund}. */
export const refundSchema = z.strictObject({
  id: identifierSchema,
  amount: positiveMoneySchema,
  refundedAt: instantSchema.meta({ description: 'When the money went back.' }),
  lineId: identifierSchema
    .exactOptional()
    .meta({ description: 'The order line it is for; absent: the whole order.' }),
  reason: codeSchema.exactOptional(),
});

/** Money that went back to the customer for an order. Refunds that were only promised are none. */
export interface Refund extends z.infer<typeof refundSchema> {}
