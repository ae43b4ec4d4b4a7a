export { type PurchaseHistory, requireHistory, type SpendingHistory } from './purchaseHistory.js';
export {
  type PurchaseSummary,
  type PurchaseSummaryBasis,
  type PurchaseSummaryOptions,
  type PurchaseSummaryRow,
  purchaseSummary,
  type SummarisedPurchases,
} from './purchaseSummary.js';
