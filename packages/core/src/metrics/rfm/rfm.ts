import { parseWith, unwrap } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import type { OrderLog } from '../../log/index.js';
import { type AsOfBasis, type AsOfOptions, asOfBasis, selectionAsOf } from '../asOf/asOf.js';
import type { Metric } from '../basis/index.js';
import { type CustomerTable, customerTable } from '../customerTable/customerTable.js';
import type { MergingOptions, PurchaseOptions } from '../window/index.js';
import { type RfmScoring, type RfmValues, rfmScoring } from './rfmScoring.js';
import { type RfmSegment, segmentFinder } from './rfmSegment.js';
import { type RfmTables, rfmTablesSchema } from './rfmTables.js';
import type { RfmThresholds } from './rfmThresholds.js';

/** How {@link rfm} looks at purchases, scores and names. */
export interface RfmOptions extends PurchaseOptions, MergingOptions, AsOfOptions, RfmTables {}

/** A customer's RFM. */
export interface RfmRow extends RfmValues {
  readonly customerId: string;
  /** 1 to 5; 5 came last. */
  readonly recencyScore: number;
  /** 1 to 5; 5 came most often. */
  readonly frequencyScore: number;
  /** 1 to 5; 5 spent most. */
  readonly monetaryScore: number;
  /** The code of the segment. */
  readonly segment: string;
}

/** How many customers a segment has, and what they spent. */
export interface RfmSegmentSize {
  readonly code: string;
  readonly customers: number;
  readonly monetaryMinor: number;
}

/** The RFM of all customers with a purchase. */
export interface RfmTable extends CustomerTable<RfmRow> {
  /** All segments, empty ones too, in the order of their table; erased customers are counted. */
  readonly segments: readonly RfmSegmentSize[];
}

/** What {@link rfm} rests on; `count` is the number of customers with a purchase, erased ones included. */
export interface RfmBasis extends AsOfBasis {
  readonly scoring: 'rank' | 'thresholds';
  /** The bounds that were applied; with `rank`, those that ranking came out at. Null: there was nobody to rank. */
  readonly thresholds: RfmThresholds | null;
  readonly currency: string;
}

/**
 * RFM, the direct-mail trade's way to tell good customers from others: how recently, how frequently they bought, and what
 * they spent (monetary value), each as a score from 1 to 5, 5 is best.
 *
 * - Recency: days from the last purchase to `asOf`; 0 for who bought on that day.
 * - Frequency: purchases; by default all orders of one day are one (`mergeSameDay: false` counts orders).
 * - Monetary value: totals of these orders less what was refunded of them, in the minor unit.
 *
 * Scores are by rank: `1 + floor(5 * customers strictly worse / customers)`, so customers with equal values score equally,
 * at the price of uneven groups where many are equal (if most bought once, most score 1). Or they are by thresholds, which
 * makes scores comparable over time; the thresholds that ranking came out at are in the basis, to be kept for that.
 * With a window only its purchases count, and only who bought in it has scores.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`; the issues of {@link rfmThresholdsSchema}
 * and {@link parseRfmSegments} for tables that are not right; `unsafe_amount` when a sum leaves the safe integers
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, rfm } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const purchases = [['ann', '2026-01-05', 5000], ['ann', '2026-02-20', 7000], ['bob', '2026-01-10', 2000]] as const;
 * for (const [index, [customerId, day, minor]] of purchases.entries()) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: `o-${index}`, customerId, total: { minor, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const { value, basis } = rfm(log, { asOf: '2026-03-01' });
 * const ann = value?.of('ann');
 * [ann?.recencyDays, ann?.frequency, ann?.monetaryMinor]; // => [9, 2, 12000]
 * [ann?.recencyScore, ann?.frequencyScore, ann?.monetaryScore]; // => [3, 3, 3]
 * ann?.segment; // => 'general_winning_back'
 * basis.thresholds?.frequency; // => [2, 2, 3, 3]
 * ```
 */
export function rfm(log: OrderLog, options: RfmOptions): Metric<RfmTable, RfmBasis> {
  const { asOf, mergeSameDay = true } = options;
  const { thresholds, segments } = unwrap(parseWith(coreIssues, rfmTablesSchema, options));
  const { asOfDay, selection } = selectionAsOf(options);
  const scoring = rfmScoring(log, selection, asOfDay, mergeSameDay, thresholds);
  const basis: RfmBasis = {
    ...asOfBasis('rfm', log, selection, mergeSameDay, asOf, scoring.customers),
    scoring: thresholds === undefined ? 'rank' : 'thresholds',
    thresholds: scoring.thresholds,
    currency: log.currency,
  };
  return { value: scoring.customers === 0 ? null : rfmTable(log, scoring, segments), basis };
}

function rfmTable(log: OrderLog, scoring: RfmScoring, segments: readonly RfmSegment[]): RfmTable {
  const segmentOf = segmentFinder(segments);
  const rowOf = (customerId: string, customer: number): RfmRow | undefined => {
    const values = scoring.valuesOf(customer);
    if (values === undefined) return undefined;
    const scores = scoring.scoresOf(values);
    return {
      customerId,
      ...values,
      recencyScore: scores.recency,
      frequencyScore: scores.frequency,
      monetaryScore: scores.monetary,
      segment: segments[segmentOf(scores)]?.code ?? '',
    };
  };
  return {
    ...customerTable(log, rowOf),
    segments: segmentSizes(scoring, log.columns.customerNumbers, segments, segmentOf),
  };
}

function segmentSizes(
  { valuesOf, scoresOf }: RfmScoring,
  customerNumbers: number,
  segments: readonly RfmSegment[],
  segmentOf: ReturnType<typeof segmentFinder>,
): RfmSegmentSize[] {
  const customers = new Float64Array(segments.length);
  const monetaryMinor = new Float64Array(segments.length);
  for (let customer = 0; customer < customerNumbers; customer++) {
    const values = valuesOf(customer);
    if (values === undefined) continue;
    const segment = segmentOf(scoresOf(values));
    customers[segment] = (customers[segment] ?? 0) + 1;
    monetaryMinor[segment] = (monetaryMinor[segment] ?? 0) + values.monetaryMinor;
  }
  return segments.map(({ code }, segment) => ({
    code,
    customers: customers[segment] ?? 0,
    monetaryMinor: monetaryMinor[segment] ?? 0,
  }));
}
