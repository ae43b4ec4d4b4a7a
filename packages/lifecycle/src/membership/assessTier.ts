import { AftercareError, type Day, type DayNumber } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { lifecycleIssues } from '../issues/index.js';
import type { CountedDay, MembershipBasis } from './membershipBasis.js';
import type { MembershipProgram } from './membershipProgram.js';
import { assessmentOf, type TierAssessment, type TierState } from './tierAssessment.js';
import { type TierGrant, withGrants } from './tierGrant.js';
import { type TierMoment, tierMoments } from './tierMoments.js';
import { NEVER, type TierRules, tierRulesOf } from './tierRules.js';
import type { CountedDays } from './tierStanding.js';

/**
 * In which tier a customer is on a day, by which criterion, since when and until when, and what is missing for the next
 * one. A customer rises on the day on which enough has counted; spending points is no part of the basis, so it lowers
 * nothing.
 *
 * A rolling window of n months holds what counted on a day until that day n months later (excluded): what counted on 31
 * January is out of a window of one month on 28 February. When a validity of twelve months ends, a rolling window of twelve
 * months therefore holds what has counted since the tier was reached, and not what it was reached with. A window of a
 * calendar year is then the year of the last valid day.
 *
 * @param asOf - the last day that is known (included)
 * @param grants - tiers given by hand to this customer
 * @throws `AftercareError` `invalid_day`; `unknown_tier` for a grant; `currency_mismatch`
 *
 * @example
 * ```ts
 * import { assessTier, defaultMembershipProgram } from '@aftercare/lifecycle';
 *
 * const counted = [{ day: '2026-03-11', amountMinor: 1200_00, purchases: 1 }];
 * const basis = { currency: 'CNY', counted, countedAtFirst: counted };
 * const { tier, by, since, until, next } = assessTier(basis, defaultMembershipProgram, '2026-06-01');
 * [tier, by, since]; // => ['tier_2', 'amount', '2026-03-11']
 * // Valid for twelve months, then 30 days of grace.
 * until; // => '2027-04-10'
 * [next?.tier, next?.missingMinor, next?.missingPurchases]; // => ['tier_3', 180000, 7]
 * ```
 */
export function assessTier(
  basis: MembershipBasis,
  program: MembershipProgram,
  asOf: Day,
  grants: readonly TierGrant[] = [],
): TierAssessment {
  if (basis.currency !== program.currency) {
    const details = { expected: program.currency, received: basis.currency };
    throw new AftercareError([lifecycleIssues.create('currency_mismatch', ['basis', 'currency'], details)]);
  }
  const rules = tierRulesOf(program);
  const asOfDay = requireDay(asOf, 'asOf');
  const held = keepsRefunded(program) ? basis.countedAtFirst : basis.counted;
  const moments = withGrants(tierMoments(rules, columnsOf(held), asOfDay), grants, program, asOfDay);
  const state = tierState(moments, rules, columnsOf(basis.counted), asOfDay);
  return assessmentOf(state, program, asOf);
}

/** Whether what was reached with money refunded since is kept. */
export function keepsRefunded({ downgrade }: MembershipProgram): boolean {
  return downgrade.policy === 'never' && !downgrade.refundOverrides;
}

/** Where a customer is on a day, from all changes and from what counted less refunds. */
export function tierState(
  moments: readonly TierMoment[],
  rules: TierRules,
  counted: CountedDays,
  asOf: DayNumber,
): TierState {
  const at = moments.findLastIndex(({ day }) => day <= asOf);
  // The beginning is before every day, so there is always one.
  const { day: since = -NEVER, rank = 1, by = 'base' } = moments[at] ?? {};
  const before = moments[at - 1];
  const change = before === undefined ? null : rank > before.rank ? 'risen' : 'fallen';
  return { rank, by, since, until: moments[at + 1]?.day ?? NEVER, change, ...inWindow(rules, counted, asOf) };
}

function inWindow({ leavesOn }: TierRules, counted: CountedDays, asOf: DayNumber) {
  let amountMinor = 0;
  let purchases = 0;
  // From the latest back: what came before the first that has left has left too.
  for (let at = counted.count - 1; at >= 0; at--) {
    const day = counted.days[at] ?? 0;
    if (day > asOf) continue;
    if (leavesOn(day) <= asOf) break;
    amountMinor += counted.amountMinor[at] ?? 0;
    purchases += counted.purchases[at] ?? 0;
  }
  return { amountMinor, purchases };
}

function columnsOf(counted: readonly CountedDay[]): CountedDays {
  const sorted = counted
    .map((entry) => ({ ...entry, number: requireDay(entry.day, 'day') }))
    .sort((a, b) => a.number - b.number);
  return {
    count: sorted.length,
    days: sorted.map(({ number }) => number),
    amountMinor: sorted.map((entry) => entry.amountMinor),
    purchases: sorted.map((entry) => entry.purchases),
  };
}
