export { revenueOf, spendingByCustomer } from './spending.js';
