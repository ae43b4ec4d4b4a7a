export { averageOrderValue, type MeanAmountBasis } from './averageOrderValue.js';
