import * as z from 'zod';
import { HOLDOUT_BUCKETS, holdoutBucket } from './holdoutBucket.js';

/** Schema of {@link HoldoutPolicy}. */
export const holdoutPolicySchema = z.strictObject({
  salt: z.string().min(1).meta({
    description: 'Decides who is in the control group. Another salt draws all lots anew.',
  }),
  buckets: z.int().min(0).max(HOLDOUT_BUCKETS).meta({
    description:
      'The size of the control group in hundredths of a percent: 500 is 5 %, 0 nobody, 10,000 all.',
  }),
});

/**
 * Who hears nothing so that the shop can see what its care is worth: a control group, drawn by a salted hash of the customer
 * id. A larger group with the same salt contains the smaller one.
 */
export interface HoldoutPolicy extends z.infer<typeof holdoutPolicySchema> {}

/** No control group. */
export const defaultHoldoutPolicy: HoldoutPolicy = { salt: 'aftercare', buckets: 0 };

/**
 * Whether a customer belongs to the control group: their {@link holdoutBucket} is below `buckets`.
 *
 * @param rule - the name of a care rule, for the control group of that rule alone; absent: the global control group
 *
 * @throws `AftercareError` `not_json` for an id that is no well-formed text.
 *
 * @example
 * ```ts
 * import { isHeldOut } from '@aftercare/lifecycle';
 *
 * const policy = { salt: 'aftercare', buckets: 500 };
 * isHeldOut(policy, 'c-1'); // => false
 * isHeldOut(policy, 'c-1', 'birthday_coupon'); // => true
 * ```
 */
export function isHeldOut({ salt, buckets }: HoldoutPolicy, customerId: string, rule?: string): boolean {
  // Most shops hold nobody out most of the time, and a hash costs more than the rest of a decision.
  if (buckets === 0) return false;
  return holdoutBucket(salt, customerId, rule) < buckets;
}
