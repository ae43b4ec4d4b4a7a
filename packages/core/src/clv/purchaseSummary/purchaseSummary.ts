import type { NumberColumn, OrderLog } from '../../log/index.js';
import { type AsOfBasis, asOfBasis, selectionAsOf } from '../../metrics/asOf/asOf.js';
import type { Metric } from '../../metrics/basis/index.js';
import { type Buyers, buyersOf } from '../../metrics/buyers/buyers.js';
import { type CustomerTable, customerTable } from '../../metrics/customerTable/customerTable.js';
import { repeatSpendingByCustomer } from '../../metrics/spending/index.js';
import type { PurchaseOptions } from '../../metrics/window/index.js';
import type { Day } from '../../time/index.js';
import { requireDay } from '../../time/requireDay.js';
import type { CustomerColumn } from '../forecast/customerColumn.js';
import { DAYS_OF_UNIT, requireTimeUnit, type TimeUnit } from '../timeSpan/index.js';
import type { SpendingHistory } from './purchaseHistory.js';

/** What {@link purchaseSummary} counts. */
export interface PurchaseSummaryOptions extends Omit<PurchaseOptions, 'window'> {
  /** The last day of observation (included): later purchases are left out, to forecast them or to check a forecast. */
  readonly calibrationEnd: Day;
  /** What recency and tenure are counted in; parts of a week are kept. */
  readonly unit: TimeUnit;
}

/** A customer of a {@link PurchaseSummary}. */
export interface PurchaseSummaryRow extends SpendingHistory {
  readonly customerId: string;
}

/** The histories of all customers with a purchase, in columns: place 5 of each belongs to the same customer. */
export interface PurchaseSummary extends CustomerTable<PurchaseSummaryRow> {
  readonly unit: TimeUnit;
  /** How many customers there are: the length of every column. */
  readonly count: number;
  readonly frequency: NumberColumn;
  readonly recency: NumberColumn;
  readonly tenure: NumberColumn;
  /** 0 without a repeat purchase. */
  readonly meanAmountMinor: NumberColumn;
  /** Makes a table of a figure that has been computed for each place. Customers erased since are not in it. */
  columnOf(values: Float64Array): CustomerColumn;
}

/** What {@link purchaseSummary} rests on; `asOf` is the end of calibration, `count` the customers with a purchase. */
export interface PurchaseSummaryBasis extends AsOfBasis {
  readonly unit: TimeUnit;
  readonly currency: string;
  /** How many of the customers have a repeat purchase. */
  readonly returningCustomers: number;
}

/** A {@link PurchaseSummary} with its basis, which is handed on to every model fitted to it. */
export type SummarisedPurchases = Metric<PurchaseSummary, PurchaseSummaryBasis>;

/**
 * What models of future purchases are fitted to: of each customer how often, when last and how long ago first. Purchases
 * of one day are one, and the mean amount is that of the repeat purchases only, as in the literature on the BG/NBD and the
 * Gamma-Gamma model. Null when nobody has bought.
 *
 * @throws `AftercareError` `invalid_day`, `not_one_of`, `unsafe_amount`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar } from '@aftercare/core';
 * import { purchaseSummary } from '@aftercare/core/clv';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * for (const [day, minor] of [['2026-01-01', 5000], ['2026-01-15', 3000], ['2026-02-05', 4000]] as const) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: day, customerId: 'ann', total: { minor, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const summary = purchaseSummary(log, { calibrationEnd: '2026-03-12', unit: 'weeks' });
 * const ann = summary.value?.of('ann');
 * [ann?.frequency, ann?.recency, ann?.tenure, ann?.meanAmountMinor]; // => [2, 5, 10, 3500]
 * ```
 */
export function purchaseSummary(log: OrderLog, options: PurchaseSummaryOptions): SummarisedPurchases {
  const { calibrationEnd, unit } = options;
  requireTimeUnit(unit, 'unit');
  requireDay(calibrationEnd, 'calibrationEnd');
  const { asOfDay, selection } = selectionAsOf({ ...options, asOf: calibrationEnd });
  const buyers = buyersOf(log, selection);
  const repeatMinor = repeatSpendingByCustomer(log, selection, buyers);
  const value = summaryOf(log, buyers, repeatMinor, asOfDay, unit);
  let returningCustomers = 0;
  for (let place = 0; place < value.count; place++) if (value.frequency[place] !== 0) returningCustomers++;
  const basis: PurchaseSummaryBasis = {
    ...asOfBasis('purchaseSummary', log, selection, true, calibrationEnd, value.count),
    unit,
    currency: log.currency,
    returningCustomers,
  };
  return { value: value.count === 0 ? null : value, basis };
}

function summaryOf(
  log: OrderLog,
  buyers: Buyers,
  repeatMinor: Float64Array,
  asOfDay: number,
  unit: TimeUnit,
): PurchaseSummary {
  const { count, customerNumbers } = buyers;
  const customer = new Uint32Array(count);
  const frequency = new Float64Array(count);
  const recency = new Float64Array(count);
  const tenure = new Float64Array(count);
  const meanAmountMinor = new Float64Array(count);
  const days = DAYS_OF_UNIT[unit];
  for (let number = 0, place = 0; number < customerNumbers; number++) {
    const purchaseDays = buyers.purchaseDaysOf(number);
    if (purchaseDays === 0) continue;
    const firstDay = buyers.firstDayOf(number);
    customer[place] = number;
    frequency[place] = purchaseDays - 1;
    recency[place] = (buyers.lastDayOf(number) - firstDay) / days;
    tenure[place] = (asOfDay - firstDay) / days;
    meanAmountMinor[place] = purchaseDays === 1 ? 0 : (repeatMinor[number] ?? 0) / (purchaseDays - 1);
    place++;
  }
  const columnOf = (values: Float64Array): CustomerColumn => ({
    values,
    ...tableByPlace(log, customer, (customerId, place) => ({ customerId, value: values[place] ?? 0 })),
  });
  const rows = tableByPlace(
    log,
    customer,
    (customerId, place): PurchaseSummaryRow => ({
      customerId,
      unit,
      frequency: frequency[place] ?? 0,
      recency: recency[place] ?? 0,
      tenure: tenure[place] ?? 0,
      meanAmountMinor: frequency[place] === 0 ? null : (meanAmountMinor[place] ?? 0),
    }),
  );
  return { unit, count, frequency, recency, tenure, meanAmountMinor, columnOf, ...rows };
}

/** A table of rows that stand at places, of which each belongs to the customer with the number there. */
function tableByPlace<Row>(
  log: OrderLog,
  customers: Uint32Array,
  rowAt: (customerId: string, place: number) => Row,
): CustomerTable<Row> {
  const placeOf = new Int32Array(log.columns.customerNumbers).fill(-1);
  for (let place = 0; place < customers.length; place++) placeOf[customers[place] ?? 0] = place;
  return customerTable(log, (customerId, number) => {
    const place = placeOf[number] ?? -1;
    return place < 0 ? undefined : rowAt(customerId, place);
  });
}
