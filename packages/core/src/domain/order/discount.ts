import * as z from 'zod';
import { positiveMoneySchema } from '../../money/index.js';
import { codeSchema } from '../identifier/identifier.js';

/** Schema of {@link Discount}. */
export const discountSchema = z.strictObject({
  amount: positiveMoneySchema.meta({ description: 'By how much it lowered the total.' }),
  code: codeSchema.exactOptional(),
  fundedBy: z
    .enum(['shop', 'platform'])
    .exactOptional()
    .meta({ description: 'Who bears it; absent: the shop.' }),
});

/** A reduction that an order's total already contains. */
export interface Discount extends z.infer<typeof discountSchema> {}
