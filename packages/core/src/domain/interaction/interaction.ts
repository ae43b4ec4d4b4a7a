import * as z from 'zod';
import { parseWith } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';
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

/**
 * Checks an unknown value as an {@link Interaction}.
 *
 * @example
 * ```ts
 * import { parseInteraction } from '@aftercare/core';
 *
 * const result = parseInteraction({ id: 'i-1', customerId: 'c-1', kind: 'like', at: '2026-03-05T21:00:00+08:00' });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['not_one_of', ['kind']]]
 * ```
 */
export function parseInteraction(input: unknown): CoreResult<Interaction> {
  return parseWith(coreIssues, interactionSchema, input);
}
