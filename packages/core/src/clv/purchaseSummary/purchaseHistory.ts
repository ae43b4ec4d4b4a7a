import { requireInteger } from '../../time/requireInteger.js';
import { requireAtLeast, requireAtMost } from '../numerics/requireBounds.js';
import { requireTimeUnit, type TimeUnit } from '../timeSpan/index.js';

/**
 * What the models need to know of one customer's purchases, counted in the unit that it names. All orders of one day are
 * one purchase.
 */
export interface PurchaseHistory {
  readonly unit: TimeUnit;
  /** Purchase days after the first one: 0 for who bought once. The literature's x. */
  readonly frequency: number;
  /** From the first to the last purchase, 0 for who bought once; *not* the time since the last one. The literature's t_x. */
  readonly recency: number;
  /** From the first purchase to the end of observation; at least `recency`. The literature's T. */
  readonly tenure: number;
}

/** A history with what the repeat purchases brought. */
export interface SpendingHistory extends PurchaseHistory {
  /** The mean amount of a repeat purchase, less refunds, in the minor unit; null without a repeat purchase. */
  readonly meanAmountMinor: number | null;
}

/** Checks a history that a caller made. */
export function requireHistory({ unit, frequency, recency, tenure }: PurchaseHistory): void {
  requireTimeUnit(unit, 'unit');
  requireInteger(frequency, 'frequency', 0, Number.MAX_SAFE_INTEGER);
  requireAtLeast(tenure, 0, 'tenure');
  requireAtLeast(recency, 0, 'recency');
  requireAtMost(recency, tenure, 'recency');
}
