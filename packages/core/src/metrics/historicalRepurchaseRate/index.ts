export { historicalRepurchaseRate } from './historicalRepurchaseRate.js';
