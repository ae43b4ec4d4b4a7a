import { type Day, type DayNumber, dayOfNumber } from '../time/index.js';
import { derivedOnce } from './derivedOnce.js';
import { NO_DAY } from './orderColumns.js';
import type { OrderLog } from './orderLog.js';

/** The day of the last purchase that a log knows of, counted by a metric or not; null when it knows none. */
export const lastPurchaseDay: (log: OrderLog) => Day | null = derivedOnce(({ columns }) => {
  const { purchaseDay, count } = columns;
  let last: DayNumber = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < count; row++) {
    const day = purchaseDay[row] ?? NO_DAY;
    if (day > last && day !== NO_DAY) last = day;
  }
  return Number.isFinite(last) ? dayOfNumber(last) : null;
});
