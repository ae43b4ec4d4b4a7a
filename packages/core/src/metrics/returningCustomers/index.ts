export { returningCustomers } from './returningCustomers.js';
