import { epochMillisOf, type Instant } from '@aftercare/core';
import type { View } from '../../kind/index.js';
import { claimablePieces } from './returnMoves.js';
import { countOf } from './returnPlans.js';
import { isOfCustomer } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';
import { returnWindowEnd } from './returnWindow.js';

/**
 * When nothing more can be claimed about what a case has settled. Only the case that sent a replacement knows of it, so
 * it has to last for as long as a fault of the replacement counts; the settlement stands for its delivery.
 *
 * @returns null when nothing has been settled
 */
export function endOfClaims(view: View<ReturnShape>): Instant | null {
  const { data, settings } = view;
  const { settledAt } = data;
  if (settledAt === null || !data.lines.some(({ lineId }) => hasReplacement(view, lineId))) return settledAt;
  const calendar = view.calendar(settings.calendar);
  const ends = Object.values(settings.reasons).flatMap(({ fault, window: { value } }) => {
    if (value === null || isOfCustomer(fault)) return [];
    // A day more or less for a holiday does not matter here, and calendars of working days end.
    const rule = 'days' in value ? { days: value.days } : value;
    return [returnWindowEnd(settledAt, rule, calendar)];
  });
  return [settledAt, ...ends].reduce((last, end) => (millis(end) > millis(last) ? end : last));
}

/** Whether the customer has replacements of a line that they can claim about. */
function hasReplacement(view: View<ReturnShape>, lineId: string): boolean {
  return countOf(view, lineId, 'replaced') > 0 && claimablePieces(view, lineId) > 0;
}

function millis(instant: Instant): number {
  return epochMillisOf(instant) ?? 0;
}
