import { type LifecycleIssue, type LifecycleIssueDetails, lifecycleIssues } from '../issues/index.js';
import type { MembershipProgram, MembershipTier } from './membershipProgram.js';
import type { TierBenefits, TierCoupon } from './tierBenefits.js';

/** More strong privileges than this in one step up go unnoticed; the trade advises two or three. */
const MOST_PRIVILEGES = 3;

type FindingCode =
  | 'thresholds_not_rising'
  | 'tier_out_of_reach'
  | 'too_many_privileges'
  | 'fewer_benefits'
  | 'validity_without_effect'
  | 'window_shorter_than_validity';

/** What {@link checkMembershipProgram} can find: an issue of one of these codes. */
export type MembershipFinding = Extract<LifecycleIssue, { readonly code: FindingCode }>;

/**
 * What is valid in a programme and hardly meant: thresholds that do not rise, tiers that nobody can be in, more than three
 * strong privileges in one step up (discount, coupons, free shipping, priority service, trials), less of a benefit in a higher
 * tier, a validity that has no effect or outlasts the window. Advice as values; an empty list is the aim.
 *
 * @example
 * ```ts
 * import { checkMembershipProgram, defaultMembershipProgram } from '@aftercare/lifecycle';
 *
 * checkMembershipProgram(defaultMembershipProgram); // => []
 * const lifelong = { ...defaultMembershipProgram, window: { kind: 'lifetime' as const } };
 * checkMembershipProgram(lifelong).map((finding) => finding.code); // => ['validity_without_effect']
 * ```
 */
export function checkMembershipProgram(program: MembershipProgram): readonly MembershipFinding[] {
  const ofTiers = program.tiers.flatMap((tier, index) => [
    ...thresholdFindings(program.tiers, tier, index),
    ...benefitFindings(program.tiers[index - 1], tier, index),
  ]);
  return [...ofTiers, ...validityFindings(program)];
}

function thresholdFindings(
  tiers: readonly MembershipTier[],
  tier: MembershipTier,
  index: number,
): MembershipFinding[] {
  if (index === 0) return [];
  const path = ['tiers', index, 'reach'];
  const { amountMinor, purchases } = tier.reach ?? {};
  if (amountMinor === undefined && purchases === undefined) {
    return [finding('tier_out_of_reach', path, { tier: tier.code, higher: null })];
  }
  const higher = tiers.slice(index + 1).find((other) => leadsTo(tier, other));
  if (higher !== undefined) {
    return [finding('tier_out_of_reach', path, { tier: tier.code, higher: higher.code })];
  }
  return (['amountMinor', 'purchases'] as const).flatMap((measure) => {
    const needed = tier.reach?.[measure];
    const lower = tiers.slice(0, index).findLast(({ reach }) => reach?.[measure] !== undefined);
    if (needed === undefined || lower === undefined || needed > (lower.reach?.[measure] ?? 0)) return [];
    return [finding('thresholds_not_rising', path, { tier: tier.code, lower: lower.code, measure })];
  });
}

/** Whether everybody who earns a tier, by the one criterion or the other, earns another one too. */
function leadsTo(tier: MembershipTier, other: MembershipTier): boolean {
  return (['amountMinor', 'purchases'] as const).every((measure) => {
    const needed = tier.reach?.[measure];
    return needed === undefined || needed >= (other.reach?.[measure] ?? Number.POSITIVE_INFINITY);
  });
}

/** What can be compared of two tiers: above zero where the first gives more. */
type Comparison = (one: TierBenefits, other: TierBenefits) => number;

const byNumber =
  (numberOf: (benefits: TierBenefits) => number): Comparison =>
  (one, other) =>
    // Not the difference: of two infinite ones that is no number.
    Number(numberOf(one) > numberOf(other)) - Number(numberOf(one) < numberOf(other));

const BENEFITS: Readonly<Record<keyof TierBenefits, Comparison>> = {
  discountPercent: byNumber(({ discountPercent = 0 }) => discountPercent),
  pointsPercent: byNumber(({ pointsPercent = 100 }) => pointsPercent),
  memberDayCoupon: (one, other) => compareCoupons(one.memberDayCoupon, other.memberDayCoupon),
  birthdayCoupon: (one, other) => compareCoupons(one.birthdayCoupon, other.birthdayCoupon),
  freeShippingFromMinor: byNumber(
    ({ freeShippingFromMinor = Number.POSITIVE_INFINITY }) => -freeShippingFromMinor,
  ),
  priorityService: byNumber(({ priorityService = false }) => Number(priorityService)),
  earlyNoticeDays: byNumber(({ earlyNoticeDays = 0 }) => earlyNoticeDays),
  trialsAYear: byNumber(({ trialsAYear = 0 }) => trialsAYear),
};

/** Customers like more points and an early word, and do not stay for them. */
const WEAK: readonly string[] = ['pointsPercent', 'earlyNoticeDays'];

/** A share and an amount cannot be compared: neither is more. */
function compareCoupons(one: TierCoupon | undefined, other: TierCoupon | undefined): number {
  if (one === undefined || other === undefined)
    return Number(one !== undefined) - Number(other !== undefined);
  if ('amountMinor' in one) return 'amountMinor' in other ? one.amountMinor - other.amountMinor : 0;
  return 'discountPercent' in other ? one.discountPercent - other.discountPercent : 0;
}

function benefitFindings(
  below: MembershipTier | undefined,
  tier: MembershipTier,
  index: number,
): MembershipFinding[] {
  if (below === undefined) return [];
  const path = ['tiers', index, 'benefits'];
  const compared = Object.entries(BENEFITS).map(
    ([benefit, compare]) => [benefit, compare(tier.benefits, below.benefits)] as const,
  );
  const fewer = compared
    .filter(([, more]) => more < 0)
    .map(([benefit]) => finding('fewer_benefits', path, { tier: tier.code, lower: below.code, benefit }));
  const privileges = compared
    .filter(([benefit, more]) => more > 0 && !WEAK.includes(benefit))
    .map(([benefit]) => benefit);
  if (privileges.length <= MOST_PRIVILEGES) return fewer;
  return [...fewer, finding('too_many_privileges', path, { tier: tier.code, privileges })];
}

function validityFindings({ window, downgrade }: MembershipProgram): MembershipFinding[] {
  if (downgrade.policy === 'never') return [];
  const path = ['downgrade', 'validity'];
  if (window.kind === 'lifetime') return [finding('validity_without_effect', path, {})];
  if (window.kind !== 'rolling_months' || !('months' in downgrade.validity)) return [];
  const { months: validityMonths } = downgrade.validity;
  if (window.months >= validityMonths) return [];
  return [finding('window_shorter_than_validity', path, { windowMonths: window.months, validityMonths })];
}

function finding<Code extends FindingCode>(
  code: Code,
  path: readonly (string | number)[],
  details: LifecycleIssueDetails[Code],
): MembershipFinding {
  // One of the codes above with its details, which the compiler does not put together for a generic code.
  return lifecycleIssues.create(code, path, details) as MembershipFinding;
}
