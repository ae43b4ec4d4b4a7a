export * from './asOf/index.js';
export * from './averageOrderValue/index.js';
export * from './basis/index.js';
export * from './cohortRetention/index.js';
export * from './customerRepurchaseCycle/index.js';
export * from './customerTable/index.js';
export * from './customerValue/index.js';
export * from './growth/index.js';
export * from './historicalRepurchaseRate/index.js';
export * from './newCustomers/index.js';
export * from './paymentDelay/index.js';
export * from './productRepurchaseCycle/index.js';
export * from './relatedProducts/index.js';
export * from './repurchaseRate/index.js';
export * from './returningCustomers/index.js';
export * from './revenuePerBuyer/index.js';
export * from './rfm/index.js';
export {
  countExcludedOrders,
  type DayBounds,
  type DayWindow,
  dayBoundsOf,
  dayWindowSchema,
  type MergingOptions,
  type PurchaseOptions,
  type PurchaseSelection,
  parseDayWindow,
  purchaseSelection,
} from './window/index.js';
