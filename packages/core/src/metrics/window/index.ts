export { mustBeOneOf } from './mustBeOneOf.js';
export {
  countExcludedOrders,
  type MergingOptions,
  type PurchaseOptions,
  type PurchaseSelection,
  purchaseSelection,
} from './purchaseSelection.js';
export { type DayBounds, type DayWindow, dayBoundsOf, dayWindowSchema, parseDayWindow } from './window.js';
