import { NO_DAY, type OrderLog, orderStatusBits } from '../log/index.js';
import type { Buyers } from '../metrics/buyers/buyers.js';
import type { PurchaseSelection } from '../metrics/window/index.js';
import type { DayNumber } from '../time/index.js';

/** Stands for a day that there is none of; earlier than every day. */
export const NEVER: DayNumber = -NO_DAY;

/** What a snapshot knows of the orders of each customer beside purchases; all by customer number. */
export interface OrderStates {
  /** 1 for a customer who had placed an order by the day, paid or not. */
  readonly hasOrder: Uint8Array;
  /** The day on which the last purchase was wholly signed for; `NO_DAY` while it is under way, `NEVER` without one. */
  readonly signedDay: Int32Array;
  /** The day on which the last order that is still to be paid was placed; `NEVER` when none is. */
  readonly unpaidDay: Int32Array;
}

/** Looks at every order once; orders that are excluded by their flags are as if they were not there. */
export function readOrderStates(
  log: OrderLog,
  selection: PurchaseSelection,
  buyers: Buyers,
  asOfDay: DayNumber,
): OrderStates {
  const { columns, calendar } = log;
  const { count, customer, customerNumbers, purchaseDay, placedAt, status } = columns;
  const hasOrder = new Uint8Array(customerNumbers);
  const signedDay = new Int32Array(customerNumbers).fill(NEVER);
  const unpaidDay = new Int32Array(customerNumbers).fill(NEVER);
  for (let row = 0; row < count; row++) {
    const bits = status[row] ?? 0;
    if ((bits & selection.excludedStatus) !== 0) continue;
    const number = customer[row] ?? 0;
    const day = purchaseDay[row] ?? NO_DAY;
    if (day <= asOfDay) {
      hasOrder[number] = 1;
      const isOfLastPurchase = day === buyers.lastDayOf(number) && (bits & selection.rejectedStatus) === 0;
      if (isOfLastPurchase) raise(signedDay, number, signedDayOf(log, row, asOfDay));
      continue;
    }
    // What is no purchase yet has no day of its own; only these few rows need one.
    const placedDay = calendar.dayNumberAt(placedAt[row] ?? 0);
    if (placedDay > asOfDay) continue;
    hasOrder[number] = 1;
    if ((bits & NOT_TO_BE_PAID) === 0) raise(unpaidDay, number, placedDay);
  }
  return { hasOrder, signedDay, unpaidDay };
}

/** Paid on delivery, or not at all any more. */
const NOT_TO_BE_PAID = orderStatusBits.cash_on_delivery | orderStatusBits.cancelled;

/** The later of both: with several orders on one day, all must have arrived. */
function raise(days: Int32Array, customer: number, day: DayNumber): void {
  if (day > (days[customer] ?? NEVER)) days[customer] = day;
}

function signedDayOf({ columns, calendar }: OrderLog, row: number, asOfDay: DayNumber): DayNumber {
  const signedAt = columns.signedAt?.[row] ?? Number.NaN;
  if (Number.isNaN(signedAt)) return NO_DAY;
  const day = calendar.dayNumberAt(signedAt);
  return day <= asOfDay ? day : NO_DAY;
}
