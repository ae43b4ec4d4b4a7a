import { AftercareError, type EpochMillis, epochMillisOf, type Instant, showValue } from '@aftercare/core';
import { lifecycleIssues } from '../issues/index.js';

/** The milliseconds of an instant of the planner's input; `invalid_instant` at its place where it is none. */
export function requireInstant(instant: Instant, ...path: string[]): EpochMillis {
  const millis = epochMillisOf(instant);
  if (millis !== undefined) return millis;
  throw new AftercareError([
    lifecycleIssues.create('invalid_instant', path, { received: showValue(instant) }),
  ]);
}
