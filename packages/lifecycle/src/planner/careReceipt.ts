import type { CareFacts } from '../care/index.js';

/** Why a rule that fired leads to no action: an action with its id is in the history already. */
export type SuppressionReason = 'already_done';

/** What became of a rule that fired. */
export type CareOutcome =
  | { readonly kind: 'planned' }
  | { readonly kind: 'suppressed'; readonly reason: SuppressionReason };

/** Why something was done or left: one for every rule that fired, in the order of the rules. Plain JSON. */
export interface CareReceipt {
  readonly rule: string;
  /** Content hash of the rules that decided; it changes when a decision could. */
  readonly rulesVersion: string;
  readonly customerId: string;
  readonly actionId: string;
  readonly outcome: CareOutcome;
  /** The rule's own reason. */
  readonly because: string;
  /** The facts that the rule looked at, with the values it saw. */
  readonly facts: Partial<CareFacts>;
}
