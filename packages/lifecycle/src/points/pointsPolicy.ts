import { currencySchema, parseWith } from '@aftercare/core';
import * as z from 'zod';
import { type LifecycleResult, lifecycleIssues } from '../issues/index.js';

/** Schema of {@link PointsRate}. */
export const pointsRateSchema = z.strictObject({
  points: z.int().min(1).max(1_000_000),
  perMinor: z.int().min(1).max(1_000_000_000).meta({ description: 'For so much of the minor unit.' }),
  rounding: z
    .enum(['down', 'half_up', 'up'])
    .meta({ description: 'What becomes of a fraction of a point, once, after the multiplier of the tier.' }),
});

/** How many points an amount earns: `{ points: 1, perMinor: 100, rounding: 'down' }` is one for each whole yuan. */
export interface PointsRate extends Readonly<z.infer<typeof pointsRateSchema>> {}

/** Schema of {@link PointsPolicy}. */
export const pointsPolicySchema = z.strictObject({
  currency: currencySchema.meta({ description: 'ISO 4217 code of the amounts that earn points.' }),
  rate: pointsRateSchema,
  pendingDays: z.int().min(0).max(366).nullable().meta({
    description:
      'Points can be spent so many days after they were earned: when the return window has closed. Null: once they are confirmed.',
  }),
  expiry: z
    .union([
      z.strictObject({ months: z.int().min(1).max(120) }),
      z.strictObject({ calendarYears: z.int().min(0).max(10) }),
    ])
    .nullable()
    .meta({
      description:
        'How long points last from the day they can be spent: months, or to the end of the calendar year so many years later. Points that wait to be confirmed last from the day they were earned. Null: for ever.',
    }),
  belowZero: z.enum(['allowed', 'forgiven']).meta({
    description:
      'What becomes of points that are to be taken back and were spent already: a debt that later points pay, or nothing.',
  }),
});

/** How points are earned, for how long they last, and whether a customer can owe some. */
export interface PointsPolicy extends Readonly<z.infer<typeof pointsPolicySchema>> {}

/**
 * Checks an unknown value as a {@link PointsPolicy}.
 *
 * @example
 * ```ts
 * import { defaultPointsPolicy, parsePointsPolicy } from '@aftercare/lifecycle';
 *
 * const result = parsePointsPolicy({ ...defaultPointsPolicy, pendingDays: -1 });
 * result.ok ? [] : result.issues.map((issue) => issue.path); // => [['pendingDays']]
 * ```
 */
export function parsePointsPolicy(input: unknown): LifecycleResult<PointsPolicy> {
  return parseWith(lifecycleIssues, pointsPolicySchema, input);
}

/** A point for each whole yuan, to be spent after seven days, for twelve months; no debts. */
export const defaultPointsPolicy: PointsPolicy = {
  currency: 'CNY',
  rate: { points: 1, perMinor: 100, rounding: 'down' },
  pendingDays: 7,
  expiry: { months: 12 },
  belowZero: 'forgiven',
};
