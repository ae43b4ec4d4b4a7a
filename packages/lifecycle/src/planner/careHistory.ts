import { codeSchema, epochMillisOf, type Instant, instantSchema, purposeSchema } from '@aftercare/core';
import * as z from 'zod';
import type { CareAction } from './careAction.js';

/** Schema of {@link CareHistoryEntry}. */
export const careHistoryEntrySchema = z.strictObject({
  actionId: z.string().min(1).meta({ description: 'The id of the action, as the planner gave it.' }),
  rule: z.string().min(1).meta({ description: 'The rule that it came from.' }),
  status: z.enum(['planned', 'sent', 'failed', 'withdrawn', 'held_out']).meta({
    description:
      'held_out: kept from a customer of a control group; it counts as if it had been sent, so that the groups stay alike.',
  }),
  at: instantSchema.meta({ description: 'When it was so.' }),
  channel: codeSchema.meta({ description: 'As in the action.' }),
  purpose: purposeSchema.meta({ description: 'As in the action.' }),
  dueAt: instantSchema.meta({ description: 'As in the action.' }),
  expiresAt: instantSchema.meta({ description: 'As in the action.' }),
  grounds: z.string().meta({ description: 'As in the action.' }),
});

/**
 * What happened to an earlier action of a customer. An action can have several entries: planned, then sent. What was sent
 * stays sent, whatever else is recorded of it; any other end outweighs `planned`.
 */
export interface CareHistoryEntry extends Readonly<z.infer<typeof careHistoryEntrySchema>> {}

/**
 * The entry that records what became of an action.
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 * import { careHistoryEntry, createPlanner, newProspect } from '@aftercare/lifecycle';
 *
 * const planner = createPlanner({ calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const customer = { id: 'c-1' };
 * const facts = { ...newProspect, daysSinceUnpaidOrder: 1 };
 * const now = '2026-03-04T09:00:00Z';
 * const [action] = planner.plan({ customer, facts, history: [], now }).actions;
 * const history = action === undefined ? [] : [careHistoryEntry(action, 'sent', '2026-03-04T09:00:05Z')];
 * history.map(({ actionId, status }) => [actionId, status]);
 * // => [['prospect_payment_reminder/unpaid_since_2026-03-03/c-1', 'sent']]
 * planner.plan({ customer, facts, history, now }).actions; // => []
 * ```
 */
export function careHistoryEntry(
  action: CareAction,
  status: CareHistoryEntry['status'],
  at: Instant,
): CareHistoryEntry {
  const { id, rule, channel, purpose, dueAt, expiresAt, grounds } = action;
  return { actionId: id, rule, status, at, channel, purpose, dueAt, expiresAt, grounds };
}

/** By action: the entry that says what became of it in the end. */
export function lastEntries(history: readonly CareHistoryEntry[]): ReadonlyMap<string, CareHistoryEntry> {
  if (history.length === 0) return NO_ENTRIES;
  const last = new Map<string, CareHistoryEntry>();
  for (const entry of history) {
    const known = last.get(entry.actionId);
    if (outweighs(entry, known)) last.set(entry.actionId, entry);
  }
  return last;
}

/** Whether an entry says more of what became of an action than another, or there is no other. Of two alike, the later. */
export function outweighs(entry: CareHistoryEntry, other: CareHistoryEntry | undefined): boolean {
  if (other === undefined) return true;
  const more = WEIGHT[entry.status] - WEIGHT[other.status];
  if (more !== 0) return more > 0;
  return (epochMillisOf(entry.at) ?? 0) > (epochMillisOf(other.at) ?? 0);
}

const NO_ENTRIES: ReadonlyMap<string, CareHistoryEntry> = new Map();

const WEIGHT: Readonly<Record<CareHistoryEntry['status'], number>> = {
  planned: 0,
  failed: 1,
  withdrawn: 2,
  held_out: 3,
  sent: 4,
};
