import type { EpochMillis } from '@aftercare/core';
import { budgetKey } from './budgetKey.js';
import type { GrantRequest } from './grantRequest.js';
import type { Authority } from './loadAuthority.js';
import type { MostGranted } from './matrix.js';
import { type AuthorityScheme, type Budget, mostAt, type Period } from './scheme.js';
import type { Usage, UsageEntry } from './usage.js';

/** A request with everything that it is judged by, in one object: they are many, and each is judged once. */
export interface RequestInTime extends Required<Omit<GrantRequest, 'policy' | 'now'>> {
  readonly millis: EpochMillis;
  readonly scheme: AuthorityScheme;
  readonly authority: Authority;
  readonly usage: Usage;
}

/** A limit as it bears on a request. */
export interface Bound {
  readonly per: 'grant' | 'order' | 'customer' | 'actor' | 'shop' | 'cap';
  readonly period: Period | undefined;
  readonly most: number;
  readonly used: number;
  readonly asked: number;
  readonly unit: 'minor_units' | 'count';
  readonly budget: Budget | undefined;
}

/** Whether a bound leaves room for what is asked. */
export function isKept({ used, asked, most }: Bound): boolean {
  return used + asked <= most;
}

/** A bound of one grant alone. */
export function boundOfGrant(most: number, asked: number): Bound {
  return { per: 'grant', period: undefined, most, used: 0, asked, unit: 'minor_units', budget: undefined };
}

/** What is used of something that counts grants, with its key. */
interface Tally {
  readonly key: string;
  readonly used: number;
  readonly version: number;
}

/** The tallies of all that counts a request: of each budget of its scheme, and of each of its caps. */
export interface Tallies {
  readonly budgets: readonly Tally[];
  readonly caps: readonly Tally[];
}

/**
 * Looks up what is used of all that counts a request, once: to find a text of ours among the host's keys is dear.
 *
 * @param principal - whose budgets; `undefined` for somebody who has used nothing
 */
export function talliesOf(principal: string | undefined, inTime: RequestInTime): Tallies {
  const { scheme, caps, usage } = inTime;
  return {
    budgets: scheme.budgets.map((budget) => {
      const key = budgetKey(budget, principal ?? '', inTime);
      const isUnused = principal === undefined && budget.per === 'actor';
      return tallyOf(key, isUnused ? undefined : usage[key]);
    }),
    caps: caps.map(({ key }) => tallyOf(key, usage[key])),
  };
}

function tallyOf(key: string, entry: UsageEntry | undefined): Tally {
  return entry === undefined
    ? { key, used: 0, version: 0 }
    : { key, used: entry.amount, version: entry.version };
}

/**
 * The bounds of a role for a request; `undefined` when no limit opens the action to it, in the currency asked for.
 */
export function boundsOf(role: string, tallies: Tallies, inTime: RequestInTime): Bound[] | undefined {
  const { millis, scheme, caps } = inTime;
  const asked = inTime.amount.minor;
  const bounds: Bound[] = [];
  let isOpen = false;
  for (const limit of scheme.limits.get(role) ?? NO_LIMITS) {
    const granted = mostAt(limit, millis);
    const most = granted && minorOf(granted, inTime);
    if (most === undefined) continue;
    const { budget } = limit;
    if (budget === undefined) {
      isOpen = true;
      bounds.push(boundOfGrant(most, asked));
    } else {
      const { per, period, unit, place } = budget;
      const used = tallies.budgets[place]?.used ?? 0;
      const isCount = unit === 'count';
      bounds.push({
        per,
        period,
        most,
        used,
        asked: isCount ? 1 : asked,
        unit: isCount ? 'count' : 'minor_units',
        budget,
      });
    }
  }
  if (!isOpen) return undefined;
  let place = 0;
  for (const { amount, limit, unit = 'minor_units' } of caps) {
    const used = tallies.caps[place]?.used ?? 0;
    place += 1;
    // Who takes nothing of a cap is not bound by it, be it that a marketplace has gone beyond it.
    if (amount === 0) continue;
    bounds.push({ per: 'cap', period: undefined, most: limit, used, asked: amount, unit, budget: undefined });
  }
  return bounds;
}

const NO_LIMITS: readonly never[] = Object.freeze([]);

/** A limit in the unit of the request; `undefined` when it is about another currency. */
function minorOf(most: MostGranted, { amount, paid }: RequestInTime): number | undefined {
  if ('minor' in most) return most.currency === amount.currency ? most.minor : undefined;
  if ('count' in most) return most.count;
  return paid.currency === amount.currency ? share(paid.minor, most) : undefined;
}

/** Rounded down; exact for every safe integer. */
function share(minor: number, { percentOfOrder }: { readonly percentOfOrder: number }): number {
  const basisPoints = Math.round(percentOfOrder * 100);
  const product = minor * basisPoints;
  if (Number.isSafeInteger(product)) return Math.floor(product / 10_000);
  return Number((BigInt(minor) * BigInt(basisPoints)) / 10_000n);
}
