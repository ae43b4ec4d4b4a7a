export { type AdjustPoints, creditPoints, debitPoints } from './adjustPoints.js';
export { type ClawBackPoints, clawBackPoints } from './clawBackPoints.js';
export { type ConfirmPoints, confirmPoints } from './confirmPoints.js';
export { type EarnPoints, earnPoints } from './earnPoints.js';
export type { PointsDecision, PointsRefusal } from './pointsDecision.js';
export {
  type PointsEntry,
  type PointsEntryOf,
  parsePointsEntries,
  pointsEntrySchema,
} from './pointsEntry.js';
export {
  defaultPointsPolicy,
  type PointsPolicy,
  type PointsRate,
  parsePointsPolicy,
  pointsPolicySchema,
  pointsRateSchema,
} from './pointsPolicy.js';
export { type RedeemPoints, redeemPoints } from './redeemPoints.js';
export { type PointsAccount, type PointsLot, replayPoints } from './replayPoints.js';
