import type { Day } from '@aftercare/core';
import type { PointsEntry } from './pointsEntry.js';
import { type PointsAccount, type PointsLot, replayPoints } from './replayPoints.js';

/** Why an entry is not to be added. */
export type PointsRefusal =
  /** The ledger has an entry of this id: what was asked for has been done, or the id is used for something else. */
  | { readonly reason: 'already_recorded'; readonly entry: PointsEntry }
  /** This order has earned its points. */
  | { readonly reason: 'already_earned'; readonly orderId: string }
  /** The amount is too small for a point. */
  | { readonly reason: 'earns_nothing'; readonly amountMinor: number }
  /** No points of this order are in the ledger. */
  | { readonly reason: 'unknown_order'; readonly orderId: string }
  /** The points of this order do not wait for a confirmation. */
  | { readonly reason: 'not_pending'; readonly orderId: string }
  /** There are fewer points than were asked for. */
  | {
      readonly reason: 'not_enough_points';
      readonly requested: number;
      readonly available: number;
      readonly pending: number;
    }
  /** The refunds of this order so far have had all their points taken back. */
  | { readonly reason: 'nothing_to_claw_back'; readonly orderId: string };

/** The entry to add to the ledger, or why there is none. */
export type PointsDecision<Entry extends PointsEntry = PointsEntry> =
  | { readonly accepted: true; readonly entry: Entry }
  | { readonly accepted: false; readonly refusal: PointsRefusal };

export function accept<Entry extends PointsEntry>(entry: Entry): PointsDecision<Entry> {
  return { accepted: true, entry };
}

export function refuse(refusal: PointsRefusal): PointsDecision<never> {
  return { accepted: false, refusal };
}

/** The refusal of an id that the ledger knows. */
export function alreadyRecorded(
  entries: readonly PointsEntry[],
  id: string,
): PointsDecision<never> | undefined {
  const entry = entries.find((known) => known.id === id);
  return entry === undefined ? undefined : refuse({ reason: 'already_recorded', entry });
}

/**
 * The account that a decision of a day rests on: with all entries, later ones too, or what was spent on the next day could
 * be spent again by a decision that comes late.
 */
export function accountFor(entries: readonly PointsEntry[], on: Day): PointsAccount {
  let latest = on;
  for (const entry of entries) if (entry.on > latest) latest = entry.on;
  return replayPoints(entries, latest);
}

/**
 * What points of a day can pay of a debt: the least that is owed from that day on, or a decision that comes late would pay
 * what is owed only later, or what other points have paid.
 */
export function debtToSettle(entries: readonly PointsEntry[], on: Day): number {
  const later = entries.map((entry) => entry.on).filter((day) => day > on);
  return Math.min(...[on, ...new Set(later)].map((day) => replayPoints(entries, day).debt));
}

/** The lots that can be spent on a day, in the order in which they are. */
export function spendableLots({ lots }: PointsAccount, on: Day): readonly PointsLot[] {
  return lots.filter(
    ({ remaining, availableFrom, expiresOn }) =>
      remaining > 0 &&
      availableFrom !== null &&
      availableFrom <= on &&
      (expiresOn === null || expiresOn > on),
  );
}

/** What is taken from lots, one after the other, until it is enough. */
export function takeFrom(lots: readonly PointsLot[], points: number): { lot: string; points: number }[] {
  const taken: { lot: string; points: number }[] = [];
  let missing = points;
  for (const { id, remaining } of lots) {
    const part = Math.min(missing, remaining);
    if (part <= 0) continue;
    taken.push({ lot: id, points: part });
    missing -= part;
  }
  return taken;
}

export function sumOfLots(lots: readonly { readonly remaining: number }[]): number {
  return lots.reduce((sum, { remaining }) => sum + remaining, 0);
}
