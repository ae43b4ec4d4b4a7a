import { type EpochMillis, epochMillisOf } from '@aftercare/core';
import type { Actor } from '../case/index.js';
import type { AuthorityMatrix, Delegation } from './matrix.js';

/** Whose authority an actor uses. */
export interface Standing {
  /** The role that counts. */
  readonly role: string;
  /** Whose budgets are used: the actor's, or those of whom they act for. */
  readonly principal: string;
  readonly delegation?: Delegation;
}

/** Whose authority an actor uses at an instant; `undefined` when they act for somebody who has not lent them any. */
export function standingOf(actor: Actor, matrix: AuthorityMatrix, now: EpochMillis): Standing | undefined {
  const { id, role, onBehalfOf } = actor;
  if (onBehalfOf === undefined) return { role, principal: id };
  const delegation = matrix.delegations?.find(
    (lent) => lent.of === onBehalfOf && lent.to === id && isWithin(lent, now),
  );
  return delegation && { role: delegation.role, principal: onBehalfOf, delegation };
}

function isWithin({ from, until }: Delegation, now: EpochMillis): boolean {
  return now >= (epochMillisOf(from) ?? Number.NaN) && now < (epochMillisOf(until) ?? Number.NaN);
}
