export { revenuePerBuyer } from './revenuePerBuyer.js';
