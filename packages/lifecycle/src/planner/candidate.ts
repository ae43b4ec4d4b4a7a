import type { Day, EpochMillis } from '@aftercare/core';
import type { CountedMessage } from '../caps/index.js';
import type { MessageParams } from '../templates/index.js';
import type { Suppressed } from './careReceipt.js';
import type { PlannedRule } from './plannedRule.js';

/** A rule that fired, on its way to an action or to a reason against one. */
export interface Candidate {
  readonly rule: PlannedRule;
  readonly actionId: string;
  /** Absent once it is suppressed. */
  readonly proposal?: Proposal;
  readonly suppression?: Suppressed;
}

/** What would be done if nothing else were. */
export interface Proposal {
  /** Where it may go, the preferred channel first. */
  readonly channels: readonly [string, ...string[]];
  readonly reachesStaff: boolean;
  readonly params: MessageParams;
  readonly dueAt: EpochMillis;
  /** The shop day of `dueAt`. */
  readonly dueDay: Day;
  readonly expiresAt: EpochMillis;
}

/** An action that takes up room: of the history, or chosen just now. */
export interface Occupant extends CountedMessage {
  /** Where it stands among all actions; `undefined` when its rule is not there any more, and cannot be compared. */
  readonly rank: Rank | undefined;
}

/** By what actions compete for a channel and a day. */
export interface Rank {
  readonly value: number;
  readonly priority: number;
  readonly expiresAt: EpochMillis;
  readonly rule: string;
}

/** Orders by value, then priority (both: more first), then earliest expiry, then the rule's name. */
export function byRank(one: Rank, other: Rank): number {
  return (
    other.value - one.value ||
    other.priority - one.priority ||
    one.expiresAt - other.expiresAt ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)
  );
}
