import type { EpochMillis } from '@aftercare/core';
import type { CareHistoryEntry } from './careHistory.js';
import type { CareWithdrawal, WithdrawalReason } from './careReceipt.js';
import { requireInstant } from './requireInstant.js';

/** What the planner knows of the action of a rule for a customer as things stand. */
export interface Standing {
  /** Whether the rule fires today. */
  readonly fires: boolean;
  /** The id that its action has now. */
  readonly actionId: string;
  /** What stands in its way on the channel that it was planned for; `undefined`: nothing. */
  readonly obstacle: WithdrawalReason | undefined;
}

/**
 * The actions of a history that were planned, are not sent, and must not be any more.
 *
 * @param standingOf - `undefined` for a rule that is not there any more
 */
export function withdrawalsOf(
  last: ReadonlyMap<string, CareHistoryEntry>,
  customerId: string,
  groundsNow: () => string,
  now: EpochMillis,
  standingOf: (entry: CareHistoryEntry) => Standing | undefined,
): readonly CareWithdrawal[] {
  const withdrawals: CareWithdrawal[] = [];
  for (const entry of last.values()) {
    if (entry.status !== 'planned') continue;
    const reason = reasonAgainst(entry, customerId, groundsNow, now, standingOf);
    if (reason === undefined) continue;
    const { actionId, rule, grounds } = entry;
    withdrawals.push({ actionId, rule, customerId, reason, grounds, groundsNow: groundsNow() });
  }
  return withdrawals;
}

function reasonAgainst(
  entry: CareHistoryEntry,
  customerId: string,
  groundsNow: () => string,
  now: EpochMillis,
  standingOf: (entry: CareHistoryEntry) => Standing | undefined,
): WithdrawalReason | undefined {
  const { actionId, expiresAt, grounds } = entry;
  if (requireInstant(expiresAt, 'history', 'expiresAt') <= now) return 'expired';
  if (customerOf(actionId) !== customerId) return 'customer_merged';
  const standing = standingOf(entry);
  if (standing === undefined) return 'rule_removed';
  const isSameOccasion = standing.fires && standing.actionId === actionId;
  // When only days have passed, the action is as right as it was: it has a day of its own on which it expires.
  if (!isSameOccasion && grounds !== groundsNow()) return 'grounds_changed';
  return standing.obstacle;
}

/** The customer of an action. Names of rules and occasions have no slash, ids of customers may. */
export function customerOf(actionId: string): string {
  return actionId.slice(occasionKey(actionId).length + 1);
}

/** Rule and occasion of an action, without the customer. */
export function occasionKey(actionId: string): string {
  return actionId.slice(0, actionId.indexOf('/', actionId.indexOf('/') + 1));
}
