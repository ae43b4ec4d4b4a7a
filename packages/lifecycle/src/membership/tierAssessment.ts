import type { Day } from '@aftercare/core';
import { dayOfNumber } from '@aftercare/core';
import type { MembershipProgram, MembershipTier } from './membershipProgram.js';
import { NEVER, type TierCriterion } from './tierRules.js';

/** In which tier a customer is on a day, why, and what is missing for the next one: plain JSON. */
export interface TierAssessment {
  /** The code of the tier. */
  readonly tier: string;
  /** Its place, 1 for the first. */
  readonly rank: number;
  readonly title: MembershipTier['titles'];
  /** By what: `base` is everybody's first tier, `granted` a tier given by hand that is above the earned one. */
  readonly by: TierCriterion;
  /** The day on which the customer came into it; null for one who began in it. */
  readonly since: Day | null;
  /** The first day on which the customer will be in a lower tier if nothing more counts; null: never. */
  readonly until: Day | null;
  /** From where the customer came into it; null for one who began in it. */
  readonly change: 'risen' | 'fallen' | null;
  /** The next tier that can be earned; null when there is none. */
  readonly next: NextTier | null;
  /** What is in the programme's window, refunds left out: what `next` is counted from. */
  readonly counted: { readonly amountMinor: number; readonly purchases: number };
  readonly asOf: Day;
  /** Of all amounts. */
  readonly currency: string;
}

/** What is missing for a tier: the one or the other will do. */
export interface NextTier {
  readonly tier: string;
  readonly rank: number;
  readonly title: MembershipTier['titles'];
  /** In the minor unit; null where no amount leads to the tier. */
  readonly missingMinor: number | null;
  /** Null where no number of purchases leads to the tier. */
  readonly missingPurchases: number | null;
}

/** A {@link TierAssessment} in numbers, as columns keep it. */
export interface TierState {
  readonly rank: number;
  readonly by: TierCriterion;
  /** `-NEVER`: from the beginning. */
  readonly since: number;
  readonly until: number;
  readonly change: TierAssessment['change'];
  readonly amountMinor: number;
  readonly purchases: number;
}

/** Writes a state out for people and JSON. */
export function assessmentOf(state: TierState, program: MembershipProgram, asOf: Day): TierAssessment {
  const { rank, by, since, until, change, amountMinor, purchases } = state;
  const { code, titles } = tierAt(program, rank);
  return {
    tier: code,
    rank,
    title: titles,
    by,
    since: since === -NEVER ? null : dayOfNumber(since),
    until: until === NEVER ? null : dayOfNumber(until),
    change,
    next: nextTier(program, state),
    counted: { amountMinor, purchases },
    asOf,
    currency: program.currency,
  };
}

/** Tiers that are granted by hand only are passed over: nothing that a customer does leads there. */
function nextTier(
  { tiers }: MembershipProgram,
  { rank, amountMinor, purchases }: TierState,
): NextTier | null {
  const index = tiers.findIndex(
    ({ reach }, at) => at >= rank && (reach?.amountMinor ?? reach?.purchases) !== undefined,
  );
  const tier = tiers[index];
  if (tier === undefined) return null;
  return {
    tier: tier.code,
    rank: index + 1,
    title: tier.titles,
    missingMinor: missing(tier.reach?.amountMinor, amountMinor),
    missingPurchases: missing(tier.reach?.purchases, purchases),
  };
}

function missing(needed: number | undefined, present: number): number | null {
  return needed === undefined ? null : Math.max(0, needed - present);
}

function tierAt({ tiers }: MembershipProgram, rank: number): MembershipTier {
  const tier = tiers[rank - 1];
  // Ranks are made from the list of tiers, which the schema does not let be empty.
  if (tier === undefined) throw new RangeError(`The programme has no tier of rank ${rank}.`);
  return tier;
}
