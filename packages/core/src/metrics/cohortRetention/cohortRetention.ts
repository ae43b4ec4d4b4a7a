import { customerIndexOf, type NumberColumn, type OrderLog } from '../../log/index.js';
import { type DayNumber, dateOfDayNumber } from '../../time/index.js';
import { type CountBasis, type Metric, metricBasis } from '../basis/index.js';
import { type PurchaseOptions, type PurchaseSelection, purchaseSelection } from '../window/index.js';

/** The customers whose first purchase lies in one calendar month, and what became of them. */
export interface Cohort {
  /** The month of their first purchase, such as `2026-03`. */
  readonly month: string;
  /** How many they are. */
  readonly customers: number;
  /** From the month of the first purchase on, one for each calendar month, also where nobody bought. */
  readonly cells: readonly CohortCell[];
}

/** A cohort in one calendar month. */
export interface CohortCell {
  /** The calendar month, such as `2026-04`. */
  readonly month: string;
  /** How many months after that of the first purchase; 0 is that month itself. */
  readonly monthsLater: number;
  /** Customers of the cohort with at least one purchase in this month. */
  readonly customers: number;
  /** These by all customers of the cohort; 1 in the month of the first purchase. */
  readonly share: number;
}

/**
 * Cohort retention: of the customers who bought first in one month, which share buys again k calendar months later.
 *
 * A cohort is all customers whose first purchase ever lies in a calendar month of the shop; cell k divides those of them who
 * have at least one purchase in the k-th calendar month after it by all of them. Somebody who pauses in one month and comes
 * back in the next is in the later cell and not in the earlier one. Cohorts stand in order of time; months without a new
 * customer have none. With a window, cohorts are of customers whose first purchase lies in it, and only purchases in it are
 * looked at; a purchase before it still makes an old customer.
 *
 * Cells reach to the month of the last day that is known of, the earlier of the window's end and `basis.asOf`. That month,
 * and the first and last month of a window that does not begin or end with a month, may be incomplete: their cells say less
 * than the others. Value null: no customer is in any cohort. `basis.count` is the number of customers in all cohorts.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`
 *
 * @example
 * ```ts
 * import { cohortRetention, createOrderLog, createShopCalendar } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const purchases = [['ann', '2026-01-05'], ['bob', '2026-01-30'], ['ann', '2026-03-20'], ['eve', '2026-03-21']];
 * for (const [index, [customerId, day]] of purchases.entries()) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: `o-${index}`, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const cohorts = cohortRetention(log).value ?? [];
 * cohorts.map(({ month, customers }) => [month, customers]); // => [['2026-01', 2], ['2026-03', 1]]
 * cohorts[0]?.cells.map(({ month, share }) => [month, share]); // => [['2026-01', 1], ['2026-02', 0], ['2026-03', 0.5]]
 * ```
 */
export function cohortRetention(
  log: OrderLog,
  options: PurchaseOptions = {},
): Metric<readonly Cohort[], CountBasis> {
  const selection = purchaseSelection(options);
  const cohorts = [...activeCustomers(log, selection)]
    .sort(([a], [b]) => a - b)
    .map(([month, counts]) => cohortOf(month, counts));
  const count = cohorts.reduce((sum, { customers }) => sum + customers, 0);
  const basis = { ...metricBasis('cohortRetention', log, selection, null), count };
  return { value: count === 0 ? null : cohorts, basis };
}

/** By month of first purchase, how many customers bought in this and each later month. Months count from year 0. */
function activeCustomers(log: OrderLog, selection: PurchaseSelection): Map<number, Uint32Array> {
  const { status } = log.columns;
  const { starts, rows, days } = customerIndexOf(log);
  const { firstDay, monthOf } = monthTable(days);
  const lastMonth = monthOf[Math.min(selection.to - firstDay, monthOf.length) - 1] ?? 0;
  const cohorts = new Map<number, Uint32Array>();
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const end = starts[customer + 1] ?? 0;
    let cohortMonth = -1;
    let cohort: Uint32Array | undefined;
    let monthBefore = -1;
    for (let at = starts[customer] ?? 0; at < end; at++) {
      const day = days[at] ?? 0;
      if (((status[rows[at] ?? 0] ?? 0) & selection.rejectedStatus) !== 0) continue;
      // The first purchase decides: one before the window makes no new customer of the window.
      if (day >= selection.to || (cohort === undefined && day < selection.from)) break;
      const month = monthOf[day - firstDay] ?? 0;
      if (cohort === undefined) {
        cohortMonth = month;
        cohort = cohorts.get(month) ?? new Uint32Array(lastMonth - month + 1);
        cohorts.set(month, cohort);
      }
      if (month === monthBefore) continue;
      monthBefore = month;
      cohort[month - cohortMonth] = (cohort[month - cohortMonth] ?? 0) + 1;
    }
  }
  return cohorts;
}

/**
 * The month of each day, counted from year 0, for all days from the first to the last of some: a look-up instead of a
 * calculation for every purchase.
 */
function monthTable(days: NumberColumn): { readonly firstDay: DayNumber; readonly monthOf: Int32Array } {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < days.length; at++) {
    const day = days[at] ?? 0;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  const monthOf = Int32Array.from({ length: Math.max(0, lastDay - firstDay + 1) }, (_, index) => {
    const { year, month } = dateOfDayNumber(firstDay + index);
    return year * 12 + month - 1;
  });
  return { firstDay, monthOf };
}

function cohortOf(cohortMonth: number, counts: Uint32Array): Cohort {
  const customers = counts[0] ?? 0;
  const cells = Array.from(counts, (active, monthsLater) => ({
    month: monthText(cohortMonth + monthsLater),
    monthsLater,
    customers: active,
    share: active / customers,
  }));
  return { month: monthText(cohortMonth), customers, cells };
}

function monthText(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
