import type { DayNumber } from '../time/index.js';
import { derivedOnce } from './derivedOnce.js';
import { NO_DAY, type NumberColumn } from './orderColumns.js';
import type { OrderLog } from './orderLog.js';

/** Bits of a key for the status: all of `orderStatusBits`. The 22 above them hold every day from 0001 to 9999. */
const STATUS_BITS = 10;
/** Added to the number of a day, so that 0001-01-01 is 0. */
const DAY_OFFSET = 719_162;

/** Customers whose keys are brought to their places at a time: few enough that these stay in the processor's caches. */
const GROUP_BITS = 12;
const GROUP_SIZE = 1 << GROUP_BITS;

/**
 * The purchases of each customer by day, an unsigned 32-bit integer each: {@link keyOfDay} plus the status. Day and status
 * in one number are sorted, moved and scanned at the price of one, and rates need no more of an order.
 */
export interface PurchaseKeys {
  /** Where the keys of a customer begin. */
  readonly starts: NumberColumn;
  /** Where they end. Places from there to the next start are left over: orders that are no purchases. */
  readonly ends: NumberColumn;
  /** Of each customer in ascending order. */
  readonly keys: NumberColumn;
}

/** The {@link PurchaseKeys} of a log, built when they are first asked for after a change. */
export const purchaseKeysOf: (log: OrderLog) => PurchaseKeys = derivedOnce(buildPurchaseKeys);

/** The least key that a day can have; 0 for a day before all days, 2^32 for one after all. */
export function keyOfDay(day: DayNumber): number {
  return Math.max(0, Math.min(2 ** 32, (day + DAY_OFFSET) * 2 ** STATUS_BITS));
}

/** The day of a key. */
export function dayOfKey(key: number): DayNumber {
  return (key >>> STATUS_BITS) - DAY_OFFSET;
}

/**
 * A counting sort in two steps. Putting five million keys straight to their customers' places would miss the caches with
 * nearly every one; so they go to groups of customers first, each of which is written in sequence, and then to their places
 * within the group.
 */
function buildPurchaseKeys(log: OrderLog): PurchaseKeys {
  const { customer, purchaseDay, status, count, orderCounts } = log.columns;
  const customers = orderCounts.length;
  const starts = runningSums(orderCounts);

  const groupCount = Math.ceil(customers / GROUP_SIZE);
  const groupEnds = Uint32Array.from({ length: groupCount }, (_, group) => starts[group << GROUP_BITS] ?? 0);
  const keysByGroup = new Uint32Array(count);
  const memberByGroup = new Uint16Array(count);
  for (let row = 0; row < count; row++) {
    const day = purchaseDay[row] ?? NO_DAY;
    if (day === NO_DAY) continue;
    const number = customer[row] ?? 0;
    const group = number >>> GROUP_BITS;
    const at = groupEnds[group] ?? 0;
    groupEnds[group] = at + 1;
    keysByGroup[at] = ((day + DAY_OFFSET) << STATUS_BITS) | (status[row] ?? 0);
    memberByGroup[at] = number & (GROUP_SIZE - 1);
  }

  const ends = starts.slice(0, customers);
  const keys = new Uint32Array(count);
  const outOfOrder = new Uint8Array(customers);
  for (let group = 0; group < groupCount; group++) {
    const first = group << GROUP_BITS;
    const end = groupEnds[group] ?? 0;
    for (let from = starts[first] ?? 0; from < end; from++) {
      const number = first + (memberByGroup[from] ?? 0);
      const at = ends[number] ?? 0;
      ends[number] = at + 1;
      const key = keysByGroup[from] ?? 0;
      keys[at] = key;
      // The key before may be another customer's, who is then sorted in vain: cheaper than finding out.
      if (at > 0 && (keys[at - 1] ?? 0) > key) outOfOrder[number] = 1;
    }
  }
  for (let number = 0; number < customers; number++) {
    if (outOfOrder[number] === 1) sortPart(keys, starts[number] ?? 0, ends[number] ?? 0);
  }
  return { starts, ends, keys };
}

/** The sum of all counts before each place, and of all at the end. */
function runningSums(counts: NumberColumn): Uint32Array {
  const sums = new Uint32Array(counts.length + 1);
  let sum = 0;
  for (let place = 0; place < counts.length; place++) {
    sum += counts[place] ?? 0;
    sums[place + 1] = sum;
  }
  return sums;
}

/** Up to so many keys, moving them one by one is faster than calling the engine's sort. */
const FEW = 32;

function sortPart(keys: Uint32Array, start: number, end: number): void {
  if (end - start > FEW) {
    keys.subarray(start, end).sort();
    return;
  }
  for (let at = start + 1; at < end; at++) {
    const key = keys[at] ?? 0;
    let to = at;
    for (; to > start && (keys[to - 1] ?? 0) > key; to--) keys[to] = keys[to - 1] ?? 0;
    keys[to] = key;
  }
}
