export {
  type CustomerTallies,
  countBuyers,
  customerTallies,
  FIRST_DAY,
  LAST_DAY,
  PURCHASE_DAYS,
  PURCHASES,
} from './customerTally.js';
