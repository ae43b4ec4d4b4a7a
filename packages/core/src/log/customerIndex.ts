import { derivedOnce } from './derivedOnce.js';
import { NO_DAY, type NumberColumn, type OrderColumns } from './orderColumns.js';
import type { OrderLog } from './orderLog.js';

/**
 * The purchases of each customer in order of time. Those of customer `number` stand in `rows` and `days` from
 * `starts[number]` up to, but not with, `starts[number + 1]`: by purchase day, within a day by instant.
 *
 * It has every order with a purchase day, wholly refunded and flagged ones too: a metric leaves out what its selection
 * rejects by looking at `columns.status[rows[at]]`.
 */
export interface CustomerIndex {
  /** By customer number, and one more at the end. Unsigned 32-bit integers. */
  readonly starts: NumberColumn;
  /** Rows of the columns. Unsigned 32-bit integers. */
  readonly rows: NumberColumn;
  /** The purchase days of `rows`, side by side for loops that need no more. Signed 32-bit integers. */
  readonly days: NumberColumn;
}

/**
 * The {@link CustomerIndex} of a log, for questions about all customers. It is built when it is first asked for after a
 * change, in time that grows with the log; for one customer ask `log.ordersOf`.
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, customerIndexOf } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * for (const day of ['2026-03-05', '2026-03-01', '2026-03-02']) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: day, customerId: 'ann', total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const { starts, rows, days } = customerIndexOf(log);
 * const ann = log.customerNumberOf('ann') ?? 0;
 * const first = starts[ann] ?? 0;
 * log.orderIdOf(rows[first] ?? 0); // => '2026-03-01'
 * (days[first + 2] ?? 0) - (days[first] ?? 0); // => 4
 * ```
 */
export const customerIndexOf: (log: OrderLog) => CustomerIndex = derivedOnce(buildCustomerIndex);

/** A counting sort by customer, then each customer's purchases by time where they did not come in that order. */
function buildCustomerIndex({ columns }: OrderLog): CustomerIndex {
  const { customer, customerNumbers, purchaseDay, count } = columns;
  const starts = new Uint32Array(customerNumbers + 1);
  for (let row = 0; row < count; row++) {
    if (purchaseDay[row] === NO_DAY) continue;
    const place = (customer[row] ?? 0) + 1;
    starts[place] = (starts[place] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  }
  const rows = new Uint32Array(starts[customerNumbers] ?? 0);
  const ends = starts.slice();
  for (let row = 0; row < count; row++) {
    if (purchaseDay[row] === NO_DAY) continue;
    const number = customer[row] ?? 0;
    const at = ends[number] ?? 0;
    ends[number] = at + 1;
    rows[at] = row;
  }
  sortEachByTime(columns, starts, rows);
  const days = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) days[at] = purchaseDay[rows[at] ?? 0] ?? NO_DAY;
  return { starts, rows, days };
}

/** Up to so many rows, moving them one by one is faster than calling the engine's sort. */
const FEW = 32;

/** Sorts the rows of each customer by purchase day and instant. Most are in order already. */
function sortEachByTime(columns: OrderColumns, starts: Uint32Array, rows: Uint32Array): void {
  const { purchaseDay, purchasedAt } = columns;
  // An instant alone will not do: where clocks go back over midnight, a later one can lie on an earlier day.
  const byTime = (a: number, b: number) =>
    (purchaseDay[a] ?? 0) - (purchaseDay[b] ?? 0) || (purchasedAt[a] ?? 0) - (purchasedAt[b] ?? 0);
  for (let number = 0; number + 1 < starts.length; number++) {
    const start = starts[number] ?? 0;
    const end = starts[number + 1] ?? 0;
    for (let at = start + 1; at < end; at++) {
      const row = rows[at] ?? 0;
      if (byTime(rows[at - 1] ?? 0, row) <= 0) continue;
      if (end - start > FEW) {
        rows.subarray(start, end).sort(byTime);
        break;
      }
      let to = at;
      for (; to > start && byTime(rows[to - 1] ?? 0, row) > 0; to--) rows[to] = rows[to - 1] ?? 0;
      rows[to] = row;
    }
  }
}
