import { codeSchema, currencySchema, orderFlagSchema, parseWith, showValue } from '@aftercare/core';
import * as z from 'zod';
import { customLifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { tierBenefitsSchema } from './tierBenefits.js';

const titleSchema = z.string().min(1).max(60);

/** Schema of {@link MembershipTier}. */
export const membershipTierSchema = z.strictObject({
  code: codeSchema.meta({ description: 'Neutral, such as tier_2: titles change, codes stay.' }),
  titles: z
    .strictObject({ en: titleSchema, 'zh-CN': titleSchema })
    .meta({ description: 'What members are called.' }),
  reach: z
    .strictObject({
      amountMinor: z.int().min(1).exactOptional(),
      purchases: z.int().min(1).exactOptional(),
    })
    .exactOptional()
    .meta({
      description:
        'What it takes to come into the tier: the amount or the number of purchases, whichever is met first. Absent: it is the first tier, or granted by hand only.',
    }),
  benefits: tierBenefitsSchema,
});

/** One tier of a {@link MembershipProgram}. */
export interface MembershipTier extends z.infer<typeof membershipTierSchema> {}

const validitySchema = z.union([
  z.strictObject({
    months: z.int().min(1).max(120).meta({ description: 'From the day on which the tier was reached.' }),
  }),
  z.strictObject({
    calendarYears: z.int().min(0).max(10).meta({
      description: 'To the end of the calendar year so many years after the one in which it was reached.',
    }),
  }),
]);

const downgradeSchema = z.union([
  z.strictObject({
    policy: z.literal('never'),
    refundOverrides: z.boolean().meta({
      description:
        'Whether a tier is lost that was reached with money refunded since. Buying, rising and refunding is an old trick.',
    }),
  }),
  z.strictObject({
    policy: z.enum(['one_step', 'requalify']).meta({
      description: 'How far a customer falls: to the tier below, or to the one that is earned now.',
    }),
    validity: validitySchema,
    graceDays: z.int().min(0).max(366).meta({
      description: 'Days after the validity in which the tier is kept and can still be earned again.',
    }),
  }),
]);

/** Schema of {@link MembershipProgram}. */
export const membershipProgramSchema = z
  .strictObject({
    currency: currencySchema.meta({ description: 'ISO 4217 code of all its amounts.' }),
    tiers: z
      .array(membershipTierSchema)
      .min(1)
      .max(20)
      .meta({ description: 'From the lowest to the highest.' }),
    window: z
      .union([
        z.strictObject({ kind: z.literal('lifetime') }),
        z.strictObject({ kind: z.literal('rolling_months'), months: z.int().min(1).max(120) }),
        z.strictObject({ kind: z.literal('calendar_year') }),
      ])
      .meta({ description: 'The time over which amounts and purchases are added up.' }),
    counting: z.union([
      z.strictObject({
        orders: z.literal('completed'),
        daysAfterDelivery: z.int().min(0).max(366).meta({
          description:
            'An order without `completedAt` is completed so many shop days after it was signed for: when its return window has closed.',
        }),
        exclude: z
          .array(orderFlagSchema)
          .meta({ description: 'Orders with one of these flags never count.' }),
      }),
      z.strictObject({ orders: z.literal('paid'), exclude: z.array(orderFlagSchema) }),
    ]),
    downgrade: downgradeSchema,
    memberDays: z.array(z.int().min(1).max(31)).meta({
      description: 'Days of every month; one that a month lacks is its last day. Empty: none.',
    }),
  })
  .check((context) => {
    const { tiers } = context.value;
    const issue = (path: (string | number)[], params: ReturnType<typeof customLifecycleIssue>) =>
      context.issues.push({ code: 'custom', input: context.value, path, params });
    const [first] = tiers;
    if (first?.reach !== undefined) {
      issue(['tiers', 0, 'reach'], customLifecycleIssue('first_tier_threshold', { tier: first.code }));
    }
    const codes = new Set<string>();
    for (const [index, { code }] of tiers.entries()) {
      if (codes.has(code)) {
        const details = { received: showValue(code) };
        issue(['tiers', index, 'code'], customLifecycleIssue('duplicate_code', details));
      }
      codes.add(code);
    }
  });

/**
 * A membership programme as data: tiers in order, what it takes to reach them, how long they last, what they give, and on
 * which days of the month members have their day (会员日).
 */
export interface MembershipProgram extends z.infer<typeof membershipProgramSchema> {}

/**
 * Checks an unknown value as a {@link MembershipProgram}. Whether it is also a wise one, `checkMembershipProgram` tells.
 *
 * @example
 * ```ts
 * import { defaultMembershipProgram, parseMembershipProgram } from '@aftercare/lifecycle';
 *
 * const result = parseMembershipProgram({ ...defaultMembershipProgram, memberDays: [8, 32] });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['out_of_range', ['memberDays', 1]]]
 * ```
 */
export function parseMembershipProgram(input: unknown): LifecycleResult<MembershipProgram> {
  return parseWith(lifecycleIssues, membershipProgramSchema, input);
}
