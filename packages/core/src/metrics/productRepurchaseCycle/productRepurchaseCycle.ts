import { AftercareError, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import type { OrderLog } from '../../log/index.js';
import { requireInteger } from '../../time/requireInteger.js';
import { type CountBasis, type Metric, type MetricBasis, metricBasis } from '../basis/index.js';
import { type PurchaseOptions, purchaseSelection } from '../window/index.js';
import { daysPerPieceSum, type ProductPairs, productPairs } from './productPairs.js';

/** How {@link productRepurchaseCycle} measures, and what stands in where there is too little to measure. */
export interface ProductRepurchaseCycleOptions extends PurchaseOptions {
  /** With fewer pairs than this, 1 or more, nothing is concluded from them. Absent: 20. */
  readonly minimumPairs?: number;
  /**
   * Days that one piece is meant to last, by SKU: a box of twelve masks, one every two or three days, about 30. Above zero;
   * stands in where there are too few pairs.
   */
  readonly declaredCycleDays?: Readonly<Record<string, number>>;
}

/** What a product's cycle rests on; `count` is the number of pairs. */
export interface ProductRepurchaseCycleBasis extends CountBasis {
  readonly sku: string;
  /** Where the value comes from: the pairs, the declared cycle, or nowhere. */
  readonly source: 'measured' | 'declared' | 'none';
  /** How many customers the pairs come from: twenty pairs of one customer tell of one customer. */
  readonly customers: number;
  readonly minimumPairs: number;
  /** What the pairs come out at, however few they are; null where there are none. */
  readonly measuredCycleDays: number | null;
}

/**
 * The repurchase cycle of a product (产品回购周期): for how many days one piece of it lasts a customer. It tells when to
 * remind a customer who bought so many pieces.
 *
 * For each two consecutive days on which one customer bought this SKU: days between, divided by the pieces bought on the
 * earlier one. The value is the mean over all these pairs of all customers. Two bottles of 50 ml, and again after 60 days:
 * 30 days a bottle. SKUs are taken as sold, so 50 ml and 100 ml are two. Pieces bought on one day are added up over its
 * orders. With a window both days of a pair lie in it.
 *
 * Below `minimumPairs` the declared cycle stands in, or null if none is declared; `basis.source` says which. An order of
 * which a part was refunded counts with all its pieces, since refunds need not name a line.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`; `not_multiple_of` or `out_of_range` for
 * `minimumPairs` or a declared cycle
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, productRepurchaseCycle } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const amount = { minor: 4000, currency: 'EUR' };
 * const lines = [{ sku: 'serum-50ml', quantity: 2, amount }];
 * for (const at of ['2026-01-01T12:00:00Z', '2026-03-02T12:00:00Z']) {
 *   log.append({ id: at, customerId: 'ann', total: amount, placedAt: at, paidAt: at, lines });
 * }
 * productRepurchaseCycle(log, 'serum-50ml', { minimumPairs: 1 }).value; // => 30
 * const cautious = productRepurchaseCycle(log, 'serum-50ml', { declaredCycleDays: { 'serum-50ml': 40 } });
 * [cautious.value, cautious.basis.source, cautious.basis.count]; // => [40, 'declared', 1]
 * ```
 */
export function productRepurchaseCycle(
  log: OrderLog,
  sku: string,
  options: ProductRepurchaseCycleOptions = {},
): Metric<number, ProductRepurchaseCycleBasis> {
  const { lines } = log.columns;
  const number = lines?.skuNumberOf(sku);
  const { pairsBySku, cycleOf } = productCycles(log, options);
  return cycleOf(sku, number === undefined ? undefined : pairsBySku[number]);
}

/**
 * {@link productRepurchaseCycle} of every SKU that was bought in the window or has a declared cycle, sorted by SKU: one pass
 * over the log for all of them.
 *
 * @throws {@link AftercareError} as {@link productRepurchaseCycle}
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, productRepurchaseCycles } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const cycles = productRepurchaseCycles(log, { declaredCycleDays: { 'mask-12': 30 } });
 * cycles.map(({ value, basis }) => [basis.sku, value, basis.source]); // => [['mask-12', 30, 'declared']]
 * ```
 */
export function productRepurchaseCycles(
  log: OrderLog,
  options: ProductRepurchaseCycleOptions = {},
): readonly Metric<number, ProductRepurchaseCycleBasis>[] {
  const { lines } = log.columns;
  const { pairsBySku, cycleOf } = productCycles(log, options);
  const found = new Map<string, ProductPairs | undefined>();
  for (const sku of Object.keys(options.declaredCycleDays ?? {})) found.set(sku, undefined);
  for (const [number, pairs] of pairsBySku.entries()) {
    if (lines !== undefined && pairs !== undefined) found.set(lines.skuOf(number), pairs);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sku, pairs]) => cycleOf(sku, pairs));
}

function productCycles(log: OrderLog, options: ProductRepurchaseCycleOptions) {
  const { minimumPairs = 20, declaredCycleDays = {} } = options;
  requireInteger(minimumPairs, 'minimumPairs', 1, Number.MAX_SAFE_INTEGER);
  for (const [sku, days] of Object.entries(declaredCycleDays)) requireCycle(sku, days);
  const selection = purchaseSelection(options);
  const basis = metricBasis('productRepurchaseCycle', log, selection, true);
  const cycleOf = (sku: string, found: ProductPairs | undefined) => {
    // Not a plain look-up: a SKU may be called "constructor".
    const declared = Object.hasOwn(declaredCycleDays, sku) ? declaredCycleDays[sku] : undefined;
    return productCycle(basis, sku, found, minimumPairs, declared);
  };
  return { pairsBySku: productPairs(log, selection), cycleOf };
}

function productCycle(
  basis: MetricBasis,
  sku: string,
  found: ProductPairs | undefined,
  minimumPairs: number,
  declared: number | undefined,
): Metric<number, ProductRepurchaseCycleBasis> {
  const count = found?.pairs ?? 0;
  const measuredCycleDays = found === undefined || count === 0 ? null : daysPerPieceSum(found) / count;
  const isMeasured = count >= minimumPairs;
  return {
    value: isMeasured ? measuredCycleDays : (declared ?? null),
    basis: {
      ...basis,
      count,
      sku,
      source: isMeasured ? 'measured' : declared === undefined ? 'none' : 'declared',
      customers: found?.customers ?? 0,
      minimumPairs,
      measuredCycleDays,
    },
  };
}

function requireCycle(sku: string, days: number): void {
  if (Number.isFinite(days) && days > 0) return;
  const details = { measure: 'value' as const, received: showValue(days), minimum: 0, inclusive: false };
  throw new AftercareError([coreIssues.create('out_of_range', ['declaredCycleDays', sku], details)]);
}
