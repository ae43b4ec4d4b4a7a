import { derivedOnce } from './derivedOnce.js';
import type { NumberColumn } from './orderColumns.js';
import type { OrderLog } from './orderLog.js';
import { GROUP_SIZE, type PurchaseGroups, purchaseGroupsOf } from './purchaseGroups.js';
import { sortPart } from './sortPart.js';

/** The purchases of each customer by day, as `purchaseKey`s: for questions that `PurchaseGroups` leave open. */
export interface PurchaseKeys {
  /** Where the keys of a customer begin; by customer number, and one more at the end. */
  readonly starts: NumberColumn;
  /** Where they end, excluded. */
  readonly ends: NumberColumn;
  /** Of each customer in ascending order. */
  readonly keys: NumberColumn;
}

/** The {@link PurchaseKeys} of a log, built when they are first asked for after a change. */
export const purchaseKeysOf: (log: OrderLog) => PurchaseKeys = derivedOnce(buildPurchaseKeys);

/** A counting sort by customer within each group, then a sort by day where purchases did not come in that order. */
function buildPurchaseKeys(log: OrderLog): PurchaseKeys {
  const groups = purchaseGroupsOf(log);
  const customers = log.columns.customerNumbers;
  const starts = startsOf(groups, customers);
  const ends = starts.slice(0, customers);
  const keys = new Uint32Array(starts[customers] ?? 0);
  for (let group = 0; group < groups.ends.length; group++) {
    const end = groups.ends[group] ?? 0;
    for (let from = groups.starts[group] ?? 0; from < end; from++) {
      const customer = group * GROUP_SIZE + (groups.members[from] ?? 0);
      const at = ends[customer] ?? 0;
      ends[customer] = at + 1;
      keys[at] = groups.keys[from] ?? 0;
    }
  }
  for (let customer = 0; customer < customers; customer++) {
    sortPart(keys, starts[customer] ?? 0, ends[customer] ?? 0);
  }
  return { starts, ends, keys };
}

function startsOf(groups: PurchaseGroups, customers: number): Uint32Array {
  const starts = new Uint32Array(customers + 1);
  for (let group = 0; group < groups.ends.length; group++) {
    const end = groups.ends[group] ?? 0;
    for (let at = groups.starts[group] ?? 0; at < end; at++) {
      const next = group * GROUP_SIZE + (groups.members[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  }
  for (let customer = 1; customer <= customers; customer++) {
    starts[customer] = (starts[customer] ?? 0) + (starts[customer - 1] ?? 0);
  }
  return starts;
}
