import type { DayNumber } from '@aftercare/core';
import type { CountedDays } from './tierStanding.js';

/** An order of a customer that counts. */
export interface CountedOrder {
  readonly purchaseDay: DayNumber;
  /** The day on which it counts. */
  readonly day: DayNumber;
  /** What it counts for, in the minor unit. */
  readonly amountMinor: number;
}

/**
 * Adds up the orders of one customer by the day on which they count; sorts the list that it is given. Of the orders of one
 * day of purchase, only the one that counts first is a purchase.
 */
export function countByDay(orders: CountedOrder[]): CountedDays {
  // Most customers of most shops have one order, and sorting it costs more than all else.
  if (orders.length > 1) orders.sort((a, b) => a.day - b.day);
  const days: DayNumber[] = [];
  const amountMinor: number[] = [];
  const purchases: number[] = [];
  let last = -1;
  for (let at = 0; at < orders.length; at++) {
    const order = orders[at];
    if (order === undefined) continue;
    if (days[last] !== order.day) {
      last++;
      days.push(order.day);
      amountMinor.push(0);
      purchases.push(0);
    }
    amountMinor[last] = (amountMinor[last] ?? 0) + order.amountMinor;
    purchases[last] = (purchases[last] ?? 0) + (isFirstOfItsDay(orders, at, order.purchaseDay) ? 1 : 0);
  }
  return { count: days.length, days, amountMinor, purchases };
}

/** Looks back through the orders: cheaper than a set for the few that a customer has, and bounded for the few with many. */
function isFirstOfItsDay(orders: readonly CountedOrder[], at: number, purchaseDay: DayNumber): boolean {
  for (let before = at - 1; before >= 0; before--)
    if (orders[before]?.purchaseDay === purchaseDay) return false;
  return true;
}
