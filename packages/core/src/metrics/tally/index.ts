export { type CustomerTallies, FIRST_DAY, LAST_DAY, PURCHASE_DAYS, PURCHASES } from './countGroup.js';
export { countBuyers, customerTallies } from './customerTally.js';
