import type { EpochMillis } from '@aftercare/core';
import { budgetKey } from './budgetKey.js';
import type { GrantRequest } from './grantRequest.js';
import type { Authority } from './loadAuthority.js';
import type { MostGranted } from './matrix.js';
import { type AuthorityScheme, type Budget, mostAt } from './scheme.js';
import type { Usage } from './usage.js';

/** A request with everything that it is judged by. */
export interface RequestInTime {
  readonly request: GrantRequest;
  readonly millis: EpochMillis;
  readonly scheme: AuthorityScheme;
  readonly authority: Authority;
  readonly usage: Usage;
}

/** A limit as it bears on a request. */
export interface Bound {
  readonly per: 'grant' | 'order' | 'customer' | 'actor' | 'shop' | 'cap';
  readonly period?: 'day' | 'month' | 'year';
  readonly most: number;
  readonly used: number;
  readonly asked: number;
  readonly unit: 'minor_units' | 'count';
  readonly budget?: Budget;
}

/**
 * The bounds of a role for a request; `undefined` when no limit opens the action to it, in the currency asked for.
 *
 * @param principal - whose budgets; `undefined` for somebody who has used nothing
 */
export function boundsOf(
  role: string,
  principal: string | undefined,
  inTime: RequestInTime,
): Bound[] | undefined {
  const { request, millis, scheme, usage } = inTime;
  const bounds: Bound[] = [];
  let isOpen = false;
  for (const limit of scheme.limits.get(role) ?? []) {
    const granted = mostAt(limit, millis);
    const most = granted && minorOf(granted, request);
    if (most === undefined) continue;
    const { budget } = limit;
    if (budget === undefined) {
      isOpen = true;
      bounds.push({ per: 'grant', most, used: 0, asked: request.amount.minor, unit: 'minor_units' });
    } else {
      bounds.push(boundOf(budget, most, principal, inTime));
    }
  }
  if (!isOpen) return undefined;
  for (const { key, amount, limit, unit = 'minor_units' } of request.caps ?? []) {
    const used = usage[key]?.amount ?? 0;
    bounds.push({ per: 'cap', most: limit, used, asked: amount, unit });
  }
  return bounds;
}

function boundOf(budget: Budget, most: number, principal: string | undefined, inTime: RequestInTime): Bound {
  const { per, period, unit } = budget;
  const isUnused = per === 'actor' && principal === undefined;
  const used = isUnused ? 0 : (inTime.usage[budgetKey(budget, principal ?? '', inTime)]?.amount ?? 0);
  const isCount = unit === 'count';
  const asked = isCount ? 1 : inTime.request.amount.minor;
  const bound: Bound = { per, most, used, asked, unit: isCount ? 'count' : 'minor_units', budget };
  return period === undefined ? bound : { ...bound, period };
}

/** A limit in the unit of the request; `undefined` when it is about another currency. */
function minorOf(most: MostGranted, { amount, paid }: GrantRequest): number | undefined {
  if ('count' in most) return most.count;
  if ('percentOfOrder' in most)
    return paid.currency === amount.currency ? share(paid.minor, most) : undefined;
  return most.currency === amount.currency ? most.minor : undefined;
}

/** Rounded down; exact for every safe integer. */
function share(minor: number, { percentOfOrder }: { readonly percentOfOrder: number }): number {
  const basisPoints = Math.round(percentOfOrder * 100);
  const product = minor * basisPoints;
  if (Number.isSafeInteger(product)) return Math.floor(product / 10_000);
  return Number((BigInt(minor) * BigInt(basisPoints)) / 10_000n);
}
