import type { Day } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { accept, alreadyRecorded, type PointsDecision, refuse } from './pointsDecision.js';
import type { PointsEntry, PointsEntryOf } from './pointsEntry.js';

/** The return window of an order has closed. */
export interface ConfirmPoints {
  /** The id of the entry to be made. */
  readonly id: string;
  readonly orderId: string;
  readonly on: Day;
}

/**
 * Decides that the points of an order can be spent from a day on: for policies whose `pendingDays` is null, where the host
 * knows when the return window closes.
 *
 * @throws `AftercareError` `invalid_day`
 *
 * @example
 * ```ts
 * import { money } from '@aftercare/core';
 * import { confirmPoints, defaultPointsPolicy, earnPoints, replayPoints } from '@aftercare/lifecycle';
 *
 * const policy = { ...defaultPointsPolicy, pendingDays: null };
 * const order = { id: 'e-1', orderId: 'o-1', on: '2026-03-01', amount: money(120_00, 'CNY') };
 * const earned = earnPoints([], order, policy);
 * const ledger = earned.accepted ? [earned.entry] : [];
 * const confirmed = confirmPoints(ledger, { id: 'k-1', orderId: 'o-1', on: '2026-03-20' });
 * const all = confirmed.accepted ? [...ledger, confirmed.entry] : ledger;
 * [replayPoints(all, '2026-03-19').balance, replayPoints(all, '2026-03-20').balance]; // => [0, 120]
 * ```
 */
export function confirmPoints(
  entries: readonly PointsEntry[],
  { id, orderId, on }: ConfirmPoints,
): PointsDecision<PointsEntryOf<'confirmed'>> {
  requireDay(on, 'on');
  const recorded = alreadyRecorded(entries, id);
  if (recorded !== undefined) return recorded;
  const earned = entries.find(
    (entry) => entry.kind === 'earned' && entry.orderId === orderId && entry.on <= on,
  );
  if (earned?.kind !== 'earned') return refuse({ reason: 'unknown_order', orderId });
  const isConfirmed = entries.some((entry) => entry.kind === 'confirmed' && entry.lot === earned.id);
  if (earned.availableFrom !== null || isConfirmed) return refuse({ reason: 'not_pending', orderId });
  return accept({ kind: 'confirmed', id, on, lot: earned.id });
}
