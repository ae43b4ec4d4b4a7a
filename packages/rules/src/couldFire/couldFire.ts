import type { Comparison, Condition } from '../ast/index.js';
import { conditionTest, type FactRecord, readFacts } from '../evaluate/index.js';
import { factNamesOf, type Rule } from '../rule/index.js';
import type { RuleSet } from '../ruleSet/index.js';

/**
 * Which rules could fire if some facts had other values, whatever those are: for planning ahead, when it is not known yet
 * what these facts will be. Each comparison with such a fact is taken to come out as the rule needs it, so a rule that is
 * not among the answers cannot fire; one that is may still need what no value gives.
 *
 * @param unknown - names of facts; names that no rule reads make no difference
 * @returns a function of facts, of which the unknown ones may be absent. It gives rules in the order of the document,
 * those that read none of the unknown facts only if they fire.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { couldFire, defineFacts, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int(), rank: z.int() }));
 * const conditions = {
 *   all: [
 *     { fact: 'days', operator: 'lessThan', value: 5 },
 *     { fact: 'rank', operator: 'lessThan', value: 100 },
 *   ],
 * };
 * const rules = unwrap(loadRules([{ name: 'best_first', conditions, event: { type: 'care' } }], facts));
 * const possible = couldFire(rules, ['rank']);
 * possible({ days: 3 }).map((rule) => rule.name); // => ['best_first']
 * possible({ days: 7 }); // => []
 * ```
 */
export function couldFire<Facts>(
  { rules, operators }: RuleSet<Facts>,
  unknown: readonly string[],
): (facts: Partial<Facts>) => readonly Rule[] {
  const names = factNamesOf(rules);
  const known = names.filter((name) => !unknown.includes(name));
  const tests = rules.map((rule) => conditionTest(relaxed(rule.when, unknown, true), known, operators));
  return (facts) => {
    // Facts of any type are a record of facts; which ones it has, the next line makes sure.
    const values = readFacts(facts as FactRecord, known);
    return rules.filter((_, place) => tests[place]?.(values) === true);
  };
}

/**
 * A condition with every comparison of an unknown fact decided in favour of the rule.
 *
 * @param favourable - what is in favour: under a "not" it is that the comparison fails
 */
function relaxed(condition: Condition, unknown: readonly string[], favourable: boolean): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return {
        kind: condition.kind,
        conditions: condition.conditions.map((part) => relaxed(part, unknown, favourable)),
      };
    case 'not':
      return { kind: 'not', condition: relaxed(condition.condition, unknown, !favourable) };
    case 'comparison':
      return reads(condition, unknown) ? constant(favourable) : condition;
  }
}

function reads({ fact, value }: Comparison, names: readonly string[]): boolean {
  return names.includes(fact.fact) || (value.kind === 'fact' && names.includes(value.fact));
}

/** Of no conditions all hold, and none does. */
function constant(holds: boolean): Condition {
  return { kind: holds ? 'all' : 'any', conditions: [] };
}
