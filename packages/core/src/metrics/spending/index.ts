export { type Revenue, revenueOf, spendingByCustomer } from './spending.js';
