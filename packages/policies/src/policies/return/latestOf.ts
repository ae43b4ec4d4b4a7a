import { epochMillisOf, type Instant } from '@aftercare/core';

/** The latest of some instants; null when there is none. */
export function latestOf(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((last, one) => (millis(one) > millis(last) ? one : last), null);
}

function millis(instant: Instant | null): number {
  return (instant === null ? undefined : epochMillisOf(instant)) ?? Number.NEGATIVE_INFINITY;
}
