import { parseWith } from '@aftercare/core';
import * as z from 'zod';
import { birthdayPolicySchema, defaultBirthdayPolicy } from '../birthdays/index.js';
import { capPolicySchema, defaultCapPolicy } from '../caps/index.js';
import { channelsSchema, defaultChannels } from '../channels/index.js';
import { defaultFestivals, festivalsSchema } from '../festivals/index.js';
import { defaultHoldoutPolicy, holdoutPolicySchema } from '../holdout/index.js';
import { customLifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { defaultQuietHours, quietHoursSchema } from '../quietHours/index.js';
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
    marketingConsent: z.enum(['opt_in', 'opt_out']).meta({
      description:
        'Whether marketing takes the consent of the customer, by channel, or only the absence of an objection.',
    }),
    guardianAge: z.int().min(0).max(21).meta({
      description:
        'Customers known to be younger are minors: they hear nothing until a guardian has agreed. 0: nobody is.',
    }),
    quietHours: quietHoursSchema,
    caps: capPolicySchema,
    holdout: holdoutPolicySchema,
    birthdays: birthdayPolicySchema,
    festivals: festivalsSchema.readonly(),
    channels: channelsSchema.readonly(),
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

/**
 * The trade's stages, care anchored to the payment, deliveries recorded; marketing only with consent and not to customers
 * under 16 without a guardian's; the default quiet hours, caps, birthdays, festivals and channels; nobody held out.
 *
 * 16 is the age of the EU's General Data Protection Regulation, article 8, where a country has set no lower one (2016);
 * China's law on personal information draws the line at 14 (2021).
 */
export const defaultCarePolicy: CarePolicy = {
  stages: defaultStagePolicy,
  anchor: 'payment',
  deliveriesRecorded: true,
  marketingConsent: 'opt_in',
  guardianAge: 16,
  quietHours: defaultQuietHours,
  caps: defaultCapPolicy,
  holdout: defaultHoldoutPolicy,
  birthdays: defaultBirthdayPolicy,
  festivals: defaultFestivals,
  channels: defaultChannels,
};
