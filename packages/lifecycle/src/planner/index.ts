export type { CareAction } from './careAction.js';
export { type CareHistoryEntry, careHistoryEntry, careHistoryEntrySchema } from './careHistory.js';
export type {
  CareOutcome,
  CareReceipt,
  CareWithdrawal,
  ConsentGap,
  Suppression,
  SuppressionReason,
  WithdrawalReason,
} from './careReceipt.js';
export {
  type CareExplanation,
  type CareRuleExplanation,
  type CareRuleOutcome,
  formatCareExplanation,
} from './explainCare.js';
export {
  newProspect,
  type OpenCase,
  type PlanInput,
  type WorldEvent,
  worldEventSchema,
} from './planInput.js';
export {
  type CarePlan,
  createPlanner,
  type PlanAllInput,
  type Planner,
  type PlannerOptions,
} from './planner.js';
export { type PlannerParts, plannerIssues } from './plannerIssues.js';
export { formatSuppression, formatWithdrawal } from './suppressionTexts.js';
