import { AftercareError, showValue } from '@aftercare/core';
import { lifecycleIssues } from '../issues/index.js';

/** How many customers of a group did what the care was meant to bring about. */
export interface LiftGroup {
  /** All customers of the group, whether or not anything reached them. */
  readonly customers: number;
  /** Those of them who bought; at most `customers`. */
  readonly converted: number;
}

/** The two groups that the lot made. */
export interface LiftGroups {
  /** Customers for whom the care was planned. */
  readonly treated: LiftGroup;
  /** Customers for whom it would have been planned, had the lot not put them into the control group. */
  readonly holdout: LiftGroup;
}

/** Throws on counts that are none: a share above 1 would go through every formula and come out as nonsense. */
export function requireGroup({ customers, converted }: LiftGroup, name: keyof LiftGroups): void {
  requireCount(customers, Number.MAX_SAFE_INTEGER, [name, 'customers']);
  requireCount(converted, customers, [name, 'converted']);
}

function requireCount(count: number, maximum: number, path: readonly string[]): void {
  if (Number.isSafeInteger(count) && count >= 0 && count <= maximum) return;
  const received = showValue(count);
  if (!Number.isSafeInteger(count)) {
    throw new AftercareError([
      lifecycleIssues.create('invalid_type', path, { expected: ['integer'], received }),
    ]);
  }
  const details = { measure: 'value' as const, received, minimum: 0, maximum, inclusive: true };
  throw new AftercareError([lifecycleIssues.create('out_of_range', path, details)]);
}

/** Throws unless a number lies between two others, neither included. */
export function requireBetween(value: number, minimum: number, maximum: number, option: string): void {
  if (value > minimum && value < maximum) return;
  const received = showValue(value);
  const details = { measure: 'value' as const, received, minimum, maximum, inclusive: false };
  throw new AftercareError([lifecycleIssues.create('out_of_range', [option], details)]);
}
