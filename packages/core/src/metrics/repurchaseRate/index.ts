export { type RepurchaseRateBasis, type RepurchaseRateOptions, repurchaseRate } from './repurchaseRate.js';
