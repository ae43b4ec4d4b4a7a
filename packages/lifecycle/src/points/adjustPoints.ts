import type { Day } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { expiryOf } from './earnPoints.js';
import { accept, alreadyRecorded, debtToSettle, type PointsDecision, refuse } from './pointsDecision.js';
import type { PointsEntry, PointsEntryOf } from './pointsEntry.js';
import type { PointsPolicy } from './pointsPolicy.js';
import { requirePoints, spend } from './redeemPoints.js';

/** Somebody gives a customer points, or takes some, by hand. */
export interface AdjustPoints {
  /** The id of the entry to be made. */
  readonly id: string;
  readonly on: Day;
  /** How many; from 1. */
  readonly points: number;
  readonly reason: string;
  /** Who does it. */
  readonly by: string;
}

/**
 * Decides on points that are given by hand: for an apology, or back for an order that was paid with points and cancelled.
 * They can be spent at once, last as long as earned ones, and first pay what the customer owes.
 *
 * @throws `AftercareError` `invalid_day`; `not_multiple_of` or `out_of_range` for a number of points that is none
 *
 * @example
 * ```ts
 * import { creditPoints, defaultPointsPolicy } from '@aftercare/lifecycle';
 *
 * const apology = { id: 'a-1', on: '2026-03-01', points: 50, reason: 'Parcel came late', by: 'staff-7' };
 * const decision = creditPoints([], apology, defaultPointsPolicy);
 * decision.accepted ? decision.entry.expiresOn : ''; // => '2027-03-01'
 * ```
 */
export function creditPoints(
  entries: readonly PointsEntry[],
  { id, on, points, reason, by }: AdjustPoints,
  policy: PointsPolicy,
): PointsDecision<PointsEntryOf<'credited'>> {
  requireDay(on, 'on');
  requirePoints(points);
  const recorded = alreadyRecorded(entries, id);
  if (recorded !== undefined) return recorded;
  const settlesDebt = Math.min(points, debtToSettle(entries, on));
  return accept({
    kind: 'credited',
    id,
    on,
    points,
    expiresOn: expiryOf(on, policy),
    settlesDebt,
    reason,
    by,
  });
}

/**
 * Decides on points that are taken by hand: soonest expiring first, and never more than there are.
 *
 * @throws `AftercareError` `invalid_day`; `not_multiple_of` or `out_of_range` for a number of points that is none
 *
 * @example
 * ```ts
 * import { debitPoints } from '@aftercare/lifecycle';
 *
 * const mistake = { id: 'd-1', on: '2026-03-01', points: 50, reason: 'Credited twice', by: 'staff-7' };
 * const decision = debitPoints([], mistake);
 * decision.accepted ? '' : decision.refusal.reason; // => 'not_enough_points'
 * ```
 */
export function debitPoints(
  entries: readonly PointsEntry[],
  { id, on, points, reason, by }: AdjustPoints,
): PointsDecision<PointsEntryOf<'debited'>> {
  requireDay(on, 'on');
  requirePoints(points);
  const recorded = alreadyRecorded(entries, id);
  if (recorded !== undefined) return recorded;
  const spending = spend(entries, on, points);
  return 'reason' in spending
    ? refuse(spending)
    : accept({ kind: 'debited', id, on, from: spending.from, reason, by });
}
