import { derivedFor } from '../../log/derivedOnce.js';
import type { OrderLog } from '../../log/index.js';
import { dayOfKey, keyOfDay, purchaseKeysOf } from '../../log/purchaseKeys.js';
import type { PurchaseSelection } from '../window/index.js';

/** The places in a customer's group of four, see {@link CustomerTallies}. */
export const PURCHASES = 0;
export const PURCHASE_DAYS = 1;
export const FIRST_DAY = 2;
export const LAST_DAY = 3;

/**
 * What the repurchase metrics need to know of each customer: from `4 * customer` on, how many purchases were selected, on
 * how many different days, the first and the last of these days. All 0 where nothing was selected.
 */
export type CustomerTallies = Int32Array;

/**
 * The tallies of a selection of purchases. Metrics of one window share them; remembered are those of two selections, so that
 * two windows side by side, this year and last, are not counted over and over.
 */
export const customerTallies: (log: OrderLog, selection: PurchaseSelection) => CustomerTallies = derivedFor(
  2,
  ({ from, to, rejectedStatus }: PurchaseSelection) => `${from} ${to} ${rejectedStatus}`,
  countPurchases,
);

/** How many customers have a selected purchase, erased ones included. */
export function countBuyers(tallies: CustomerTallies): number {
  let buyers = 0;
  for (let own = 0; own < tallies.length; own += 4) {
    if (tallies[own + PURCHASES] !== 0) buyers++;
  }
  return buyers;
}

function countPurchases(log: OrderLog, { from, to, rejectedStatus }: PurchaseSelection): CustomerTallies {
  const { starts, ends, keys } = purchaseKeysOf(log);
  const fromKey = keyOfDay(from);
  const toKey = keyOfDay(to);
  const tallies = new Int32Array(ends.length * 4);
  for (let customer = 0; customer < ends.length; customer++) {
    const end = ends[customer] ?? 0;
    let purchases = 0;
    let purchaseDays = 0;
    let firstDay = 0;
    let lastDay = 0;
    for (let at = starts[customer] ?? 0; at < end; at++) {
      const key = keys[at] ?? 0;
      if (key < fromKey || (key & rejectedStatus) !== 0) continue;
      if (key >= toKey) break;
      const day = dayOfKey(key);
      purchases++;
      if (purchaseDays === 0) firstDay = day;
      else if (day === lastDay) continue;
      purchaseDays++;
      lastDay = day;
    }
    const own = customer * 4;
    tallies[own + PURCHASES] = purchases;
    tallies[own + PURCHASE_DAYS] = purchaseDays;
    tallies[own + FIRST_DAY] = firstDay;
    tallies[own + LAST_DAY] = lastDay;
  }
  return tallies;
}
