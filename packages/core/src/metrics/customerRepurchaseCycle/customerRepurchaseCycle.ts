import type { OrderLog } from '../../log/index.js';
import { type CountBasis, type Metric, metricBasis } from '../basis/index.js';
import { type CustomerTallies, customerTallies, FIRST_DAY, LAST_DAY, PURCHASE_DAYS } from '../tally/index.js';
import { type PurchaseOptions, purchaseSelection } from '../window/index.js';
import { medianOf } from './median.js';

/** How long customers take to buy again, in days. */
export interface CustomerCycle {
  /** The plain mean of the returning customers' cycles: every customer weighs the same. */
  readonly meanDays: number;
  /** The median of the same cycles; with an even count, the mean of the two middle ones. */
  readonly medianDays: number;
  /** The mean of all gaps: frequent buyers weigh more, so it is shorter. */
  readonly pooledMeanGapDays: number;
}

/** The basis of {@link customerRepurchaseCycle}; `count` is the number of customers with at least one gap. */
export interface CustomerCycleBasis extends CountBasis {
  /** How many gaps between purchase days there are: `pooledMeanGapDays` is `sumOfGapDays / gaps`. */
  readonly gaps: number;
  readonly sumOfGapDays: number;
}

/**
 * The shop's customer repurchase cycle (客户回购周期): how many days lie between two purchases of a customer. A customer with
 * N purchase days has N - 1 gaps, and their mean is the customer's cycle; the shop's is the mean over all customers who have
 * one. The trade's handbooks time their reminders by it.
 *
 * A day's purchases of one customer are always one. With a window, only purchase days inside it count, so no gap reaches
 * across its bounds. The value is null when no customer bought on two days.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, customerRepurchaseCycle } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const purchases = [
 *   ['ann', '2026-02-01'],
 *   ['ann', '2026-02-11'],
 *   ['ann', '2026-03-03'],
 *   ['bob', '2026-02-01'],
 *   ['bob', '2026-03-03'],
 * ] as const;
 * for (const [index, [customerId, day]] of purchases.entries()) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: `o-${index}`, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const { value, basis } = customerRepurchaseCycle(log);
 * value; // => { meanDays: 22.5, medianDays: 22.5, pooledMeanGapDays: 20 }
 * [basis.count, basis.gaps, basis.sumOfGapDays]; // => [2, 3, 60]
 * ```
 */
export function customerRepurchaseCycle(
  log: OrderLog,
  options: PurchaseOptions = {},
): Metric<CustomerCycle, CustomerCycleBasis> {
  const selection = purchaseSelection(options);
  const { cycles, spanDaysByGaps, gaps } = cyclesOf(customerTallies(log, selection));
  // Whole days add up exactly, whatever the order of customers; only then is anything divided, in one fixed order.
  let sumOfGapDays = 0;
  let sumOfCycles = 0;
  for (const [gapsOfOne, spanDays] of spanDaysByGaps.entries()) {
    if (spanDays === 0) continue;
    sumOfGapDays += spanDays;
    sumOfCycles += spanDays / gapsOfOne;
  }
  const count = cycles.length;
  const medianDays = medianOf(cycles);
  const value =
    medianDays === null
      ? null
      : { meanDays: sumOfCycles / count, medianDays, pooledMeanGapDays: sumOfGapDays / gaps };
  const basis = metricBasis('customerRepurchaseCycle', log, selection, true);
  return { value, basis: { ...basis, count, gaps, sumOfGapDays } };
}

/** The cycle of every customer with a gap, and the days between first and last purchase summed by number of gaps. */
function cyclesOf(tallies: CustomerTallies) {
  let count = 0;
  let gaps = 0;
  let mostGaps = 0;
  for (let own = 0; own < tallies.length; own += 4) {
    const gapsOfOne = (tallies[own + PURCHASE_DAYS] ?? 0) - 1;
    if (gapsOfOne < 1) continue;
    count++;
    gaps += gapsOfOne;
    if (gapsOfOne > mostGaps) mostGaps = gapsOfOne;
  }
  const cycles = new Float64Array(count);
  const spanDaysByGaps = new Float64Array(mostGaps + 1);
  for (let own = 0, next = 0; own < tallies.length; own += 4) {
    const gapsOfOne = (tallies[own + PURCHASE_DAYS] ?? 0) - 1;
    if (gapsOfOne < 1) continue;
    const spanDays = (tallies[own + LAST_DAY] ?? 0) - (tallies[own + FIRST_DAY] ?? 0);
    cycles[next++] = spanDays / gapsOfOne;
    spanDaysByGaps[gapsOfOne] = (spanDaysByGaps[gapsOfOne] ?? 0) + spanDays;
  }
  return { cycles, spanDaysByGaps, gaps };
}
