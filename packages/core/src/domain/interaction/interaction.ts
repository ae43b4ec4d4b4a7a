import { z } from 'zod';
import { instantSchema } from '../../time/index.js';
import { identifierSchema } from '../identifier/identifier.js';

/** Schema of {@link Interaction}. */
export const interactionSchema = z.strictObject({
  id: identifierSchema,
  customerId: identifierSchema,
  kind: z.enum(['visit', 'share', 'referral', 'photo_review', 'message']),
  at: instantSchema,
});

/**
 * Something a customer did with the shop that is no purchase: visited it, shared an article, brought a new customer,
 * posted photos, wrote to it.
 */
export interface Interaction extends z.infer<typeof interactionSchema> {}
