import {
  customerIndexOf,
  type DayNumber,
  NO_DAY,
  type OrderLog,
  type PurchaseSelection,
} from '@aftercare/core';

/** How long it took customers to come back, and how often that is not known. */
export interface PurchaseGaps {
  /** Days between two purchase days of one customer that follow each other, shortest first. */
  readonly gapDays: Int32Array;
  /** Purchase days after which the customer was not seen to come back. */
  readonly openGaps: number;
  /** The first and the last purchase day, both included, NO_DAY without any. */
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
}

/**
 * Collects the gaps between purchase days.
 *
 * @param followUpEnd - the day after the last one that is known; only looked at with `followUpDays`
 * @param followUpDays - only purchases that could be followed for so many days count, and only returns within them
 */
export function purchaseGapsOf(
  log: OrderLog,
  { from, to, rejectedStatus }: PurchaseSelection,
  {
    followUpDays,
    followUpEnd,
  }: { readonly followUpDays: number | undefined; readonly followUpEnd: DayNumber },
): PurchaseGaps {
  const { starts, rows, days } = customerIndexOf(log);
  const { status, customerNumbers } = log.columns;
  const gapDays = new Int32Array(rows.length);
  let gaps = 0;
  let openGaps = 0;
  let firstDay = NO_DAY;
  let lastDay = -NO_DAY;
  const isFollowed = (day: DayNumber) => followUpDays === undefined || day + followUpDays <= followUpEnd;
  const longest = followUpDays ?? Number.POSITIVE_INFINITY;
  for (let customer = 0; customer < customerNumbers; customer++) {
    let previous: DayNumber | undefined;
    const end = starts[customer + 1] ?? 0;
    for (let at = starts[customer] ?? 0; at < end; at++) {
      const day = days[at] ?? NO_DAY;
      const isSelected = day >= from && day < to && ((status[rows[at] ?? 0] ?? 0) & rejectedStatus) === 0;
      if (!isSelected || day === previous) continue;
      if (previous !== undefined && isFollowed(previous)) {
        if (day - previous < longest) gapDays[gaps++] = day - previous;
        else openGaps++;
      }
      previous = day;
      if (day < firstDay) firstDay = day;
      if (day > lastDay) lastDay = day;
    }
    if (previous !== undefined && isFollowed(previous)) openGaps++;
  }
  return { gapDays: gapDays.subarray(0, gaps).sort(), openGaps, firstDay, lastDay };
}
