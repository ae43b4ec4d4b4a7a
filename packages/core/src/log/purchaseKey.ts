import type { DayNumber } from '../time/index.js';

/** Bits of a key for the status: all of `orderStatusBits`. The 22 above them hold every day from 0001 to 9999. */
const STATUS_BITS = 10;
/** Added to the number of a day, so that 0001-01-01 is 0. */
const DAY_OFFSET = 719_162;

/**
 * The key of a purchase: its day, and below it the status of its order, in one unsigned 32-bit integer. The two are sorted,
 * moved and looked at for the price of one, and rates need no more of an order.
 */
export function purchaseKey(day: DayNumber, status: number): number {
  return (((day + DAY_OFFSET) << STATUS_BITS) | status) >>> 0;
}

/** The least key that a day can have; 0 for a day before all days, 2^32 for one after all. */
export function leastKeyOf(day: DayNumber): number {
  return Math.max(0, Math.min(2 ** 32, (day + DAY_OFFSET) * 2 ** STATUS_BITS));
}

/** The day of a key. */
export function dayOfKey(key: number): DayNumber {
  return (key >>> STATUS_BITS) - DAY_OFFSET;
}
