import { derivedFor } from '../../log/derivedOnce.js';
import type { OrderLog } from '../../log/index.js';
import { GROUP_SIZE, type PurchaseGroups, purchaseGroupsOf } from '../../log/purchaseGroups.js';
import { dayOfKey, leastKeyOf } from '../../log/purchaseKey.js';
import type { DayNumber } from '../../time/index.js';
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

function countPurchases(log: OrderLog, selection: PurchaseSelection): CustomerTallies {
  const groups = purchaseGroupsOf(log);
  const tallies = new Int32Array(log.columns.customerNumbers * 4);
  const outOfOrder = new Uint8Array(GROUP_SIZE);
  for (let group = 0; group < groups.ends.length; group++) {
    const allInOrder = countGroup(groups, group, selection, tallies, outOfOrder);
    if (!allInOrder) recountGroup(groups, group, selection, tallies, outOfOrder);
  }
  return tallies;
}

/**
 * Counts the purchases of a group as they came in. Where a customer's do not come by day, as when an order is paid late,
 * the count may be wrong: the customer is marked, and false comes back.
 */
function countGroup(
  { starts, ends, members, keys }: PurchaseGroups,
  group: number,
  { from, to, rejectedStatus }: PurchaseSelection,
  tallies: CustomerTallies,
  outOfOrder: Uint8Array,
): boolean {
  const [fromKey, toKey] = [leastKeyOf(from), leastKeyOf(to)];
  const end = ends[group] ?? 0;
  let allInOrder = true;
  for (let at = starts[group] ?? 0; at < end; at++) {
    const key = keys[at] ?? 0;
    if ((key & rejectedStatus) !== 0 || key < fromKey || key >= toKey) continue;
    const member = members[at] ?? 0;
    if (addPurchase(tallies, (group * GROUP_SIZE + member) * 4, dayOfKey(key))) continue;
    outOfOrder[member] = 1;
    allInOrder = false;
  }
  return allInOrder;
}

/** Counts the purchases of the marked customers once more, by day, and takes the marks away. */
function recountGroup(
  { starts, ends, members, keys }: PurchaseGroups,
  group: number,
  { from, to, rejectedStatus }: PurchaseSelection,
  tallies: CustomerTallies,
  outOfOrder: Uint8Array,
): void {
  const [fromKey, toKey] = [leastKeyOf(from), leastKeyOf(to)];
  const end = ends[group] ?? 0;
  // Customer and key in one number, which sorts by customer first.
  const purchases: number[] = [];
  for (let at = starts[group] ?? 0; at < end; at++) {
    const member = members[at] ?? 0;
    if (outOfOrder[member] === 0) continue;
    const key = keys[at] ?? 0;
    if ((key & rejectedStatus) === 0 && key >= fromKey && key < toKey) purchases.push(member * 2 ** 32 + key);
  }
  for (let member = 0; member < GROUP_SIZE; member++) {
    const own = (group * GROUP_SIZE + member) * 4;
    if (outOfOrder[member] !== 0) tallies.fill(0, own, own + 4);
  }
  for (const purchase of Float64Array.from(purchases).sort()) {
    const member = Math.floor(purchase / 2 ** 32);
    addPurchase(tallies, (group * GROUP_SIZE + member) * 4, dayOfKey(purchase));
  }
  outOfOrder.fill(0);
}

/** Counts a purchase for the customer whose tally begins at `own`. False if a later one was counted before. */
function addPurchase(tallies: CustomerTallies, own: number, day: DayNumber): boolean {
  const purchases = tallies[own + PURCHASES] ?? 0;
  tallies[own + PURCHASES] = purchases + 1;
  if (purchases === 0) {
    tallies[own + PURCHASE_DAYS] = 1;
    tallies[own + FIRST_DAY] = day;
    tallies[own + LAST_DAY] = day;
    return true;
  }
  const lastDay = tallies[own + LAST_DAY] ?? 0;
  if (day <= lastDay) return day === lastDay;
  tallies[own + PURCHASE_DAYS] = (tallies[own + PURCHASE_DAYS] ?? 0) + 1;
  tallies[own + LAST_DAY] = day;
  return true;
}
