import { AftercareError, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import { NO_DAY, type OrderColumns, type OrderLog } from '../../log/index.js';
import type { Buyers } from '../buyers/buyers.js';
import type { PurchaseSelection } from '../window/index.js';

/** What a number of purchases brought. */
interface Revenue {
  /** The sum of what their orders cost less what was refunded of them, in the minor unit. */
  readonly revenueMinor: number;
  /** Orders, also where they count as one purchase with others of their day. */
  readonly orders: number;
}

/** The revenue of a selection of purchases. Sums of integers: they are exact, and the same in whatever order. */
export function revenueOf(log: OrderLog, selection: PurchaseSelection): Revenue {
  const { columns } = log;
  let revenueMinor = 0;
  let orders = 0;
  for (let row = 0; row < columns.count; row++) {
    if (!isSelected(columns, row, selection)) continue;
    revenueMinor += keptMinor(columns, row);
    orders++;
  }
  return { revenueMinor: requireSafeSum(revenueMinor), orders };
}

/** What each customer spent in a selection of purchases, in the minor unit, by customer number; 0 for who bought nothing. */
export function spendingByCustomer(log: OrderLog, selection: PurchaseSelection): Float64Array {
  const { columns } = log;
  const { customer, customerNumbers } = columns;
  const spentMinor = new Float64Array(customerNumbers);
  for (let row = 0; row < columns.count; row++) {
    if (!isSelected(columns, row, selection)) continue;
    const number = customer[row] ?? 0;
    spentMinor[number] = (spentMinor[number] ?? 0) + keptMinor(columns, row);
  }
  for (const sum of spentMinor) requireSafeSum(sum);
  return spentMinor;
}

/** {@link spendingByCustomer} without what each customer spent on the first day with a purchase. */
export function repeatSpendingByCustomer(
  log: OrderLog,
  selection: PurchaseSelection,
  buyers: Buyers,
): Float64Array {
  const { columns } = log;
  const { customer, purchaseDay } = columns;
  const spentMinor = new Float64Array(columns.customerNumbers);
  for (let row = 0; row < columns.count; row++) {
    if (!isSelected(columns, row, selection)) continue;
    const number = customer[row] ?? 0;
    if ((purchaseDay[row] ?? NO_DAY) === buyers.firstDayOf(number)) continue;
    spentMinor[number] = (spentMinor[number] ?? 0) + keptMinor(columns, row);
  }
  for (const sum of spentMinor) requireSafeSum(sum);
  return spentMinor;
}

/** Whether the order of a row is among the purchases of a selection. */
function isSelected(
  { purchaseDay, status }: OrderColumns,
  row: number,
  selection: PurchaseSelection,
): boolean {
  const day = purchaseDay[row] ?? NO_DAY;
  if (day < selection.from || day >= selection.to) return false;
  return ((status[row] ?? 0) & selection.rejectedStatus) === 0;
}

/** What the shop kept of an order: its total less all refunds, whenever they were made. */
function keptMinor({ totalMinor, refundedMinor }: OrderColumns, row: number): number {
  return (totalMinor[row] ?? 0) - (refundedMinor?.[row] ?? 0);
}

/** A sum beyond 2^53 - 1 may have been rounded on the way; one that is not beyond has not, since no addend is negative. */
function requireSafeSum(sumMinor: number): number {
  if (Number.isSafeInteger(sumMinor)) return sumMinor;
  throw new AftercareError([coreIssues.create('unsafe_amount', [], { received: showValue(sumMinor) })]);
}
