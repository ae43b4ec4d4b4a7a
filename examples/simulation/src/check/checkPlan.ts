import type { CarePlan } from '@aftercare/lifecycle';

/** A plan whose parts do not add up. */
export interface PlanFinding {
  readonly kind: 'two_receipts' | 'action_without_receipt' | 'receipt_without_action' | 'planned_twice';
  readonly customerId: string;
  /** The rule, or the id of the action. */
  readonly what: string;
}

/**
 * Holds one plan against itself: every rule that fired has one receipt, and every receipt that says so its one action. The
 * ids of the plan's actions join those of all plans before, which must not have them yet.
 */
export function checkPlan(plan: CarePlan, earlierIds: Set<string>): readonly PlanFinding[] {
  const findings: PlanFinding[] = [];
  const find = (kind: PlanFinding['kind'], what: string) =>
    findings.push({ kind, customerId: plan.customerId, what });
  const rules = new Set<string>();
  const planned = new Set<string>();
  const heldOut = new Set<string>();
  for (const { rule, actionId, outcome } of plan.receipts) {
    if (rules.has(rule)) find('two_receipts', rule);
    rules.add(rule);
    if (outcome.kind === 'planned') planned.add(actionId);
    else if (outcome.reason === 'holdout') heldOut.add(actionId);
  }
  const pairs = [
    [planned, plan.actions],
    [heldOut, plan.heldOut],
  ] as const;
  for (const [promised, actions] of pairs) {
    for (const { id } of actions) {
      if (!promised.delete(id)) find('action_without_receipt', id);
      if (earlierIds.has(id)) find('planned_twice', id);
      earlierIds.add(id);
    }
    for (const id of promised) find('receipt_without_action', id);
  }
  return findings;
}
