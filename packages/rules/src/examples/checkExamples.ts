import type { IssuePath } from '@aftercare/core/foundation';
import type { RuleExample } from '../document/index.js';
import { type ConditionTest, conditionTest, type FactRecord, readFacts } from '../evaluate/index.js';
import { type RuleIssue, ruleIssues } from '../issues/index.js';
import { factNamesOf, type Rule } from '../rule/index.js';
import type { RuleSet } from '../ruleSet/index.js';

/**
 * Runs the examples that rules carry. An example is about its own rule alone, so it needs only the facts that this rule
 * reads.
 *
 * @returns `example_failed` for each example that does not come out as it says, `missing_fact` for each that lacks a fact;
 * paths are those of the document
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { checkExamples, defineFacts, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int().min(0) }));
 * const rule = {
 *   name: 'first_days',
 *   conditions: { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] },
 *   event: { type: 'care' },
 *   examples: [
 *     { facts: { days: 4 }, fires: true },
 *     { facts: { days: 5 }, fires: true },
 *   ],
 * };
 * const rules = unwrap(loadRules({ format: 1, rules: [rule] }, facts));
 * checkExamples(rules).map((issue) => issue.path); // => [['rules', 0, 'examples', 1]]
 * ```
 */
export function checkExamples(ruleSet: RuleSet): readonly RuleIssue[] {
  return ruleSet.rules.flatMap((rule) => {
    if (rule.examples.length === 0) return [];
    const names = factNamesOf([rule]);
    const holds = conditionTest(rule.when, names, ruleSet.operators);
    return rule.examples.flatMap((example, index) =>
      checkExample(rule, example, holds, names, ['rules', rule.index, 'examples', index]),
    );
  });
}

function checkExample(
  rule: Rule,
  example: RuleExample,
  holds: ConditionTest,
  names: readonly string[],
  path: IssuePath,
): RuleIssue[] {
  const facts: FactRecord = example.facts;
  const missing = names.filter((name) => facts[name] === undefined);
  if (missing.length > 0)
    return missing.map((fact) => ruleIssues.create('missing_fact', [...path, 'facts', fact], { fact }));
  if (holds(readFacts(facts, names)) === example.fires) return [];
  const expected = example.fires ? 'fires' : 'does_not_fire';
  return [ruleIssues.create('example_failed', path, { rule: rule.name, expected })];
}
