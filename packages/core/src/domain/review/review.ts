import { z } from 'zod';
import { instantSchema } from '../../time/index.js';
import { identifierSchema } from '../identifier/identifier.js';

/** Schema of {@link Review}. */
export const reviewSchema = z.strictObject({
  id: identifierSchema,
  customerId: identifierSchema,
  orderId: identifierSchema.exactOptional(),
  sku: identifierSchema.exactOptional(),
  rating: z.int().min(1).max(5).meta({ description: 'Stars, 5 is best.' }),
  at: instantSchema,
});

/** What a customer publicly said of a purchase. */
export interface Review extends z.infer<typeof reviewSchema> {}
