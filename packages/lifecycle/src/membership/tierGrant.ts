import { AftercareError, closest, daySchema, identifierSchema, parseWith } from '@aftercare/core';
import * as z from 'zod';
import { requireDay } from '../birthdays/requireDay.js';
import { customLifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import type { MembershipProgram } from './membershipProgram.js';
import type { TierMoment } from './tierMoments.js';
import { NEVER } from './tierRules.js';

const reasonSchema = z.string().min(1).max(500);

/** Schema of {@link TierGrant}. */
export const tierGrantSchema = z
  .strictObject({
    customerId: identifierSchema,
    tier: z.string().meta({ description: 'The code of a tier of the programme.' }),
    from: daySchema.meta({ description: 'The first day, included.' }),
    to: daySchema
      .exactOptional()
      .meta({ description: 'The day after the last: excluded. Absent: without end.' }),
    reason: reasonSchema,
    grantedBy: identifierSchema.meta({ description: 'Who granted it.' }),
  })
  .check((context) => {
    const { from, to } = context.value;
    if (to === undefined || from < to) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: ['to'],
      params: customLifecycleIssue('empty_period', { from, to }),
    });
  });

/** A tier that somebody gave a customer by hand. A higher one that the customer earns goes before it. */
export interface TierGrant extends Readonly<z.infer<typeof tierGrantSchema>> {}

/**
 * Checks an unknown value as a list of {@link TierGrant}: known tiers (`unknown_tier`), periods that are not empty
 * (`empty_period`).
 *
 * @example
 * ```ts
 * import { defaultMembershipProgram, parseTierGrants } from '@aftercare/lifecycle';
 *
 * const grant = { customerId: 'ann', tier: 'tier_5', from: '2026-01-01', reason: 'Our first customer', grantedBy: 'staff-7' };
 * const result = parseTierGrants([grant], defaultMembershipProgram);
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['unknown_tier', [0, 'tier']]]
 * ```
 */
export function parseTierGrants(
  input: unknown,
  program: MembershipProgram,
): LifecycleResult<readonly TierGrant[]> {
  const schema = z.array(tierGrantSchema).check((context) => {
    for (const [index, { tier }] of context.value.entries()) {
      if (rankOf(program, tier) !== undefined) continue;
      const params = customLifecycleIssue('unknown_tier', unknownTier(program, tier));
      context.issues.push({ code: 'custom', input: tier, path: [index, 'tier'], params });
    }
  });
  return parseWith(lifecycleIssues, schema, input);
}

/** The rank of a tier's code, 1 for the first; `undefined` for a code that the programme lacks. */
function rankOf({ tiers }: MembershipProgram, code: string): number | undefined {
  const index = tiers.findIndex((tier) => tier.code === code);
  return index === -1 ? undefined : index + 1;
}

function unknownTier({ tiers }: MembershipProgram, tier: string) {
  const suggestion = closest(
    tier,
    tiers.map(({ code }) => code),
  );
  return suggestion === undefined ? { tier } : { tier, suggestion };
}

/**
 * What a customer was and will be in, of what is earned and what is granted: the higher of both on every day. Grants that
 * begin after `asOf` are not known yet.
 *
 * @throws `AftercareError` `unknown_tier`, `invalid_day`
 */
export function withGrants(
  earned: readonly TierMoment[],
  grants: readonly TierGrant[],
  program: MembershipProgram,
  asOf: number,
): readonly TierMoment[] {
  const spans = grants.map((grant) => grantSpan(grant, program)).filter(({ from }) => from <= asOf);
  if (spans.length === 0) return earned;
  const days = [...earned.map(({ day }) => day), ...spans.flatMap(({ from, to }) => [from, to])];
  const moments: TierMoment[] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    if (day === NEVER) continue;
    const { rank, by } = higherOf(earned, spans, day);
    const last = moments.at(-1);
    if (rank !== last?.rank) moments.push({ day, rank, by });
    // Held without a break, and now by something else.
    else if (day <= asOf) moments.splice(-1, 1, { ...last, by });
  }
  return moments;
}

interface GrantSpan {
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

function grantSpan({ tier, from, to }: TierGrant, program: MembershipProgram): GrantSpan {
  const rank = rankOf(program, tier);
  if (rank === undefined) {
    throw new AftercareError([
      lifecycleIssues.create('unknown_tier', ['grants'], unknownTier(program, tier)),
    ]);
  }
  return { rank, from: requireDay(from, 'from'), to: to === undefined ? NEVER : requireDay(to, 'to') };
}

function higherOf(earned: readonly TierMoment[], spans: readonly GrantSpan[], day: number) {
  const own = earned.findLast((moment) => moment.day <= day);
  const { rank = 1, by = 'base' } = own ?? {};
  const granted = Math.max(
    0,
    ...spans.filter(({ from, to }) => from <= day && day < to).map((span) => span.rank),
  );
  return granted > rank ? ({ rank: granted, by: 'granted' } as const) : { rank, by };
}
