import type { OrderLog } from '../../log/index.js';
import type { DayNumber } from '../../time/index.js';
import {
  countBuyers,
  customerTallies,
  FIRST_DAY,
  LAST_DAY,
  PURCHASE_DAYS,
  PURCHASES,
} from '../tally/index.js';
import type { PurchaseSelection } from '../window/index.js';

/**
 * How often and when each customer bought, by customer number: the tallies in words, for figures that are about customers
 * one by one. A number that is not among them, such as that of a customer who came into the log later, has no purchase.
 */
export interface Buyers {
  /** How many customers have a purchase, erased ones included. */
  readonly count: number;
  /** One more than the greatest customer number. */
  readonly customerNumbers: number;
  /** Orders that are purchases, those of one day one by one. */
  ordersOf(customer: number): number;
  /** Days with a purchase. */
  purchaseDaysOf(customer: number): number;
  /** Means nothing for a customer without a purchase. */
  firstDayOf(customer: number): DayNumber;
  /** Means nothing for a customer without a purchase. */
  lastDayOf(customer: number): DayNumber;
}

/** Who bought in a selection of purchases. */
export function buyersOf(log: OrderLog, selection: PurchaseSelection): Buyers {
  const tallies = customerTallies(log, selection);
  return {
    count: countBuyers(tallies),
    customerNumbers: tallies.length / 4,
    ordersOf: (customer) => tallies[customer * 4 + PURCHASES] ?? 0,
    purchaseDaysOf: (customer) => tallies[customer * 4 + PURCHASE_DAYS] ?? 0,
    firstDayOf: (customer) => tallies[customer * 4 + FIRST_DAY] ?? 0,
    lastDayOf: (customer) => tallies[customer * 4 + LAST_DAY] ?? 0,
  };
}
