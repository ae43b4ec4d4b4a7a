import { AftercareError, type Day, showValue } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { lifecycleIssues } from '../issues/index.js';
import {
  accept,
  accountFor,
  alreadyRecorded,
  type PointsDecision,
  type PointsRefusal,
  refuse,
  spendableLots,
  sumOfLots,
  takeFrom,
} from './pointsDecision.js';
import type { PointsEntry, PointsEntryOf } from './pointsEntry.js';

/** A customer spends points. */
export interface RedeemPoints {
  /** The id of the entry to be made. */
  readonly id: string;
  readonly on: Day;
  /** How many; from 1. */
  readonly points: number;
}

/**
 * Decides whether points can be spent, and from which lots: those that expire soonest first, then those made first.
 * Pending points cannot be spent, nor those that pay for a debt.
 *
 * @throws `AftercareError` `invalid_day`; `not_multiple_of` or `out_of_range` for a number of points that is none
 *
 * @example
 * ```ts
 * import { redeemPoints } from '@aftercare/lifecycle';
 *
 * const decision = redeemPoints([], { id: 'r-1', on: '2026-03-01', points: 50 });
 * decision.accepted ? {} : decision.refusal;
 * // => { reason: 'not_enough_points', requested: 50, available: 0, pending: 0 }
 * ```
 */
export function redeemPoints(
  entries: readonly PointsEntry[],
  { id, on, points }: RedeemPoints,
): PointsDecision<PointsEntryOf<'redeemed'>> {
  requireDay(on, 'on');
  requirePoints(points);
  const recorded = alreadyRecorded(entries, id);
  if (recorded !== undefined) return recorded;
  const spending = spend(entries, on, points);
  return 'reason' in spending ? refuse(spending) : accept({ kind: 'redeemed', id, on, from: spending.from });
}

/** From which lots points are taken that somebody wants to be rid of; why not, if there are too few. */
export function spend(
  entries: readonly PointsEntry[],
  on: Day,
  points: number,
): { readonly from: PointsEntryOf<'redeemed'>['from'] } | PointsRefusal {
  const account = accountFor(entries, on);
  const lots = spendableLots(account, on);
  const available = Math.max(0, sumOfLots(lots) - account.debt);
  if (points <= available) return { from: takeFrom(lots, points) };
  const { pending } = account;
  return { reason: 'not_enough_points', requested: points, available, pending };
}

/** Throws unless a number is an integer from 1. */
export function requirePoints(points: number): void {
  const received = showValue(points);
  if (!Number.isSafeInteger(points)) {
    throw new AftercareError([lifecycleIssues.create('not_multiple_of', ['points'], { received, step: 1 })]);
  }
  if (points >= 1) return;
  const details = { measure: 'value' as const, received, minimum: 1, inclusive: true };
  throw new AftercareError([lifecycleIssues.create('out_of_range', ['points'], details)]);
}
