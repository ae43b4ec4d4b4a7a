export { assessTier } from './assessTier.js';
export {
  type AssessTiersOptions,
  assessTiers,
  type CustomerTier,
  type TierAssessments,
  type TiersBasis,
} from './assessTiers.js';
export { checkMembershipProgram, type MembershipFinding } from './checkMembershipProgram.js';
export { defaultMembershipProgram } from './defaultMembershipProgram.js';
export { daysUntilMemberDay, isMemberDay } from './memberDays.js';
export { type CountedDay, type MembershipBasis, membershipBasis } from './membershipBasis.js';
export {
  type MembershipProgram,
  type MembershipTier,
  membershipProgramSchema,
  membershipTierSchema,
  parseMembershipProgram,
} from './membershipProgram.js';
export type { NextTier, TierAssessment } from './tierAssessment.js';
export {
  type TierBenefits,
  type TierCoupon,
  tierBenefitsSchema,
  tierCouponSchema,
} from './tierBenefits.js';
export { parseTierGrants, type TierGrant, tierGrantSchema } from './tierGrant.js';
export type { TierCriterion } from './tierRules.js';
