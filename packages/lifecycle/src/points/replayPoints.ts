import { AftercareError, canonicalJson, type Day } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { lifecycleIssues } from '../issues/index.js';
import type { PointsEntry, PointsEntryOf } from './pointsEntry.js';

/** Points that were made together and expire together. */
export interface PointsLot {
  /** The id of the entry that made it. */
  readonly id: string;
  /** Absent for points that were credited by hand. */
  readonly orderId?: string;
  readonly on: Day;
  readonly points: number;
  /** What is left to spend, to become spendable, or to have expired: see `state`. */
  readonly remaining: number;
  readonly state: 'pending' | 'available' | 'expired';
  /** The first day on which they can be spent; null while that waits for a confirmation. */
  readonly availableFrom: Day | null;
  /** The first day on which they are gone; null: never. */
  readonly expiresOn: Day | null;
}

/** How a customer's points stand on a day. */
export interface PointsAccount {
  readonly asOf: Day;
  /** What can be spent: what is left in the available lots, less the debt; below zero when there is more debt. */
  readonly balance: number;
  /** Points of lots that cannot be spent yet. */
  readonly pending: number;
  /** Points that the customer owes. */
  readonly debt: number;
  /** All points ever made, earned and credited. */
  readonly earned: number;
  readonly redeemed: number;
  readonly expired: number;
  /** Points taken back for refunds; those that were let go are not among them. */
  readonly clawedBack: number;
  /** Points taken by hand. */
  readonly debited: number;
  /** Soonest expiring first, then by day, then by id: the order in which they are spent. */
  readonly lots: readonly PointsLot[];
  /** What expires next of what can be spent; null: nothing does. */
  readonly nextExpiry: { readonly on: Day; readonly points: number } | null;
}

/**
 * How a customer's points stand on a day, by the entries up to it. Points expire by being read: on the day of
 * {@link PointsLot.expiresOn} they are no longer there, and nobody has to run anything for it.
 *
 * The order of the entries makes no difference, and an entry that comes twice counts once. What two hosts took from one
 * lot at once, beyond what it held, is a debt: decide for one customer at a time and there is none of that. On every day
 * `earned + debt` is `balance + debt + pending + redeemed + expired + clawedBack + debited`, where `balance + debt` is the
 * sum of what is left in the available lots.
 *
 * @param entries - all of one customer
 * @param asOf - the last day that counts (included)
 * @throws `AftercareError` `invalid_day`; `unknown_lot` for an entry that takes from a lot that is not there;
 * `entry_id_reused` for two different entries of one id
 *
 * @example
 * ```ts
 * import { money } from '@aftercare/core';
 * import { defaultPointsPolicy, earnPoints, replayPoints } from '@aftercare/lifecycle';
 *
 * const order = { id: 'e-1', orderId: 'o-1', on: '2026-03-01', amount: money(120_00, 'CNY') };
 * const decision = earnPoints([], order, defaultPointsPolicy);
 * const ledger = decision.accepted ? [decision.entry] : [];
 * replayPoints(ledger, '2026-03-07').pending; // => 120
 * replayPoints(ledger, '2026-03-08').balance; // => 120
 * replayPoints(ledger, '2027-03-07').nextExpiry; // => { on: '2027-03-08', points: 120 }
 * replayPoints(ledger, '2027-03-08').expired; // => 120
 * ```
 */
export function replayPoints(entries: readonly PointsEntry[], asOf: Day): PointsAccount {
  requireDay(asOf, 'asOf');
  const known = uniqueEntries(entries).filter(({ on }) => on <= asOf);
  const taken = takenByLot(known);
  const confirmedOn = confirmations(known);
  const lots: PointsLot[] = [];
  const sum = { earned: 0, redeemed: 0, clawedBack: 0, debited: 0, debt: 0 };
  for (const entry of known) {
    switch (entry.kind) {
      case 'earned':
      case 'credited': {
        const left = entry.points - entry.settlesDebt - (taken.get(entry.id) ?? 0);
        lots.push(lotOf(entry, Math.max(0, left), confirmedOn.get(entry.id), asOf));
        sum.earned += entry.points;
        // Two hosts that did not wait for each other can have taken more than a lot held. It is owed.
        sum.debt += Math.max(0, -left) - entry.settlesDebt;
        break;
      }
      case 'redeemed':
        sum.redeemed += totalOf(entry.from);
        break;
      case 'clawed_back':
        sum.clawedBack += totalOf(entry.from) + entry.owed;
        sum.debt += entry.owed;
        break;
      case 'debited':
        sum.debited += totalOf(entry.from);
        break;
      case 'confirmed':
        break;
      default:
        entry satisfies never;
    }
  }
  requireLots(known, lots);
  lots.sort(bySoonestExpiry);
  const remaining = (state: PointsLot['state']) => totalRemaining(lots.filter((lot) => lot.state === state));
  return {
    asOf,
    balance: remaining('available') - sum.debt,
    pending: remaining('pending'),
    expired: remaining('expired'),
    ...sum,
    lots,
    nextExpiry: nextExpiryOf(lots),
  };
}

type LotEntry = PointsEntryOf<'earned'> | PointsEntryOf<'credited'>;

function lotOf(entry: LotEntry, remaining: number, confirmed: Day | undefined, asOf: Day): PointsLot {
  const { id, on, points, expiresOn } = entry;
  const availableFrom = entry.kind === 'credited' ? on : (entry.availableFrom ?? confirmed ?? null);
  const isExpired = expiresOn !== null && expiresOn <= asOf;
  const isAvailable = availableFrom !== null && availableFrom <= asOf;
  const state = isExpired ? 'expired' : isAvailable ? 'available' : 'pending';
  const of = entry.kind === 'earned' ? { orderId: entry.orderId } : {};
  return { id, ...of, on, points, remaining, state, availableFrom, expiresOn };
}

/** Every entry once. Days are compared as texts, which for four-digit years is their order. */
function uniqueEntries(entries: readonly PointsEntry[]): PointsEntry[] {
  const byId = new Map<string, PointsEntry>();
  for (const entry of entries) {
    const known = byId.get(entry.id);
    if (known === undefined) byId.set(entry.id, entry);
    else if (known !== entry && canonicalJson(known) !== canonicalJson(entry)) {
      throw new AftercareError([lifecycleIssues.create('entry_id_reused', ['entries'], { entry: entry.id })]);
    }
  }
  return [...byId.values()];
}

/** What an entry takes from lots. */
function takes(entry: PointsEntry): PointsEntryOf<'redeemed'>['from'] {
  return 'from' in entry ? entry.from : [];
}

function takenByLot(entries: readonly PointsEntry[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { lot, points } of entries.flatMap(takes)) taken.set(lot, (taken.get(lot) ?? 0) + points);
  return taken;
}

/** By lot, the day of its first confirmation. */
function confirmations(entries: readonly PointsEntry[]): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const entry of entries) {
    if (entry.kind !== 'confirmed') continue;
    const known = days.get(entry.lot);
    if (known === undefined || entry.on < known) days.set(entry.lot, entry.on);
  }
  return days;
}

function requireLots(entries: readonly PointsEntry[], lots: readonly PointsLot[]): void {
  const known = new Set(lots.map(({ id }) => id));
  for (const entry of entries) {
    const named = entry.kind === 'confirmed' ? [entry] : takes(entry);
    const unknown = named.find(({ lot }) => !known.has(lot));
    if (unknown === undefined) continue;
    const details = { entry: entry.id, lot: unknown.lot };
    throw new AftercareError([lifecycleIssues.create('unknown_lot', ['entries'], details)]);
  }
}

/** Those that never expire come last. */
function bySoonestExpiry(a: PointsLot, b: PointsLot): number {
  return compare(a.expiresOn ?? '~', b.expiresOn ?? '~') || compare(a.on, b.on) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nextExpiryOf(lots: readonly PointsLot[]): PointsAccount['nextExpiry'] {
  const spendable = lots.filter(({ state, remaining }) => state === 'available' && remaining > 0);
  const on = spendable[0]?.expiresOn ?? null;
  if (on === null) return null;
  return { on, points: totalRemaining(spendable.filter(({ expiresOn }) => expiresOn === on)) };
}

function totalOf(from: PointsEntryOf<'redeemed'>['from']): number {
  return from.reduce((total, { points }) => total + points, 0);
}

function totalRemaining(lots: readonly PointsLot[]): number {
  return lots.reduce((total, { remaining }) => total + remaining, 0);
}
