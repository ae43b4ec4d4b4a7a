import { GROUP_SIZE, type PurchaseGroups } from '../../log/purchaseGroups.js';
import { dayOfKey, leastKeyOf } from '../../log/purchaseKey.js';
import { sortPart } from '../../log/sortPart.js';
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

/** Counts the selected purchases of a group of customers. */
export function countGroup(
  groups: PurchaseGroups,
  group: number,
  selection: PurchaseSelection,
  tallies: CustomerTallies,
): void {
  const outOfOrder = countAsTheyCame(groups, group, selection, tallies);
  if (outOfOrder !== undefined) recountByDay(groups, group, selection, tallies, outOfOrder);
}

/**
 * Counts the purchases of a group in the order of rows. Where those of a customer are not in the order of days, as when an
 * order was paid late, the count may be wrong: the customers concerned are marked in what comes back.
 */
function countAsTheyCame(
  { starts, ends, members, keys }: PurchaseGroups,
  group: number,
  { from, to, rejectedStatus }: PurchaseSelection,
  tallies: CustomerTallies,
): Uint8Array | undefined {
  const fromKey = leastKeyOf(from);
  const toKey = leastKeyOf(to);
  const first = group * GROUP_SIZE;
  const end = ends[group] ?? 0;
  let outOfOrder: Uint8Array | undefined;
  for (let at = starts[group] ?? 0; at < end; at++) {
    const key = keys[at] ?? 0;
    if ((key & rejectedStatus) !== 0 || key < fromKey || key >= toKey) continue;
    const member = members[at] ?? 0;
    if (addPurchase(tallies, (first + member) * 4, dayOfKey(key))) continue;
    outOfOrder ??= new Uint8Array(GROUP_SIZE);
    outOfOrder[member] = 1;
  }
  return outOfOrder;
}

/** Counts the purchases of the marked customers once more, by day. */
function recountByDay(
  groups: PurchaseGroups,
  group: number,
  { from, to, rejectedStatus }: PurchaseSelection,
  tallies: CustomerTallies,
  outOfOrder: Uint8Array,
): void {
  const fromKey = leastKeyOf(from);
  const toKey = leastKeyOf(to);
  const { starts, keys } = purchasesOfMarked(groups, group, outOfOrder);
  for (let member = 0; member < GROUP_SIZE; member++) {
    if (outOfOrder[member] === 0) continue;
    const own = (group * GROUP_SIZE + member) * 4;
    tallies.fill(0, own, own + 4);
    const start = starts[member] ?? 0;
    const end = starts[member + 1] ?? 0;
    sortPart(keys, start, end);
    for (let at = start; at < end; at++) {
      const key = keys[at] ?? 0;
      if ((key & rejectedStatus) === 0 && key >= fromKey && key < toKey)
        addPurchase(tallies, own, dayOfKey(key));
    }
  }
}

/** The keys of the marked customers, by customer. */
function purchasesOfMarked(
  { starts, ends, members, keys }: PurchaseGroups,
  group: number,
  marks: Uint8Array,
) {
  const [start, end] = [starts[group] ?? 0, ends[group] ?? 0];
  const places = new Uint32Array(end - start);
  const startsOfMarked = new Uint32Array(GROUP_SIZE + 1);
  let count = 0;
  for (let at = start; at < end; at++) {
    const member = members[at] ?? 0;
    if (marks[member] === 0) continue;
    places[count++] = at;
    startsOfMarked[member + 1] = (startsOfMarked[member + 1] ?? 0) + 1;
  }
  for (let member = 1; member <= GROUP_SIZE; member++) {
    startsOfMarked[member] = (startsOfMarked[member] ?? 0) + (startsOfMarked[member - 1] ?? 0);
  }
  const next = startsOfMarked.slice();
  const keysOfMarked = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const at = places[index] ?? 0;
    const member = members[at] ?? 0;
    const to = next[member] ?? 0;
    next[member] = to + 1;
    keysOfMarked[to] = keys[at] ?? 0;
  }
  return { starts: startsOfMarked, keys: keysOfMarked };
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
