import { AftercareError, coreIssues, epochMillisOf, showValue } from '@aftercare/core';
import { type Bound, boundsOf, type RequestInTime } from './bounds.js';
import { budgetKey } from './budgetKey.js';
import { type Standing, standingOf } from './delegation.js';
import type { GrantRequest } from './grantRequest.js';
import type { Authority } from './loadAuthority.js';
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

/** Whether a grant is covered, and if not, by whose authority it would be. */
export interface Assessment {
  readonly covered: boolean;
  /** The role whose authority was asked; of an actor to whom nobody has lent authority, their own. */
  readonly role: string;
  /** The own role when covered, else the lowest role above it that covers it; null when none does. */
  readonly by: string | null;
  /** The most, in minor units, that the own role could grant now; not more than was asked for. */
  readonly mostMinor: number;
  /** The bounds that the own role would pass. Empty when it has no authority for the action at all. */
  readonly exceeded: readonly Exceeded[];
  /** What must be taken from budgets. Empty unless covered. */
  readonly reservations: readonly Reservation[];
}

/**
 * Tells whether an actor may grant something, under the limits that bind their role and with what was granted before.
 * What the platform decides is covered without limit, and counted. An amount of zero needs no authority.
 *
 * @throws {@link AftercareError} `invalid_instant` for a `now` that is none
 */
export function assessAuthority(request: GrantRequest, authority: Authority, usage: Usage): Assessment {
  const now = epochMillisOf(request.now);
  if (now === undefined) {
    throw new AftercareError([
      coreIssues.create('invalid_instant', ['now'], { received: showValue(request.now) }),
    ]);
  }
  const { actor, amount, action } = request;
  const scheme = authority.schemeFor(request.policy, action);
  const inTime: RequestInTime = { request, millis: now, scheme, authority, usage };
  if (amount.minor === 0) return coveredBy(actor.role, inTime, [], actor.id);
  if (actor.role === 'platform') return coveredBy(actor.role, inTime, [], actor.id);
  const standing = standingOf(actor, authority.matrix, now);
  const bounds = standing && ownBounds(standing, inTime);
  if (standing !== undefined && bounds?.every(isKept)) {
    return coveredBy(standing.role, inTime, bounds, standing.principal);
  }
  return {
    covered: false,
    role: standing?.role ?? actor.role,
    by: lowestCovering(standing?.role ?? actor.role, inTime),
    mostMinor: bounds === undefined ? 0 : mostOf(bounds, amount.minor),
    exceeded: bounds === undefined ? [] : bounds.filter((bound) => !isKept(bound)).map(exceededOf),
    reservations: [],
  };
}

/** The bounds of whoever acts; `undefined` when they have no authority for the action. */
function ownBounds({ role, principal, delegation }: Standing, inTime: RequestInTime): Bound[] | undefined {
  const { action, amount } = inTime.request;
  if (delegation?.actions?.includes(action) === false) return undefined;
  const bounds = boundsOf(role, principal, inTime);
  const lent = delegation?.most;
  if (bounds === undefined || lent === undefined) return bounds;
  const most = lent.currency === amount.currency ? lent.minor : 0;
  return [...bounds, { per: 'grant', most, used: 0, asked: amount.minor, unit: 'minor_units' }];
}

function isKept({ used, asked, most }: Bound): boolean {
  return used + asked <= most;
}

function exceededOf({ per, period, most, used, unit }: Bound): Exceeded {
  return { per, most, used, unit, ...(period === undefined ? {} : { period }) };
}

function mostOf(bounds: readonly Bound[], asked: number): number {
  let most = asked;
  for (const bound of bounds) {
    if (bound.unit === 'minor_units') most = Math.min(most, bound.most - bound.used);
    else if (!isKept(bound)) return 0;
  }
  return Math.max(0, most);
}

/** The lowest role above one that could grant it, in the hands of somebody whose own budgets are not used. */
function lowestCovering(above: string, inTime: RequestInTime): string | null {
  const { matrix, rankOf } = inTime.authority;
  for (const { role } of matrix.roles.slice(rankOf(above) + 1)) {
    const bounds = boundsOf(role, undefined, inTime);
    if (bounds?.every(isKept)) return role;
  }
  return null;
}

function coveredBy(
  role: string,
  inTime: RequestInTime,
  bounds: readonly Bound[],
  principal: string,
): Assessment {
  const { request, usage, scheme } = inTime;
  const asked = request.amount.minor;
  const reservations: Reservation[] = [];
  if (asked !== 0) {
    for (const budget of scheme.budgets) {
      const { unit } = budget;
      const foreign = typeof unit === 'object' && unit.currency !== request.amount.currency;
      if (foreign) continue;
      const key = budgetKey(budget, principal, inTime);
      const amount = unit === 'count' ? 1 : asked;
      const usageVersion = usage[key]?.version ?? 0;
      const bound = bounds.find((one) => one.budget === budget);
      reservations.push(
        bound === undefined
          ? { key, amount, usageVersion }
          : { key, amount, limit: bound.most, usageVersion },
      );
    }
    for (const { key, amount, limit } of request.caps ?? []) {
      const usageVersion = usage[key]?.version ?? 0;
      // A marketplace that forces a refund asks for no cap of ours; it is counted all the same.
      reservations.push(
        role === 'platform' ? { key, amount, usageVersion } : { key, amount, limit, usageVersion },
      );
    }
  }
  return { covered: true, role, by: role, mostMinor: asked, exceeded: [], reservations };
}
