import { AftercareError } from '@aftercare/core/foundation';
import { ruleIssues } from '../issues/index.js';

/** Facts as evaluators see them: a record, whatever its type is to the caller. */
export type FactRecord = Readonly<Record<string, unknown>>;

/** Tells whether a condition holds, given the values of the facts in the order of their names. */
export type ConditionTest = (values: readonly unknown[]) => boolean;

/** What is returned for rules that fire, by their place in the order of evaluation. */
export interface Outputs<Output> {
  /** The output of each rule, right for rules whose event takes no values of facts: the same object every time. */
  readonly fixed: readonly Output[];
  /** The output of any rule, with values of facts in its event. */
  make(place: number, facts: FactRecord): Output;
}

/**
 * Finds the rules that fire and returns an output for each, in the order of evaluation: what a strategy makes of rules.
 *
 * @throws {@link AftercareError} `missing_fact`
 */
export type Matcher = <Output>(facts: FactRecord, outputs: Outputs<Output>) => readonly Output[];

/** What is returned when no rule fires: always this list. */
export const NOTHING: readonly never[] = Object.freeze([]);

/**
 * The values of facts, in the order of their names.
 *
 * @throws {@link AftercareError} `missing_fact`
 */
export function readFacts(facts: FactRecord, names: readonly string[]): readonly unknown[] {
  const values: unknown[] = [];
  for (const name of names) {
    const value = facts[name];
    if (value === undefined) throw missingFacts(facts, names);
    values.push(value);
  }
  return values;
}

/** The error for facts that lack some of those that rules read; it names all of them. */
export function missingFacts(facts: FactRecord, names: readonly string[]): AftercareError {
  const issueOf = (fact: string) => ruleIssues.create('missing_fact', [fact], { fact });
  const [first = '', ...more] = names.filter((name) => facts[name] === undefined);
  return new AftercareError([issueOf(first), ...more.map(issueOf)]);
}
