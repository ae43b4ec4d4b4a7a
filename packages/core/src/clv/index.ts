export {
  type BgNbdModel,
  type BgNbdParameters,
  createBgNbdModel,
  expectedPurchases,
  fitBgNbd,
  probabilityAlive,
} from './bgNbd/index.js';
export type { CustomerColumn, CustomerFigure, Forecast, ForecastBasis } from './forecast/index.js';
export {
  createGammaGammaModel,
  expectedAverageAmount,
  fitGammaGamma,
  type GammaGammaFit,
  type GammaGammaModel,
  type GammaGammaParameters,
} from './gammaGamma/index.js';
export {
  createValueModel,
  customerLifetimeValue,
  type LifetimeValueOptions,
  type ValueModels,
} from './lifetimeValue/index.js';
export type { Convergence, FitOptions, ModelFit } from './modelFit/index.js';
export {
  type PurchaseHistory,
  type PurchaseSummary,
  type PurchaseSummaryBasis,
  type PurchaseSummaryOptions,
  type PurchaseSummaryRow,
  purchaseSummary,
  type SpendingHistory,
  type SummarisedPurchases,
} from './purchaseSummary/index.js';
export type { TimeSpan, TimeUnit } from './timeSpan/index.js';
