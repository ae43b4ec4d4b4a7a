import { derivedFor } from '../../log/derivedOnce.js';
import type { OrderLog } from '../../log/index.js';
import { purchaseGroupsOf } from '../../log/purchaseGroups.js';
import type { PurchaseSelection } from '../window/index.js';
import { type CustomerTallies, countGroup, PURCHASES } from './countGroup.js';

/**
 * The tallies of a selection of purchases. Metrics of one window share them; remembered are those of two selections, so that
 * two windows side by side, this year and last, are not counted over and over.
 */
export const customerTallies: (log: OrderLog, selection: PurchaseSelection) => CustomerTallies = derivedFor(
  2,
  ({ from, to, rejectedStatus }: PurchaseSelection) => `${from} ${to} ${rejectedStatus}`,
  (log: OrderLog, selection: PurchaseSelection) => {
    const groups = purchaseGroupsOf(log);
    const tallies = new Int32Array(log.columns.customerNumbers * 4);
    for (let group = 0; group < groups.ends.length; group++) countGroup(groups, group, selection, tallies);
    return tallies;
  },
);

/** How many customers have a selected purchase, erased ones included. */
export function countBuyers(tallies: CustomerTallies): number {
  let buyers = 0;
  for (let own = 0; own < tallies.length; own += 4) {
    if (tallies[own + PURCHASES] !== 0) buyers++;
  }
  return buyers;
}
