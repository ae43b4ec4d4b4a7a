import type { OrderLog } from '../../log/index.js';
import type { Day, DayNumber } from '../../time/index.js';
import { requireDay } from '../../time/requireDay.js';
import { type CountBasis, metricBasis } from '../basis/index.js';
import { type PurchaseOptions, type PurchaseSelection, purchaseSelection } from '../window/index.js';

/** The day from which a figure looks back. */
export interface AsOfOptions {
  /**
   * The last day that counts (included): purchases after it are not known yet. What later became of a purchase is known
   * all the same: one refunded or cancelled after this day has its refund, since the log keeps the last state of an order.
   */
  readonly asOf: Day;
}

/** The basis of a figure on each customer that looks back from a day; `count` is the number of customers. */
export interface AsOfBasis extends CountBasis {
  /** The day from which the figure looks back (included), as it was asked for. */
  readonly asOf: Day;
  /** The day of the last purchase that the log knows of, whatever its flags; null: it knows none. */
  readonly lastPurchaseDay: Day | null;
}

/** {@link purchaseSelection} of what has happened up to a day, included. */
export function selectionAsOf(options: PurchaseOptions & AsOfOptions): {
  readonly asOfDay: DayNumber;
  readonly selection: PurchaseSelection;
} {
  const asOfDay = requireDay(options.asOf, 'asOf');
  const selection = purchaseSelection(options);
  return { asOfDay, selection: { ...selection, to: Math.min(selection.to, asOfDay + 1) } };
}

/** What the bases of all figures that look back have in common. */
export function asOfBasis(
  metric: string,
  log: OrderLog,
  selection: PurchaseSelection,
  mergeSameDay: boolean | null,
  asOf: Day,
  count: number,
): AsOfBasis {
  const basis = metricBasis(metric, log, selection, mergeSameDay);
  return { ...basis, asOf, lastPurchaseDay: log.lastPurchaseDay, count };
}
