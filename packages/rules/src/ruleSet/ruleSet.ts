import { readPath } from '../ast/index.js';
import type { FactCatalogue } from '../catalogue/index.js';
import type { RuleGroup, RuleSetDocument } from '../document/index.js';
import type { FactRecord, Matcher, Outputs } from '../evaluate/index.js';
import type { CustomOperators } from '../operators/index.js';
import type { FiredRule, Rule, RuleEvent } from '../rule/index.js';

/** How rules are evaluated: by functions made from code, or by functions that call each other. */
export type Strategy = 'generated' | 'closures';

/**
 * Rules that are loaded, checked and ready. Its functions depend on nothing but their arguments and may be taken off the
 * object.
 */
export interface RuleSet<Facts = never> {
  /** SHA-256 over what decides in all rules. A text for people that changes leaves it as it is. */
  readonly version: string;
  /** In the order of the document. */
  readonly rules: readonly Rule[];
  readonly groups: readonly RuleGroup[];
  /** The document it was loaded from, deeply frozen; a bare list of rules as a document of format 1. */
  readonly document: RuleSetDocument;
  readonly catalogue: FactCatalogue;
  readonly operators: CustomOperators;
  readonly strategy: Strategy;
  /** The facts that the rules read, sorted. The others need not be given. */
  readonly factNames: readonly string[];

  /**
   * The events of the rules that fire: higher priority first, then the order of the document. Events are shared and
   * frozen, except where a parameter takes the value of a fact. When nothing fires, always the same empty list.
   *
   * @throws {@link AftercareError} `missing_fact` when a fact that any of the rules reads is absent or `undefined`; null is
   * a value.
   */
  evaluate(facts: Facts): readonly RuleEvent[];

  /** As {@link RuleSet.evaluate}, with the rule beside its event; these pairs are shared and frozen as well. */
  fired(facts: Facts): readonly FiredRule[];
}

/**
 * The functions of a rule set, made of a strategy's matcher.
 *
 * @param ordered - the rules in the order of evaluation
 */
export function evaluationOf(
  ordered: readonly Rule[],
  matcher: Matcher,
): Pick<RuleSet<FactRecord>, 'evaluate' | 'fired'> {
  const events: Outputs<RuleEvent> = {
    fixed: ordered.map(({ event }) => event),
    make: (place, facts) => eventOf(at(ordered, place), facts),
  };
  const pairs = ordered.map((rule): FiredRule => Object.freeze({ rule, event: rule.event }));
  const firedRules: Outputs<FiredRule> = {
    fixed: pairs,
    make(place, facts) {
      const pair = at(pairs, place);
      const event = eventOf(pair.rule, facts);
      return event === pair.event ? pair : Object.freeze({ rule: pair.rule, event });
    },
  };
  return {
    evaluate: (facts) => matcher(facts, events),
    fired: (facts) => matcher(facts, firedRules),
  };
}

/** The event of a rule that fired: the rule's own object, unless it takes values of facts. */
function eventOf({ event, factParams }: Rule, facts: FactRecord): RuleEvent {
  if (factParams.length === 0) return event;
  const taken = factParams.map(({ param, from }) => [param, readPath(facts[from.fact], from.path)] as const);
  return Object.freeze({
    ...event,
    params: Object.freeze({ ...event.params, ...Object.fromEntries(taken) }),
  });
}

function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new RangeError(`No rule is at place ${place}.`);
  return item;
}
