export {
  type FreightBearer,
  type FreightInput,
  type FreightRule,
  type FreightShares,
  type FreightTrip,
  freightShares,
} from './freightShares.js';
export { type DueMode, goodsDue, type PricedLine, type Promotion } from './goodsDue.js';
export { type PriceDifference, priceDifference } from './priceDifference.js';
export { type RefundSplit, splitRefund, type Tender, type TenderAmounts } from './refundSplit.js';
export { returnKind } from './returnKind.js';
export type {
  Fault,
  OrderLine,
  PiecesByLine,
  Plan as SettlementPlan,
  Remedy,
  ReturnSoFar,
} from './returnSchemas.js';
export type { ReturnShape } from './returnShape.js';
export { returnsSoFar } from './returnsSoFar.js';
export { type ReturnWindow, returnWindowEnd } from './returnWindow.js';
export { settlementPlan } from './settlement.js';
export type { AwaitedElsewhere, SettledPieces, SettlementInput } from './settlementInput.js';
export { returnChinaPreset, returnDefinition, returnEuPreset } from './shippedReturn.js';
