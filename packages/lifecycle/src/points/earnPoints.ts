import {
  AftercareError,
  addMonths,
  type Day,
  dayNumberOf,
  dayOfNumber,
  type Money,
  showValue,
} from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { lifecycleIssues } from '../issues/index.js';
import { accept, alreadyRecorded, debtToSettle, type PointsDecision, refuse } from './pointsDecision.js';
import type { PointsEntry, PointsEntryOf } from './pointsEntry.js';
import { pointsFor } from './pointsFor.js';
import type { PointsPolicy } from './pointsPolicy.js';

/** An order that earns points. */
export interface EarnPoints {
  /** The id of the entry to be made. */
  readonly id: string;
  readonly orderId: string;
  readonly on: Day;
  /** What the order came to, less what was refunded before. Not below zero. */
  readonly amount: Money;
  /** The multiplier of the customer's tier in percent, `benefits.pointsPercent`. Absent: 100. */
  readonly percent?: number;
}

/**
 * Decides on the points of an order. They are rounded once, after the multiplier. What the customer owes is paid from them
 * at once. An order earns once.
 *
 * @param entries - the customer's ledger as it is; add the entry to it before the next decision
 * @throws `AftercareError` `invalid_day`; `currency_mismatch`; `out_of_range` for an amount or a multiplier below zero;
 * `unsafe_amount`
 *
 * @example
 * ```ts
 * import { money } from '@aftercare/core';
 * import { defaultPointsPolicy, earnPoints } from '@aftercare/lifecycle';
 *
 * const order = { id: 'e-1', orderId: 'o-1', on: '2026-03-01', amount: money(99_90, 'CNY'), percent: 150 };
 * const decision = earnPoints([], order, defaultPointsPolicy);
 * decision.accepted ? [decision.entry.points, decision.entry.availableFrom, decision.entry.expiresOn] : [];
 * // => [149, '2026-03-08', '2027-03-08']
 * ```
 */
export function earnPoints(
  entries: readonly PointsEntry[],
  command: EarnPoints,
  policy: PointsPolicy,
): PointsDecision<PointsEntryOf<'earned'>> {
  const { id, orderId, on, amount, percent = 100 } = command;
  const onDay = requireDay(on, 'on');
  requireAmount(amount, policy);
  requireNotNegative(percent, ['percent']);
  const recorded = alreadyRecorded(entries, id);
  if (recorded !== undefined) return recorded;
  const isEarned = entries.some((entry) => entry.kind === 'earned' && entry.orderId === orderId);
  if (isEarned) return refuse({ reason: 'already_earned', orderId });
  const points = pointsFor(amount.minor, policy.rate, percent);
  if (points === 0) return refuse({ reason: 'earns_nothing', amountMinor: amount.minor });
  const availableFrom = policy.pendingDays === null ? null : dayOfNumber(onDay + policy.pendingDays);
  return accept({
    kind: 'earned',
    id,
    on,
    orderId,
    points,
    amountMinor: amount.minor,
    rate: policy.rate,
    percent,
    availableFrom,
    expiresOn: expiryOf(availableFrom ?? on, policy),
    settlesDebt: Math.min(points, debtToSettle(entries, on)),
  });
}

/** The first day on which points are gone that can be spent from a day on; null: they stay. */
export function expiryOf(from: Day, { expiry }: PointsPolicy): Day | null {
  if (expiry === null) return null;
  if ('months' in expiry) return addMonths(from, expiry.months);
  const year = Number(from.slice(0, 4)) + expiry.calendarYears + 1;
  const day = `${String(year).padStart(4, '0')}-01-01`;
  // Beyond the last year that a day can have, nothing expires.
  return dayNumberOf(day) === undefined ? null : day;
}

function requireAmount({ minor, currency }: Money, policy: PointsPolicy): void {
  if (currency !== policy.currency) {
    const details = { expected: policy.currency, received: currency };
    throw new AftercareError([lifecycleIssues.create('currency_mismatch', ['amount', 'currency'], details)]);
  }
  requireNotNegative(minor, ['amount', 'minor']);
}

/** Throws unless a number is an integer from 0. */
export function requireNotNegative(value: number, path: readonly string[]): void {
  const received = showValue(value);
  if (!Number.isSafeInteger(value)) {
    throw new AftercareError([lifecycleIssues.create('not_multiple_of', path, { received, step: 1 })]);
  }
  if (value >= 0) return;
  const details = { measure: 'value' as const, received, minimum: 0, inclusive: true };
  throw new AftercareError([lifecycleIssues.create('out_of_range', path, details)]);
}
