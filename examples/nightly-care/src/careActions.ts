import type { Instant } from '@aftercare/core';
import { type CareHistoryEntry, type CarePlan, careHistoryEntrySchema } from '@aftercare/lifecycle';
import type { Transaction } from '@electric-sql/pglite';

interface ActionRow {
  readonly id: string;
  readonly customer_id: string;
  readonly rule: string;
  readonly channel: string;
  readonly purpose: string;
  readonly due_at: Date;
  readonly expires_at: Date;
  readonly grounds: string;
  readonly status: string;
  readonly status_at: Date;
}

/** What became of the earlier actions of customers, by customer. */
export async function readHistories(
  transaction: Transaction,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CareHistoryEntry[]>> {
  const { rows } = await transaction.query<ActionRow>(
    'SELECT * FROM care_actions WHERE customer_id = ANY($1) ORDER BY id',
    [customerIds],
  );
  const histories = new Map<string, CareHistoryEntry[]>();
  for (const row of rows) {
    const entry = entryOf(row);
    const history = histories.get(row.customer_id);
    if (history === undefined) histories.set(row.customer_id, [entry]);
    else history.push(entry);
  }
  return histories;
}

function entryOf(row: ActionRow): CareHistoryEntry {
  return careHistoryEntrySchema.parse({
    actionId: row.id,
    rule: row.rule,
    status: row.status,
    at: row.status_at.toISOString(),
    channel: row.channel,
    purpose: row.purpose,
    dueAt: row.due_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    grounds: row.grounds,
  });
}

/** Writes down what a plan says: new actions, those kept from a control group, and what must not be sent any more. */
export async function writePlan(transaction: Transaction, plan: CarePlan, now: Instant): Promise<void> {
  const because = new Map(plan.receipts.map((receipt) => [receipt.actionId, receipt.because]));
  const written = [
    ...plan.actions.map((action) => ({ action, status: 'planned' })),
    ...plan.heldOut.map((action) => ({ action, status: 'held_out' })),
  ];
  for (const { action, status } of written) {
    await transaction.query(
      `INSERT INTO care_actions (id, customer_id, rule, template, params, channel, purpose, due_at, expires_at, grounds,
                                 because, status, status_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (id) DO NOTHING`,
      [
        action.id,
        action.customerId,
        action.rule,
        action.template,
        action.params,
        action.channel,
        action.purpose,
        action.dueAt,
        action.expiresAt,
        action.grounds,
        because.get(action.id) ?? '',
        status,
        now,
      ],
    );
  }
  for (const { actionId } of plan.withdrawals) {
    // Only what is still planned: a sender that was faster has the last word.
    await transaction.query(
      "UPDATE care_actions SET status = 'withdrawn', status_at = $2 WHERE id = $1 AND status = 'planned'",
      [actionId, now],
    );
  }
}
