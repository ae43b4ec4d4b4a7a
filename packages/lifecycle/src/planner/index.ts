export type { CareAction } from './careAction.js';
export { type CareHistoryEntry, careHistoryEntrySchema } from './careHistory.js';
export type { CareOutcome, CareReceipt, SuppressionReason } from './careReceipt.js';
export {
  type CarePlan,
  createPlanner,
  type PlanAllInput,
  type PlanInput,
  type Planner,
  type PlannerOptions,
} from './planner.js';
