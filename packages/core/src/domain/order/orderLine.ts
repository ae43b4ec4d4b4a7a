import * as z from 'zod';
import { nonNegativeMoneySchema } from '../../money/index.js';
import { identifierSchema } from '../identifier/identifier.js';

/** Schema of {@link OrderLine}. */
export const orderLineSchema = z.strictObject({
  id: identifierSchema
    .exactOptional()
    .meta({ description: 'The line within its order, if refunds refer to it.' }),
  sku: identifierSchema.meta({ description: 'The article as sold: two sizes are two SKUs.' }),
  quantity: z.int().min(1).meta({ description: 'Pieces.' }),
  amount: nonNegativeMoneySchema.meta({ description: 'What the customer pays for all pieces of this line.' }),
});

/** One article of an order. */
export interface OrderLine extends z.infer<typeof orderLineSchema> {}
