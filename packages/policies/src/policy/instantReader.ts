import { type EpochMillis, epochMillisOf, type Instant } from '@aftercare/core';

/** Tells the milliseconds of an instant; `undefined` for a text that is none. */
export type InstantReader = (instant: Instant) => EpochMillis | undefined;

/**
 * Reads instants and keeps the last answer: the commands of a screen are judged at one instant, and approvals of one day
 * end at one, while reading a text costs as much as several steps of a decision.
 */
export function instantReader(): InstantReader {
  let last: Instant | undefined;
  let known: EpochMillis | undefined;
  return (instant) => {
    if (instant !== last) {
      known = epochMillisOf(instant);
      last = instant;
    }
    return known;
  };
}
