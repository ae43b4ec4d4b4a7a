export { type CareFacts, careFacts, careFactsSchema } from './careFacts.js';
export {
  type CareKind,
  type CareOccasion,
  type CareParams,
  careKindSchema,
  careOccasionSchema,
  careParamsSchema,
  isSelling,
} from './careParams.js';
export { type CarePolicy, carePolicySchema, defaultCarePolicy, parseCarePolicy } from './carePolicy.js';
export {
  type CareRule,
  type CareRuleIssue,
  type CareRules,
  formatCareRuleIssue,
  loadCareRules,
} from './careRules.js';
export {
  birthdayRules,
  defaultCareRules,
  establishedRules,
  festivalRules,
  goodsInUseRules,
  membershipRules,
  newCustomerRules,
  prospectRules,
  winningBackRules,
  worldRules,
} from './shippedCareRules.js';
