import {
  type CaseCommit,
  type CaseEvent,
  type CaseStore,
  type CommitResult,
  nextDueAt,
  type Reservation,
  type Usage,
} from '@aftercare/policies';
import type { PGlite, Transaction } from '@electric-sql/pglite';

/**
 * Cases in Postgres. A commit is one transaction: events, budgets and outbox together or nothing. Each check is a
 * condition of the statement that writes, so that it also holds when another server writes at the same time.
 */
export function createCaseStore(database: PGlite): CaseStore {
  return {
    async eventsOf(caseId) {
      const { rows } = await database.query<{ event: CaseEvent }>(
        'SELECT event FROM case_events WHERE case_id = $1 ORDER BY sequence',
        [caseId],
      );
      return rows.map(({ event }) => event);
    },
    async usageOf(keys): Promise<Usage> {
      const { rows } = await database.query<{ key: string; amount: number; version: number }>(
        'SELECT key, amount, version FROM budgets WHERE key = ANY($1)',
        [keys],
      );
      return Object.fromEntries(rows.map(({ key, amount, version }) => [key, { amount, version }]));
    },
    commit: (commit) =>
      database.transaction(async (transaction) => {
        const result = await write(transaction, commit);
        if (!result.ok) await transaction.rollback();
        return result;
      }),
  };
}

/** The ids of all cases of a policy about an order. */
export async function caseIdsOf(database: PGlite, policy: string, orderId: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT case_id AS id FROM case_events
     WHERE sequence = 1 AND event -> 'opened' ->> 'orderId' = $2 AND event ->> 'policy' = $1 ORDER BY case_id`,
    [policy, orderId],
  );
  return rows.map(({ id }) => id);
}

async function write(transaction: Transaction, commit: CaseCommit): Promise<CommitResult> {
  const { caseId, expectedVersion, events, reservations } = commit;
  if (expectedVersion === 0) {
    await transaction.query('INSERT INTO cases (id, version) VALUES ($1, 0) ON CONFLICT DO NOTHING', [
      caseId,
    ]);
  }
  const { affectedRows } = await transaction.query(
    'UPDATE cases SET version = version + $3 WHERE id = $1 AND version = $2',
    [caseId, expectedVersion, events.length],
  );
  if (affectedRows !== 1) return { ok: false, code: 'stale_version' };

  const stale: string[] = [];
  // In one order everywhere, so that two commits never wait for each other.
  for (const reservation of [...reservations].sort((one, other) => (one.key < other.key ? -1 : 1))) {
    if (!(await reserve(transaction, reservation))) stale.push(reservation.key);
  }
  if (stale.length > 0) return { ok: false, code: 'stale_usage', keys: stale };

  for (const event of events) await append(transaction, event);
  return { ok: true };
}

async function reserve(
  transaction: Transaction,
  { key, amount, limit, usageVersion }: Reservation,
): Promise<boolean> {
  await transaction.query(
    'INSERT INTO budgets (key, amount, version) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING',
    [key],
  );
  const { affectedRows } = await transaction.query(
    `UPDATE budgets SET amount = amount + $2, version = version + 1
     WHERE key = $1 AND ($3::bigint IS NULL OR amount + $2 <= $3) AND ($4::int IS NULL OR version = $4)`,
    [key, amount, limit ?? null, usageVersion ?? null],
  );
  return affectedRows === 1;
}

async function append(transaction: Transaction, event: CaseEvent): Promise<void> {
  const { caseId, sequence, at, deadlines, effects } = event;
  await transaction.query('INSERT INTO case_events (case_id, sequence, event) VALUES ($1, $2, $3)', [
    caseId,
    sequence,
    event,
  ]);
  if (deadlines !== null) {
    await transaction.query('UPDATE cases SET due_at = $2 WHERE id = $1', [caseId, nextDueAt({ deadlines })]);
  }
  for (const { key, attempt, type, params } of effects) {
    await transaction.query(
      'INSERT INTO outbox (key, attempt, case_id, type, params, try_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [key, attempt, caseId, type, params, at],
    );
  }
}
