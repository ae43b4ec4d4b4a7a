import type { Instant } from '@aftercare/core';
import type { AnyCommand } from '@aftercare/policies';
import type { PGlite } from '@electric-sql/pglite';
import type { Desk } from './desk.js';
import type { PaymentProvider } from './paymentProvider.js';

/** So often a payment is tried before the case is told that it failed, and people look at it. */
const MOST_TRIES = 3;
/** Seconds before the second try; doubled before each further one. */
const FIRST_PAUSE = 2;

const WORKER = { id: 'worker', role: 'system' };

/** Something to do, as the outbox has it. */
interface Task {
  readonly key: string;
  readonly attempt: number;
  readonly caseId: string;
  readonly type: string;
  readonly params: { readonly orderId: string; readonly amount: { minor: number; currency: string } };
  readonly tries: number;
}

export interface WorkerOptions {
  readonly desk: Desk;
  readonly provider: PaymentProvider;
  readonly now: () => Instant;
  /** Is told what went wrong; it is tried again later. */
  readonly onError: (error: unknown) => void;
}

/**
 * Does what is to be done now: effects of the outbox, and what has come due. Killed at any point, it does the rest when
 * it runs again: the provider knows a payment by its key, and the case knows an outcome by the id of its command.
 */
export async function work(database: PGlite, options: WorkerOptions): Promise<void> {
  const { desk, now, onError } = options;
  const { rows: tasks } = await database.query<Task>(
    `SELECT key, attempt, case_id AS "caseId", type, params, tries FROM outbox
     WHERE NOT done AND try_at <= $1 ORDER BY position LIMIT 100`,
    [now()],
  );
  for (const task of tasks) {
    try {
      await carryOut(database, task, options);
      await database.query('UPDATE outbox SET done = true WHERE key = $1 AND attempt = $2', [
        task.key,
        task.attempt,
      ]);
    } catch (error) {
      onError(error);
      await postpone(database, task, now());
    }
  }

  const { rows: due } = await database.query<{ id: string }>(
    'SELECT id FROM cases WHERE due_at <= $1 ORDER BY due_at LIMIT 100',
    [now()],
  );
  for (const { id } of due) {
    try {
      await desk.passTime(id);
    } catch (error) {
      onError(error);
      await lookLater(database, id, now());
    }
  }
}

async function carryOut(database: PGlite, task: Task, { desk, provider }: WorkerOptions): Promise<void> {
  const { key, attempt, type, params, tries } = task;
  if (type !== 'refund_payment') {
    // What others do is theirs once it is written down for them.
    await database.query(
      'INSERT INTO handed_over (key, attempt, type, params) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [key, attempt, type, params],
    );
    return;
  }
  const outcome = await provider.pay(key, params.orderId, params.amount).then(
    (payment) => ({ type: 'effect_succeeded', params: { key, result: { payment } } }),
    (error) => {
      if (tries + 1 < MOST_TRIES) throw error;
      return { type: 'effect_failed', params: { key, reason: String(error).slice(0, 500) } };
    },
  );
  await report(desk, task, outcome);
}

/** Tells the case how an effect turned out. Told twice, it has been told once: the id of the command is the same. */
async function report(
  desk: Desk,
  { key, attempt, caseId }: Task,
  outcome: Pick<AnyCommand, 'type' | 'params'>,
) {
  const decision = await desk.give(caseId, { ...outcome, id: `${key}/${attempt}/${outcome.type}` }, WORKER);
  // An earlier attempt, thought to have failed, may have been the one that paid; then there is nothing to tell.
  if (decision?.ok === false && decision.refusal.code !== 'effect_settled') {
    throw new Error(decision.refusal.message);
  }
}

async function postpone(database: PGlite, { key, attempt, tries }: Task, now: Instant): Promise<void> {
  const seconds = FIRST_PAUSE * 2 ** Math.min(tries, 10);
  await database.query(
    `UPDATE outbox SET tries = tries + 1, try_at = $3::timestamptz + make_interval(secs => $4)
     WHERE key = $1 AND attempt = $2`,
    [key, attempt, now, seconds],
  );
}

/** A case that cannot be looked at now, as its policy has changed say, must not come first again and again. */
async function lookLater(database: PGlite, id: string, now: Instant): Promise<void> {
  await database.query(
    "UPDATE cases SET due_at = $2::timestamptz + interval '1 hour' WHERE id = $1 AND due_at <= $2",
    [id, now],
  );
}
