import type { OrderLog } from '../../log/index.js';
import { dayOfKey } from '../../log/purchaseKey.js';
import { purchaseKeysOf } from '../../log/purchaseKeys.js';
import { type DayNumber, dateOfDayNumber, dayNumberOf } from '../../time/index.js';
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
 * const purchases = [['ann', '2026-01-05'], ['bob', '2026-01-30'], ['ann', '2026-03-20'], ['eve', '2026-03-21']] as const;
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
function activeCustomers(
  log: OrderLog,
  { from, to, rejectedStatus }: PurchaseSelection,
): Map<number, Uint32Array> {
  const { starts, ends, keys } = purchaseKeysOf(log);
  const lastMonth = monthOf(Math.min(to - 1, dayNumberOf(log.lastPurchaseDay ?? '') ?? to));
  const cohorts = new Map<number, Uint32Array>();
  for (let customer = 0; customer < ends.length; customer++) {
    const end = ends[customer] ?? 0;
    let cohort: Uint32Array | undefined;
    let cohortMonth = 0;
    let monthBefore = -1;
    for (let at = starts[customer] ?? 0; at < end; at++) {
      const key = keys[at] ?? 0;
      if ((key & rejectedStatus) !== 0) continue;
      const day = dayOfKey(key);
      // The first purchase decides: one before the window makes no new customer of the window.
      if (day >= to || (cohort === undefined && day < from)) break;
      const month = monthOf(day);
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

function monthOf(dayNumber: DayNumber): number {
  const { year, month } = dateOfDayNumber(dayNumber);
  return year * 12 + month - 1;
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
