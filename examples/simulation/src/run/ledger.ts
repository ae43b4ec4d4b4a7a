import { createHash } from 'node:crypto';
import type {
  CarePlan,
  CareReceipt,
  CareRule,
  SuppressionReason,
  WithdrawalReason,
} from '@aftercare/lifecycle';
import type { Delivery } from './outbox.js';

/** What came of one rule over the whole time. */
export interface RuleTally {
  readonly care: CareRule;
  /** Occasions on which it fired, by the id of their action, however many plans they were in. */
  readonly occasions: Map<string, Occasion>;
  /** Receipts by what they say: one for every plan in which the rule fired. */
  readonly receipts: Map<ReceiptKind, number>;
  readonly withdrawals: Map<WithdrawalReason, number>;
}

/** What a receipt says. */
type ReceiptKind = 'planned' | SuppressionReason;

/** What became of an occasion: what its action came to, or while there is none, what stood in the way last. */
export type OccasionEnd = 'planned' | 'sent' | 'failed' | 'held_out' | 'withdrawn' | SuppressionReason;

/** One occasion on which a rule fired for a customer. */
interface Occasion {
  readonly end: OccasionEnd;
  /** The rules whose messages filled the cap, where that is what stood in the way last. */
  readonly filledBy: readonly string[];
  /** Whether it is a service message that marketing outranked on some day. */
  readonly gaveWay: boolean;
}

/** Counts all that a simulation brings forth, and hashes it, so that two runs can be compared to the byte. */
export class Ledger {
  readonly #rules: ReadonlyMap<string, RuleTally>;
  readonly #digest = createHash('sha256');
  plans = 0;

  constructor(rules: readonly CareRule[]) {
    this.#rules = new Map(
      rules.map((care) => [
        care.rule.name,
        { care, occasions: new Map(), receipts: new Map(), withdrawals: new Map() },
      ]),
    );
  }

  /** By name, in the order of the rules; those that never fired are there too. */
  get rules(): ReadonlyMap<string, RuleTally> {
    return this.#rules;
  }

  takePlan(plan: CarePlan): void {
    this.plans++;
    this.#digest.update(`${JSON.stringify(plan)}\n`);
    for (const receipt of plan.receipts) this.#takeReceipt(receipt);
    for (const { rule, actionId, reason } of plan.withdrawals) {
      add(this.#of(rule).withdrawals, reason);
      this.#end(rule, actionId, 'withdrawn');
    }
  }

  takeDelivery({ action, status }: Delivery): void {
    this.#digest.update(`${action.id} ${status} ${action.dueAt}\n`);
    this.#end(action.rule, action.id, status);
  }

  /** The SHA-256 of every plan and delivery so far, in hexadecimal digits. */
  fingerprint(): string {
    return this.#digest.copy().digest('hex');
  }

  #takeReceipt({ rule, actionId, outcome }: CareReceipt): void {
    if (outcome.kind === 'planned') {
      add(this.#of(rule).receipts, 'planned');
      this.#end(rule, actionId, 'planned');
      return;
    }
    const { reason } = outcome;
    add(this.#of(rule).receipts, reason);
    if (reason === 'already_done') return;
    if (reason === 'holdout') this.#end(rule, actionId, 'held_out');
    else if (reason === 'frequency_cap') this.#end(rule, actionId, reason, outcome.filledBy.map(ruleOf));
    else if (reason === 'outranked') this.#end(rule, actionId, reason, [], this.#isMarketing(outcome.by));
    else this.#end(rule, actionId, reason);
  }

  #end(
    rule: string,
    actionId: string,
    end: OccasionEnd,
    filledBy: readonly string[] = [],
    byMarketing = false,
  ): void {
    const { care, occasions } = this.#of(rule);
    const gaveWay =
      (byMarketing && care.params.purpose === 'service') || occasions.get(actionId)?.gaveWay === true;
    occasions.set(actionId, { end, filledBy, gaveWay });
  }

  #isMarketing(actionId: string): boolean {
    return this.#of(ruleOf(actionId)).care.params.purpose === 'marketing';
  }

  #of(rule: string): RuleTally {
    const tally = this.#rules.get(rule);
    if (tally === undefined) throw new RangeError(`${rule} is none of the rules.`);
    return tally;
  }
}

function ruleOf(actionId: string): string {
  return actionId.slice(0, actionId.indexOf('/'));
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
