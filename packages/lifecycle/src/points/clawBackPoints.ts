import type { Day, Money } from '@aftercare/core';
import { AftercareError } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { lifecycleIssues } from '../issues/index.js';
import { requireNotNegative } from './earnPoints.js';
import {
  accept,
  accountFor,
  alreadyRecorded,
  type PointsDecision,
  refuse,
  spendableLots,
  sumOfLots,
  takeFrom,
} from './pointsDecision.js';
import type { PointsEntry, PointsEntryOf } from './pointsEntry.js';
import { pointsFor } from './pointsFor.js';
import type { PointsPolicy } from './pointsPolicy.js';

/** Money of an order went back. */
export interface ClawBackPoints {
  /** The id of the entry to be made. */
  readonly id: string;
  readonly orderId: string;
  readonly on: Day;
  /** All refunds of the order so far that its points were given for, this one included. */
  readonly refunded: Money;
}

/**
 * Decides which points go back with a refund. The order keeps the points that the rest of its amount earns by the rate and
 * multiplier of its day, so many small refunds take as much as one large one. They come from the lot that the order
 * made, even where it has expired or is pending; those of it that were spent come from the lots that can be spent, soonest
 * expiring first, then from pending ones; what is missing then becomes a debt, or is let go, by the policy.
 *
 * @throws `AftercareError` `invalid_day`; `currency_mismatch`; `out_of_range` for a sum below zero
 *
 * @example
 * ```ts
 * import { money } from '@aftercare/core';
 * import { clawBackPoints, defaultPointsPolicy, earnPoints } from '@aftercare/lifecycle';
 *
 * const order = { id: 'e-1', orderId: 'o-1', on: '2026-03-01', amount: money(120_00, 'CNY') };
 * const earned = earnPoints([], order, defaultPointsPolicy);
 * const ledger = earned.accepted ? [earned.entry] : [];
 * const refund = { id: 'x-1', orderId: 'o-1', on: '2026-03-05', refunded: money(30_50, 'CNY') };
 * const decision = clawBackPoints(ledger, refund, defaultPointsPolicy);
 * decision.accepted ? decision.entry.from : []; // => [{ lot: 'e-1', points: 31 }]
 * ```
 */
export function clawBackPoints(
  entries: readonly PointsEntry[],
  { id, orderId, on, refunded }: ClawBackPoints,
  policy: PointsPolicy,
): PointsDecision<PointsEntryOf<'clawed_back'>> {
  requireDay(on, 'on');
  requireNotNegative(refunded.minor, ['refunded', 'minor']);
  if (refunded.currency !== policy.currency) {
    const details = { expected: policy.currency, received: refunded.currency };
    throw new AftercareError([
      lifecycleIssues.create('currency_mismatch', ['refunded', 'currency'], details),
    ]);
  }
  const recorded = alreadyRecorded(entries, id);
  if (recorded !== undefined) return recorded;
  const earned = entries.find((entry) => entry.kind === 'earned' && entry.orderId === orderId);
  if (earned?.kind !== 'earned' || earned.on > on) return refuse({ reason: 'unknown_order', orderId });
  const points = pointsLost(earned, refunded.minor) - pointsTaken(entries, orderId);
  if (points <= 0) return refuse({ reason: 'nothing_to_claw_back', orderId });
  const account = accountFor(entries, on);
  const own = account.lots.filter(({ id: lot }) => lot === earned.id);
  const fromOwn = takeFrom(own, points);
  const spent = points - sumOf(fromOwn);
  const pending = account.lots.filter((lot) => lot.state === 'pending' && lot.on <= on);
  const others = [...spendableLots(account, on), ...pending].filter(({ id: lot }) => lot !== earned.id);
  // What others hold already pays for earlier debts: taking it twice would make the customer owe more.
  const fromOthers = takeFrom(others, Math.min(spent, Math.max(0, sumOfLots(others) - account.debt)));
  const missing = spent - sumOf(fromOthers);
  return accept({
    kind: 'clawed_back',
    id,
    on,
    orderId,
    from: [...fromOwn, ...fromOthers],
    owed: policy.belowZero === 'allowed' ? missing : 0,
    forgiven: policy.belowZero === 'forgiven' ? missing : 0,
  });
}

/** How many of an order's points are lost by refunds of so much. */
function pointsLost(
  { points, amountMinor, rate, percent }: PointsEntryOf<'earned'>,
  refundedMinor: number,
): number {
  return points - pointsFor(Math.max(0, amountMinor - refundedMinor), rate, percent);
}

/** How many of an order's points earlier refunds have taken, those let go included. */
function pointsTaken(entries: readonly PointsEntry[], orderId: string): number {
  return entries.reduce(
    (taken, entry) =>
      entry.kind === 'clawed_back' && entry.orderId === orderId
        ? taken + sumOf(entry.from) + entry.owed + entry.forgiven
        : taken,
    0,
  );
}

function sumOf(from: readonly { readonly points: number }[]): number {
  return from.reduce((sum, { points }) => sum + points, 0);
}
