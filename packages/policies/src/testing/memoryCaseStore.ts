import type { Reservation, Usage, UsageEntry } from '../authority/index.js';
import type { CaseEvent, Effect } from '../case/index.js';
import type { CaseCommit, CaseStore, CommitResult } from '../store/index.js';

/** A store in memory, with an outbox. */
export interface MemoryCaseStore extends CaseStore {
  /** Effects that have been committed, in order, each to be carried out once. */
  readonly outbox: readonly Effect[];
}

/**
 * A store in memory with optimistic concurrency: a commit passes when the case has the version that was decided upon, each
 * budget the version that was read, and no budget passes its limit. It is the reference for stores over a database, where
 * the same three checks are conditions of the statements of one transaction.
 *
 * @example
 * ```ts
 * import { createMemoryCaseStore } from '@aftercare/policies/testing';
 *
 * const store = createMemoryCaseStore();
 * const reservations = [{ key: 'paid|CNY|order-1', amount: 1500, limit: 20000, usageVersion: 0 }];
 * await store.commit({ caseId: 'case-1', expectedVersion: 0, events: [], reservations }); // => { ok: true }
 * await store.commit({ caseId: 'case-2', expectedVersion: 0, events: [], reservations });
 * // => { ok: false, code: 'stale_usage', keys: ['paid|CNY|order-1'] }
 * ```
 */
export function createMemoryCaseStore(): MemoryCaseStore {
  const cases = new Map<string, CaseEvent[]>();
  const budgets = new Map<string, UsageEntry>();
  const outbox: Effect[] = [];
  return {
    outbox,
    async eventsOf(caseId) {
      return [...(cases.get(caseId) ?? [])];
    },
    async usageOf(keys) {
      return Object.fromEntries(
        keys.flatMap((key) => {
          const entry = budgets.get(key);
          return entry === undefined ? [] : [[key, entry]];
        }),
      ) as Usage;
    },
    async commit({ caseId, expectedVersion, events, reservations }: CaseCommit): Promise<CommitResult> {
      const known = cases.get(caseId) ?? [];
      if (known.length !== expectedVersion) return { ok: false, code: 'stale_version' };
      const stale = reservations.filter(
        (reservation) => !isPossible(reservation, budgets.get(reservation.key)),
      );
      if (stale.length > 0) return { ok: false, code: 'stale_usage', keys: stale.map(({ key }) => key) };
      for (const { key, amount } of reservations) {
        const entry = budgets.get(key) ?? { amount: 0, version: 0 };
        budgets.set(key, { amount: entry.amount + amount, version: entry.version + 1 });
      }
      cases.set(caseId, [...known, ...events]);
      outbox.push(...events.flatMap(({ effects }) => effects));
      return { ok: true };
    },
  };
}

function isPossible({ amount, limit, usageVersion }: Reservation, entry: UsageEntry | undefined): boolean {
  if (usageVersion !== undefined && usageVersion !== (entry?.version ?? 0)) return false;
  return limit === undefined || (entry?.amount ?? 0) + amount <= limit;
}
