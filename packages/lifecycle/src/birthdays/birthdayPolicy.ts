import { parseWith } from '@aftercare/core';
import * as z from 'zod';
import { type LifecycleResult, lifecycleIssues } from '../issues/index.js';

/** Schema of {@link BirthdayPolicy}. */
export const birthdayPolicySchema = z.strictObject({
  leapDay: z.enum(['february_28', 'march_1']).meta({
    description: 'When a birthday on 29 February is kept in a year that has none.',
  }),
  lunarLeapMonth: z.enum(['leap_month_if_any', 'regular_month']).meta({
    description:
      'When a birthday in a lunar leap month is kept. `leap_month_if_any`: in the leap month in years that have it, in the regular month of the same number in all others. `regular_month`: always in the regular month.',
  }),
  coolOffDays: z.int().min(0).meta({
    description:
      'For how many days a changed birthday earns nothing, the day of the change included. 0: it earns at once.',
  }),
});

/**
 * How birthdays are kept, as data: on which day in years that lack the date, and how long a changed one earns nothing. In
 * every policy, day 30 of a lunar month is kept on day 29 in years in which the month is short.
 */
export interface BirthdayPolicy extends z.infer<typeof birthdayPolicySchema> {}

/**
 * Checks an unknown value as a {@link BirthdayPolicy}.
 *
 * @example
 * ```ts
 * import { defaultBirthdayPolicy, parseBirthdayPolicy } from '@aftercare/lifecycle';
 *
 * parseBirthdayPolicy({ ...defaultBirthdayPolicy, leapDay: 'march_1' }).ok; // => true
 * const result = parseBirthdayPolicy({ ...defaultBirthdayPolicy, coolOffDays: -1 });
 * result.ok ? '' : result.issues[0].message;
 * // => 'coolOffDays: Expected a value of at least 0 and received -1.'
 * ```
 */
export function parseBirthdayPolicy(input: unknown): LifecycleResult<BirthdayPolicy> {
  return parseWith(lifecycleIssues, birthdayPolicySchema, input);
}

/**
 * 29 February is kept on 28 February in years without it, a lunar leap month in the regular month of the same number in
 * years without it, and a changed birthday earns nothing for 365 days.
 */
export const defaultBirthdayPolicy: BirthdayPolicy = {
  leapDay: 'february_28',
  lunarLeapMonth: 'leap_month_if_any',
  coolOffDays: 365,
};
