import type { Condition, FactReference } from '../ast/index.js';
import type { EventDocument, RuleExample } from '../document/index.js';

/** A rule of a loaded set, with everything resolved and checked. Deeply frozen. */
export interface Rule {
  /** Unique in the set; a rule without a name in its document has its place as its name, such as `rules[3]`. */
  readonly name: string;
  /** Its place in the document, from 0. */
  readonly index: number;
  /** An integer of 1 or more; higher comes first. */
  readonly priority: number;
  /** The reason for it, for people. */
  readonly because?: string;
  readonly tags: readonly string[];
  readonly when: Condition;
  /** The event as the document has it. */
  readonly event: EventDocument;
  /** The parameters of the event that stand for facts; most rules have none, and their event is always the same object. */
  readonly factParams: readonly FactParam[];
  readonly examples: readonly RuleExample[];
}

/** A parameter of an event that takes the value of a fact. */
export interface FactParam {
  readonly param: string;
  readonly from: FactReference;
}

/** What happens when a rule fires: its event, with facts in the place of references to them. */
export interface RuleEvent {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A rule that fired, and what happens. */
export interface FiredRule {
  readonly rule: Rule;
  readonly event: RuleEvent;
}

/** The rules in the order in which they are evaluated: higher priority first, then by their place in the document. */
export function inEvaluationOrder(rules: readonly Rule[]): Rule[] {
  return [...rules].sort((a, b) => b.priority - a.priority || a.index - b.index);
}
