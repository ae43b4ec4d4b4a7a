import { parseWith } from '@aftercare/core';
import * as z from 'zod';
import { customLifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { defaultStagePolicy, stagePolicySchema } from '../stages/index.js';

/** Schema of {@link CarePolicy}. */
export const carePolicySchema = z
  .strictObject({
    stages: stagePolicySchema,
    anchor: z
      .enum(['payment', 'delivery'])
      .meta({ description: 'From when the days of `daysSinceAnchor` count.' }),
    deliveriesRecorded: z.boolean().meta({
      description:
        'Whether orders carry `signedAt` once delivered. If not, nobody is ever taken to be waiting for a parcel.',
    }),
  })
  .check((context) => {
    const { anchor, deliveriesRecorded } = context.value;
    if (anchor === 'payment' || deliveriesRecorded) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: ['anchor'],
      params: customLifecycleIssue('anchor_not_recorded', {}),
    });
  });

/** How a shop's care is set up, beside its rules. */
export interface CarePolicy extends z.infer<typeof carePolicySchema> {}

/**
 * Checks an unknown value as a {@link CarePolicy}.
 *
 * @example
 * ```ts
 * import { defaultCarePolicy, parseCarePolicy } from '@aftercare/lifecycle';
 *
 * const result = parseCarePolicy({ ...defaultCarePolicy, anchor: 'delivery', deliveriesRecorded: false });
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['anchor_not_recorded']
 * ```
 */
export function parseCarePolicy(input: unknown): LifecycleResult<CarePolicy> {
  return parseWith(lifecycleIssues, carePolicySchema, input);
}

/** The trade's stages, care anchored to the payment, deliveries recorded. */
export const defaultCarePolicy: CarePolicy = {
  stages: defaultStagePolicy,
  anchor: 'payment',
  deliveriesRecorded: true,
};
