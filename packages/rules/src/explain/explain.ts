import type { FactCatalogue } from '../catalogue/index.js';
import { type FactRecord, readFacts } from '../evaluate/index.js';
import type { CustomOperators } from '../operators/index.js';
import type { Rule } from '../rule/index.js';
import type { RuleSet } from '../ruleSet/index.js';
import { explainCondition } from './explainCondition.js';
import type { Explanation, RuleExplanation } from './explanation.js';
import { smallestTurns } from './turns.js';

/**
 * Says for every rule of a set whether it fires and why: each condition with its actual and expected value and its result;
 * for a rule that does not fire, the smallest set of comparisons that would have to turn, and for numbers by how much.
 *
 * Decisions are pure, so nothing of this needs to be kept when a rule is evaluated: the same rules and facts explain
 * themselves at any later time.
 *
 * @throws {@link AftercareError} `missing_fact`, as `evaluate` does.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, explain, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ purchaseCount: z.int().min(0), days: z.int().min(0) }));
 * const rule = {
 *   name: 'first_days',
 *   conditions: {
 *     all: [
 *       { fact: 'purchaseCount', operator: 'equal', value: 1 },
 *       { fact: 'days', operator: 'lessThan', value: 5 },
 *     ],
 *   },
 *   event: { type: 'care' },
 * };
 * const { rules } = explain(unwrap(loadRules([rule], facts)), { purchaseCount: 1, days: 7 });
 * rules[0]?.fired; // => false
 * rules[0]?.turns?.map(({ path }) => path); // => [['all', 1]]
 * rules[0]?.turns?.[0]?.shift; // => { direction: 'down', by: 3, beyond: false }
 * ```
 */
export function explain<Facts>(ruleSet: RuleSet<Facts>, facts: Facts): Explanation {
  // Facts of any type are a record of facts; which ones it has, the next line makes sure.
  const record = facts as FactRecord;
  readFacts(record, ruleSet.factNames);
  const { version, rules, operators, catalogue } = ruleSet;
  return { version, rules: rules.map((rule) => explainRule(rule, record, operators, catalogue)) };
}

function explainRule(
  rule: Rule,
  facts: FactRecord,
  operators: CustomOperators,
  catalogue: FactCatalogue,
): RuleExplanation {
  const condition = explainCondition(rule.when, facts, operators);
  if (condition.holds) return { rule, fired: true, condition };
  const turns = smallestTurns(condition, true, [], catalogue);
  return { rule, fired: false, condition, ...(turns === undefined ? {} : { turns }) };
}
