import type { BgNbdModel } from '../bgNbd/bgNbdModel.js';
import type { GammaGammaModel } from '../gammaGamma/gammaGammaModel.js';
import { requireAtLeast } from '../numerics/requireBounds.js';
import {
  type PurchaseHistory,
  type PurchaseSummary,
  type PurchaseSummaryBasis,
  requireHistory,
  type SpendingHistory,
  type SummarisedPurchases,
} from '../purchaseSummary/index.js';
import { DAYS_OF_UNIT, type TimeSpan, type TimeUnit } from '../timeSpan/index.js';
import type { CustomerColumn } from './customerColumn.js';

/** What a forecast rests on. Two forecasts can be compared when they agree in all of it but the histories. */
export interface ForecastBasis {
  /** The name of the function that made it. */
  readonly metric: string;
  /** The model of purchases that was used, with its parameters and what they were fitted to; absent: none. */
  readonly purchases?: BgNbdModel;
  /** The model of amounts that was used; absent: none. */
  readonly amounts?: GammaGammaModel;
  /** How far it looks ahead; absent: it does not. */
  readonly horizon?: TimeSpan;
  /** By how much later money is worth less; absent: there is no money in it, or it has no time. */
  readonly discountRatePerYear?: number;
  /** What the histories of the customers were taken from; null: it is about one history, which the caller gave. */
  readonly histories: PurchaseSummaryBasis | null;
}

/** A figure about the future, with its basis. */
export interface Forecast<Value> {
  readonly value: Value;
  readonly basis: ForecastBasis;
}

/** A figure of one customer, from a history in a model's unit. A mean amount is 0 where there is none. */
export type FigureOf = (
  frequency: number,
  recency: number,
  tenure: number,
  meanAmountMinor: number,
) => number;

/** One history, or all of a summary. */
export type Customers = (PurchaseHistory & Partial<SpendingHistory>) | SummarisedPurchases;

/** A figure for one history, or for each of a summary; null for a summary of nobody. */
export function forecast(
  customers: Customers,
  unit: TimeUnit,
  basis: Omit<ForecastBasis, 'histories'>,
  figureOf: FigureOf,
): Forecast<number | CustomerColumn | null> {
  if ('basis' in customers) {
    const value = customers.value === null ? null : columnOf(customers.value, unit, figureOf);
    return { value, basis: { ...basis, histories: customers.basis } };
  }
  requireHistory(customers);
  const { frequency, recency, tenure, meanAmountMinor } = customers;
  const factor = DAYS_OF_UNIT[customers.unit] / DAYS_OF_UNIT[unit];
  requireAtLeast(meanAmountMinor ?? 0, 0, 'meanAmountMinor');
  const value = figureOf(frequency, recency * factor, tenure * factor, meanAmountMinor ?? 0);
  return { value, basis: { ...basis, histories: null } };
}

function columnOf(summary: PurchaseSummary, unit: TimeUnit, figureOf: FigureOf): CustomerColumn {
  const { count, frequency, recency, tenure, meanAmountMinor } = summary;
  const factor = DAYS_OF_UNIT[summary.unit] / DAYS_OF_UNIT[unit];
  const values = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    values[place] = figureOf(
      frequency[place] ?? 0,
      (recency[place] ?? 0) * factor,
      (tenure[place] ?? 0) * factor,
      meanAmountMinor[place] ?? 0,
    );
  }
  return summary.columnOf(values);
}
