import type { Instant } from '@aftercare/core';
import type { Actor, Command } from '../case/index.js';

/** One step of a past case: a command as it came, when, from whom, and what was known then. */
export interface PastStep<Facts = object> {
  readonly command: Pick<Command, 'id' | 'type' | 'params'>;
  readonly at: Instant;
  readonly by: Actor;
  readonly facts: Facts;
  /**
   * The type of the effect whose outcome it is, as {@link pastCaseOf} tells it. Default: that of the effect that has the key
   * now, or else the one at its place of the last event that has one.
   */
  readonly effect?: string;
}

/** What came in a case, from its opening on, in order. Refused commands may be part of it. */
export interface PastCase<Facts = object> {
  readonly id: string;
  readonly steps: readonly PastStep<Facts>[];
  /** How far it is known, when the clock may have acted after its last step. Default: its last step. */
  readonly until?: Instant;
}
