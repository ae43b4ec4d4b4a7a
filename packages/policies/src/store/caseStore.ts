import type { Reservation, Usage } from '../authority/index.js';
import type { CaseEvent } from '../case/index.js';

/** What a host commits in one transaction: all of it or nothing. */
export interface CaseCommit {
  readonly caseId: string;
  /** The version of the case that was decided upon; 0 for a new case. */
  readonly expectedVersion: number;
  /** With their effects, which go to an outbox in the same transaction. */
  readonly events: readonly CaseEvent[];
  readonly reservations: readonly Reservation[];
}

/** What comes of a commit. */
export type CommitResult =
  | { readonly ok: true }
  /** Somebody else has changed the case: load it and decide again. */
  | { readonly ok: false; readonly code: 'stale_version' }
  /** Somebody else has used a budget: look up usage and decide again. */
  | { readonly ok: false; readonly code: 'stale_usage'; readonly keys: readonly string[] };

/**
 * What policies ask of a store. A host writes one over its database; `caseStoreContract` of `@aftercare/policies/testing`
 * says whether it keeps to it.
 */
export interface CaseStore {
  /** All events of a case, in order; none for a case that does not exist. */
  eventsOf(caseId: string): Promise<readonly CaseEvent[]>;
  /** What was granted so far under some keys; keys without a grant may be left out. */
  usageOf(keys: readonly string[]): Promise<Usage>;
  commit(commit: CaseCommit): Promise<CommitResult>;
}
