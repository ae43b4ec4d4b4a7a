import { derivedOnce } from './derivedOnce.js';
import { NO_DAY, type NumberColumn } from './orderColumns.js';
import type { OrderLog } from './orderLog.js';

/** Bits of a key for the status: all of `orderStatusBits`. The 22 above them hold every day from 0001 to 9999. */
export const KEY_STATUS_BITS = 10;
/** Added to the number of a day, so that 0001-01-01 is 0. */
const DAY_OFFSET = 719_162;

/** Customers whose purchases are brought together at a time: their counters and keys fit into the processor's caches. */
const GROUP_BITS = 12;
const GROUP_SIZE = 1 << GROUP_BITS;

/**
 * The purchases of each customer by day, an unsigned 32-bit integer each: `(day + 719162) * 1024 + status`. Day and status
 * in one number are sorted, scattered and scanned at the price of one, and rates need no more of an order.
 */
export interface PurchaseKeys {
  /** Where a customer's keys begin. */
  readonly starts: NumberColumn;
  /** Where they end. What lies between the end and the next start has no meaning: orders that are no purchases. */
  readonly ends: NumberColumn;
  /** Of each customer in ascending order. */
  readonly keys: NumberColumn;
}

/** The {@link PurchaseKeys} of a log, built when they are first asked for after a change. */
export const purchaseKeysOf: (log: OrderLog) => PurchaseKeys = derivedOnce(buildPurchaseKeys);

/** The number of the day of a key. */
export function dayOfKey(key: number): number {
  return (key >>> KEY_STATUS_BITS) - DAY_OFFSET;
}

/**
 * A counting sort in two steps. Putting five million keys straight to their customers' places would miss the cache with
 * every one of them; so they go to groups of customers first, each of which is written in sequence, and then within each
 * group, which fits into the cache.
 */
function buildPurchaseKeys(log: OrderLog): PurchaseKeys {
  const { customer, purchaseDay, status, count, orderCounts } = log.columns;
  const customers = orderCounts.length;
  const starts = new Uint32Array(customers + 1);
  for (let number = 0, sum = 0; number < customers; number++) {
    sum += orderCounts[number] ?? 0;
    starts[number + 1] = sum;
  }

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
    keysByGroup[at] = ((day + DAY_OFFSET) << KEY_STATUS_BITS) | (status[row] ?? 0);
    memberByGroup[at] = number & (GROUP_SIZE - 1);
  }

  const ends = starts.slice(0, customers);
  const keys = new Uint32Array(count);
  for (let group = 0; group < groupCount; group++) {
    const first = group << GROUP_BITS;
    const end = groupEnds[group] ?? 0;
    for (let from = starts[first] ?? 0; from < end; from++) {
      const number = first + (memberByGroup[from] ?? 0);
      const at = ends[number] ?? 0;
      ends[number] = at + 1;
      keys[at] = keysByGroup[from] ?? 0;
    }
    sortEach(keys, starts, ends, first, Math.min(first + GROUP_SIZE, customers));
  }
  return { starts, ends, keys };
}

/** Sorts the keys of each of these customers. Orders mostly come in as time goes by, so most are in order already. */
function sortEach(
  keys: Uint32Array,
  starts: Uint32Array,
  ends: Uint32Array,
  first: number,
  last: number,
): void {
  for (let number = first; number < last; number++) {
    const start = starts[number] ?? 0;
    const end = ends[number] ?? 0;
    for (let at = start + 1; at < end; at++) {
      if ((keys[at - 1] ?? 0) <= (keys[at] ?? 0)) continue;
      if (end - start > FEW) {
        keys.subarray(start, end).sort();
        break;
      }
      insert(keys, start, at);
    }
  }
}

/** Up to so many keys, moving them one by one is faster than calling the engine's sort. */
const FEW = 32;

/** Moves the key at `at` to its place among the sorted ones from `start` on. */
function insert(keys: Uint32Array, start: number, at: number): void {
  const key = keys[at] ?? 0;
  let to = at;
  for (; to > start; to--) {
    const before = keys[to - 1] ?? 0;
    if (before <= key) break;
    keys[to] = before;
  }
  keys[to] = key;
}
