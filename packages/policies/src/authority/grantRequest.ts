import type { Instant, Money } from '@aftercare/core';
import type { Actor } from '../case/index.js';

/** A bound beside those of the authority matrix, shared by all cases that count under its key. */
export interface Cap {
  readonly key: string;
  readonly amount: number;
  /** What the sum of all amounts must not pass. */
  readonly limit: number;
  /** Default `minor_units`. */
  readonly unit?: 'minor_units' | 'count';
}

/** Something that somebody wants to grant. */
export interface GrantRequest {
  /** The policy of the case. */
  readonly policy: string;
  /** The action of the authority matrix. */
  readonly action: string;
  /** Zero or more. */
  readonly amount: Money;
  readonly orderId: string;
  readonly customerId: string;
  /** What was paid for the order, of which percentages are. */
  readonly paid: Money;
  readonly actor: Actor;
  readonly now: Instant;
  /** Bounds beside those of the matrix: budgets under keys of their own. */
  readonly caps?: readonly Cap[];
}
