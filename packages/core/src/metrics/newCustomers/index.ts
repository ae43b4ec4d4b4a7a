export { newCustomers } from './newCustomers.js';
