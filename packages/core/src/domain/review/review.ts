import * as z from 'zod';
import { parseWith } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';
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

/**
 * Checks an unknown value as a {@link Review}.
 *
 * @example
 * ```ts
 * import { parseReview } from '@aftercare/core';
 *
 * const result = parseReview({ id: 'r-1', customerId: 'c-1', rating: 6, at: '2026-03-05T21:00:00+08:00' });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['out_of_range', ['rating']]]
 * ```
 */
export function parseReview(input: unknown): CoreResult<Review> {
  return parseWith(coreIssues, reviewSchema, input);
}
