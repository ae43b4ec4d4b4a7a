import * as z from 'zod';
import { stageSchema } from './stage.js';

/** Schema of customers by their number of purchases (days merged), half-open: `{ from: 1, to: 2 }` is exactly one. */
const purchaseBandSchema = z.strictObject({ from: z.int().min(1), to: z.int().min(2).exactOptional() });

/** Schema of {@link StageWindow}. */
export const stageWindowSchema = z.strictObject({
  stage: stageSchema.exclude(['prospect']),
  purchases: purchaseBandSchema.meta({ description: 'Whom it is for, half-open; without `to`: or more.' }),
  days: z
    .strictObject({ from: z.int().min(0), to: z.int().min(1).exactOptional() })
    .exactOptional()
    .meta({ description: 'Shop days since the last purchase, half-open; without `to`: for ever.' }),
  cycles: z
    .strictObject({ from: z.number().min(0), to: z.number().positive().exactOptional() })
    .exactOptional()
    .meta({
      description: "The same in multiples of the customer's own repurchase cycle, instead of `days`.",
    }),
});

/** For customers with so many purchases, the time since the last one that makes up a stage. */
export interface StageWindow extends z.infer<typeof stageWindowSchema> {}
