import { AftercareError, coreIssues, epochMillisOf, showValue } from '@aftercare/core';
import {
  type Bound,
  boundOfGrant,
  boundsOf,
  isKept,
  type RequestInTime,
  type Tallies,
  talliesOf,
} from './bounds.js';
import { mostLent, type Standing, standingOf } from './delegation.js';
import type { GrantRequest } from './grantRequest.js';
import type { Authority } from './loadAuthority.js';
import type { Budget } from './scheme.js';
import type { Reservation, Usage } from './usage.js';

/** Why a role's authority does not cover a request: one of its bounds. */
export interface Exceeded {
  /** What the bound is for; `cap`: not of the matrix, such as what was paid for the order. */
  readonly per: 'grant' | 'order' | 'customer' | 'actor' | 'shop' | 'cap';
  readonly period?: 'day' | 'month' | 'year';
  /** The bound, in minor units or as a count. */
  readonly most: number;
  /** What of it is used already. */
  readonly used: number;
  readonly unit: 'minor_units' | 'count';
}

/** The most of a grant that anybody could make, and the lowest role that could. */
export interface MostBy {
  readonly role: string;
  readonly mostMinor: number;
}

/** Whether a grant is covered, and if not, by whose authority it would be. */
export interface Assessment {
  readonly covered: boolean;
  /** The role whose authority was asked; of an actor to whom nobody has lent authority, their own. */
  readonly role: string;
  /** The own role when covered, else the lowest role above it that covers it; null when none does. */
  readonly by: string | null;
  /** The most, in minor units, that the own role could grant now; not more than was asked for. */
  readonly mostMinor: number;
  /** Where no role covers it: the most that one above could grant of it, if more than the own role. Else null. */
  readonly byMost: MostBy | null;
  /** The bounds that the own role would pass. Empty when it has no authority for the action at all. */
  readonly exceeded: readonly Exceeded[];
  /** What must be taken from budgets. Empty unless covered. */
  readonly reservations: readonly Reservation[];
}

/**
 * Tells whether an actor may grant something, under the limits that bind their role and with what was granted before.
 * What the platform decides is covered without limit, and counted. An amount of zero needs no authority, but
 * caps bind it: they may count how often something is granted.
 *
 * @throws AftercareError `invalid_instant` for a `now` that is none
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import { assessAuthority, authorityCny, loadAuthority } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const request = {
 *   policy: 'compensation',
 *   action: 'compensation',
 *   amount: { minor: 2500, currency: 'CNY' },
 *   orderId: 'order-1',
 *   customerId: 'customer-1',
 *   paid: { minor: 20000, currency: 'CNY' },
 *   actor: { id: 'li', role: 'agent' },
 *   now: '2026-03-02T02:00:00.000Z',
 * };
 * const { covered, by, mostMinor } = assessAuthority(request, authority, {});
 * covered; // => false
 * by; // => 'lead'
 * mostMinor; // => 2000
 * ```
 */
export function assessAuthority(request: GrantRequest, authority: Authority, usage: Usage): Assessment {
  const now = epochMillisOf(request.now);
  if (now === undefined) {
    throw new AftercareError([
      coreIssues.create('invalid_instant', ['now'], { received: showValue(request.now) }),
    ]);
  }
  const { policy, action, amount, orderId, customerId, paid, actor, caps = [] } = request;
  const scheme = authority.schemeFor(policy, action);
  return assessAt({
    action,
    amount,
    orderId,
    customerId,
    paid,
    actor,
    caps,
    millis: now,
    scheme,
    authority,
    usage,
  });
}

/** {@link assessAuthority} at an instant that has been read, with the limits that have been looked up. */
export function assessAt(inTime: RequestInTime): Assessment {
  const { actor, amount, authority, millis } = inTime;
  if (amount.minor === 0) return assessNothing(inTime);
  const standing = standingOf(actor, authority.matrix, millis);
  const tallies = talliesOf(standing?.principal ?? actor.id, inTime);
  if (actor.role === 'platform') return coveredBy(actor.role, inTime, NO_BOUNDS, tallies);
  const bounds = standing && ownBounds(standing, tallies, inTime);
  if (standing !== undefined && bounds?.every(isKept)) {
    return coveredBy(standing.role, inTime, bounds, tallies);
  }
  const role = standing?.role ?? actor.role;
  const by = lowestCovering(role, inTime);
  const mostMinor = bounds === undefined ? 0 : mostOf(bounds, amount.minor);
  return {
    covered: false,
    role,
    by,
    mostMinor,
    byMost: by === null ? byMostAbove(role, mostMinor, inTime) : null,
    exceeded: bounds === undefined ? [] : bounds.filter((bound) => !isKept(bound)).map(exceededOf),
    reservations: [],
  };
}

const NO_BOUNDS: readonly Bound[] = Object.freeze([]);

/** A grant of nothing: it is bound by what it takes of caps, such as one of the times that a gift may be given. */
function assessNothing({ actor: { role }, caps, usage }: RequestInTime): Assessment {
  const isForced = role === 'platform';
  const exceeded: Exceeded[] = [];
  const reservations: Reservation[] = [];
  for (const { key, amount, limit, unit = 'minor_units' } of caps) {
    const { amount: used, version } = usage[key] ?? { amount: 0, version: 0 };
    if (amount === 0) continue;
    if (!isForced && used + amount > limit) exceeded.push({ per: 'cap', most: limit, used, unit });
    reservations.push(reservationOf(key, amount, isForced ? undefined : limit, version));
  }
  if (exceeded.length === 0) return covered(role, 0, reservations);
  return { covered: false, role, by: null, mostMinor: 0, byMost: null, exceeded, reservations: [] };
}

/** The bounds of whoever acts; `undefined` when they have no authority for the action. */
function ownBounds(
  { role, delegations }: Standing,
  tallies: Tallies,
  inTime: RequestInTime,
): readonly Bound[] | undefined {
  if (delegations === undefined) return boundsOf(role, tallies, inTime);
  const { action, amount } = inTime;
  const lent = mostLent(delegations, action, amount.currency);
  const bounds = lent === undefined ? undefined : boundsOf(role, tallies, inTime);
  if (bounds === undefined || lent === undefined || lent === Number.POSITIVE_INFINITY) return bounds;
  return [...bounds, boundOfGrant(lent, amount.minor)];
}

function exceededOf({ per, period, most, used, unit }: Bound): Exceeded {
  return { per, most, used, unit, ...(period === undefined ? {} : { period }) };
}

function mostOf(bounds: readonly Bound[], asked: number): number {
  let most = asked;
  for (const bound of bounds) {
    if (isKept(bound)) continue;
    if (bound.unit === 'count') return 0;
    // A cap may count less than all that is granted, so what is too much is taken off, whatever it is too much of.
    most = Math.min(most, asked - (bound.used + bound.asked - bound.most));
  }
  return Math.max(0, most);
}

/** The lowest role above one that could grant it, in the hands of somebody whose own budgets are not used. */
function lowestCovering(above: string, inTime: RequestInTime): string | null {
  const { matrix, rankOf } = inTime.authority;
  const tallies = talliesOf(undefined, inTime);
  for (const { role } of matrix.roles.slice(rankOf(above) + 1)) {
    if (boundsOf(role, tallies, inTime)?.every(isKept)) return role;
  }
  return null;
}

/** The most that a role above one could grant in such hands; null when it is no more than the own role could. */
function byMostAbove(above: string, own: number, inTime: RequestInTime): MostBy | null {
  const { matrix, rankOf } = inTime.authority;
  const tallies = talliesOf(undefined, inTime);
  let best: MostBy | null = null;
  for (const { role } of matrix.roles.slice(rankOf(above) + 1)) {
    const bounds = boundsOf(role, tallies, inTime);
    const mostMinor = bounds === undefined ? 0 : mostOf(bounds, inTime.amount.minor);
    if (mostMinor > (best?.mostMinor ?? own)) best = { role, mostMinor };
  }
  return best;
}

function coveredBy(
  role: string,
  { amount: { minor, currency }, caps, scheme }: RequestInTime,
  bounds: readonly Bound[],
  tallies: Tallies,
): Assessment {
  const reservations: Reservation[] = [];
  for (const budget of scheme.budgets) {
    const { unit, place } = budget;
    const tally = tallies.budgets[place];
    const isForeign = typeof unit === 'object' && unit.currency !== currency;
    if (tally === undefined || isForeign) continue;
    const limit = boundOf(budget, bounds)?.most;
    reservations.push(reservationOf(tally.key, unit === 'count' ? 1 : minor, limit, tally.version));
  }
  let place = 0;
  for (const { key, amount, limit } of caps) {
    // A marketplace that forces a refund asks for no cap of ours; it is counted all the same.
    const most = role === 'platform' || amount === 0 ? undefined : limit;
    reservations.push(reservationOf(key, amount, most, tallies.caps[place]?.version ?? 0));
    place += 1;
  }
  return covered(role, minor, reservations);
}

function boundOf(budget: Budget, bounds: readonly Bound[]): Bound | undefined {
  for (const bound of bounds) if (bound.budget === budget) return bound;
  return undefined;
}

function reservationOf(
  key: string,
  amount: number,
  limit: number | undefined,
  usageVersion: number,
): Reservation {
  return limit === undefined ? { key, amount, usageVersion } : { key, amount, limit, usageVersion };
}

function covered(role: string, mostMinor: number, reservations: readonly Reservation[]): Assessment {
  return { covered: true, role, by: role, mostMinor, byMost: null, exceeded: [], reservations };
}
