import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { RuleSet } from '../ruleSet/index.js';

/**
 * Hands a rule set to json-rules-engine: an `Engine` with the same rules, named conditions and custom operators, for hosts
 * that need what it alone has, such as asynchronous facts and rules that set facts for others.
 *
 * The same facts give the same events, with these differences:
 *
 * - order: the engine orders rules by priority, and inside one priority as its promises happen to settle;
 * - a comparison of numbers takes a numeric text (`'10'`) for a number there, and a null that it compares with for 0;
 * - a fact that is there with the value `undefined` is a value there, and missing here; and conditions with a `priority` of
 *   their own may leave a missing fact unnoticed;
 * - `in`, `notIn`, `someValue` and `everyValue` reject the run there when they meet no list;
 * - two runs of one engine at once, with facts that are asynchronous, can lose rules: an engine has one state. Use one
 *   engine for each.
 *
 * @returns a new engine; it writes into its rules, so it gets copies
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, loadRules, unwrap } from '@aftercare/rules';
 * import { toEngine } from '@aftercare/rules/engine';
 *
 * const facts = defineFacts(z.object({ purchaseCount: z.int().min(0) }));
 * const rule = {
 *   name: 'first_purchase',
 *   conditions: { all: [{ fact: 'purchaseCount', operator: 'equal', value: 1 }] },
 *   event: { type: 'care' },
 * };
 * const engine = toEngine(unwrap(loadRules([rule], facts)));
 * const { events } = await engine.run({ purchaseCount: 1 });
 * events; // => [{ type: 'care' }]
 * ```
 */
export function toEngine(ruleSet: RuleSet): Engine {
  const { rules, document, operators } = ruleSet;
  const engine = new Engine([], { replaceFactsInEventParams: true });
  for (const [name, test] of Object.entries(operators))
    engine.addOperator(name, (actual: unknown, expected: unknown) => test(actual, expected) === true);
  for (const [name, condition] of Object.entries(document.conditions ?? {}))
    engine.setCondition(name, copyOf(condition) as TopLevelCondition);
  rules.forEach(({ name, priority, event }, index) => {
    const conditions = document.rules[index]?.conditions;
    // The loader has checked that the document is what the engine takes; the engine's types want mutable lists.
    engine.addRule(copyOf({ name, priority, event, conditions }) as RuleProperties);
  });
  return engine;
}

function copyOf(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
