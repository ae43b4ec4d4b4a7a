import type { Instant } from '@aftercare/core';
import type { JsonRecord } from '@aftercare/rules';
import type { Actor } from './actor.js';
import type { Approval, ApprovalRequest, Deadline, Effect, RecordedCommand } from './case.js';

/** A change of a counter. */
export interface CounterChange {
  /** Absent: the counter of the case as a whole. */
  readonly line?: string;
  readonly counter: string;
  /** An integer; negative to count down. */
  readonly by: number;
}

/** How an effect turned out. */
export interface EffectOutcome {
  readonly key: string;
  readonly status: 'succeeded' | 'failed';
}

/**
 * What happened in a case, with every value that was computed for it: to follow a case from its events takes neither
 * rules nor calendars. It has every field, whatever it changes: null and empty lists stand for what stays as it was.
 */
export interface CaseEvent {
  readonly id: string;
  readonly caseId: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** Past tense: `proposed`, `paid`. */
  readonly type: string;
  readonly at: Instant;
  readonly by: Actor;
  readonly policy: string;
  readonly policyVersion: string;
  readonly command: RecordedCommand;
  /** The state after it. */
  readonly state: string;
  /** What the kind's reducer of this event needs. */
  readonly payload: JsonRecord;
  /** The data of a new case: on the first event only. */
  readonly opened: JsonRecord | null;
  readonly counts: readonly CounterChange[];
  /** All deadlines that the case has after it. */
  readonly deadlines: readonly Deadline[] | null;
  /** All requests for approval that are open after it. */
  readonly requests: readonly ApprovalRequest[] | null;
  /** Approvals that are new or have another status. */
  readonly approvals: readonly Approval[];
  readonly effects: readonly Effect[];
  readonly outcome: EffectOutcome | null;
}
