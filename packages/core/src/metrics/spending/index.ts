export { repeatSpendingByCustomer, revenueOf, spendingByCustomer } from './spending.js';
