import { type EpochMillis, epochMillisOf } from '@aftercare/core';
import type { Actor } from '../case/index.js';
import type { AuthorityMatrix, Delegation } from './matrix.js';

/** Whose authority an actor uses. */
export interface Standing {
  /** The role that counts. */
  readonly role: string;
  /** Whose budgets are used: the actor's, or those of whom they act for. */
  readonly principal: string;
  /** All by which it is lent; absent for one's own. */
  readonly delegations?: readonly Delegation[];
}

/** Whose authority an actor uses at an instant; `undefined` when they act for somebody who has not lent them any. */
export function standingOf(actor: Actor, matrix: AuthorityMatrix, now: EpochMillis): Standing | undefined {
  const { id, role, onBehalfOf } = actor;
  if (onBehalfOf === undefined) return { role, principal: id };
  const [first, ...others] = (matrix.delegations ?? []).filter(
    (lent) => lent.of === onBehalfOf && lent.to === id && isWithin(lent, now),
  );
  if (first === undefined) return undefined;
  // One person acts in one role at a time: what was lent in another one would otherwise be used with this one's limits.
  const delegations = [first, ...others.filter((lent) => lent.role === first.role)];
  return { role: first.role, principal: onBehalfOf, delegations };
}

/**
 * The most of one grant that is lent: of several delegations the one that lends most counts, and `Infinity` is as much as
 * the role may. `undefined` when none lends the action.
 */
export function mostLent(
  delegations: readonly Delegation[],
  action: string,
  currency: string,
): number | undefined {
  let best: number | undefined;
  for (const { actions, most } of delegations) {
    if (actions?.includes(action) === false) continue;
    const minor = most === undefined ? Number.POSITIVE_INFINITY : most.currency === currency ? most.minor : 0;
    best = Math.max(best ?? 0, minor);
  }
  return best;
}

function isWithin({ from, until }: Delegation, now: EpochMillis): boolean {
  return now >= (epochMillisOf(from) ?? Number.NaN) && now < (epochMillisOf(until) ?? Number.NaN);
}
