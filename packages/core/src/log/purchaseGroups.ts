import { derivedOnce } from './derivedOnce.js';
import { NO_DAY, type NumberColumn } from './orderColumns.js';
import type { OrderLog } from './orderLog.js';
import { purchaseKey } from './purchaseKey.js';

/** Customers of a group. What is counted of so many customers fits into the processor's caches. */
const GROUP_BITS = 12;
export const GROUP_SIZE = 1 << GROUP_BITS;

/**
 * All purchases by groups of customers: customers 0 to 4,095 are the first group. Whoever counts purchases by customer in the
 * order of rows jumps to and fro in memory with every one of them, which takes several times as long as counting them group
 * by group.
 */
export interface PurchaseGroups {
  /** Where the purchases of a group begin. */
  readonly starts: NumberColumn;
  /** Where they end, excluded. From there to the next start is room for orders that are no purchases. */
  readonly ends: NumberColumn;
  /** The number of the customer within the group. Those of one customer stand in the order of rows, not of days. */
  readonly members: NumberColumn;
  /** Its {@link purchaseKey}. */
  readonly keys: NumberColumn;
}

/** The {@link PurchaseGroups} of a log, built when they are first asked for after a change. */
export const purchaseGroupsOf: (log: OrderLog) => PurchaseGroups = derivedOnce(buildPurchaseGroups);

/** A counting sort by group. */
function buildPurchaseGroups({ columns }: OrderLog): PurchaseGroups {
  const { customer, customerNumbers, purchaseDay, status, count } = columns;
  const starts = new Uint32Array(Math.ceil(customerNumbers / GROUP_SIZE) + 1);
  for (let row = 0; row < count; row++) {
    const next = ((customer[row] ?? 0) >>> GROUP_BITS) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let group = 1; group < starts.length; group++) {
    starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  }
  const ends = starts.slice(0, -1);
  const members = new Uint16Array(count);
  const keys = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const day = purchaseDay[row] ?? NO_DAY;
    if (day === NO_DAY) continue;
    const number = customer[row] ?? 0;
    const group = number >>> GROUP_BITS;
    const at = ends[group] ?? 0;
    ends[group] = at + 1;
    members[at] = number & (GROUP_SIZE - 1);
    keys[at] = purchaseKey(day, status[row] ?? 0);
  }
  return { starts, ends, members, keys };
}
