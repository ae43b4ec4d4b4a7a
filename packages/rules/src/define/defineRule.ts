import type { FactCatalogue, FactShape, Facts } from '../catalogue/index.js';
import type { RuleDocument } from '../document/index.js';
import type { CustomOperators } from '../operators/index.js';
import type { TypedRule } from './typedRule.js';

/**
 * Writes a rule in code, with the compiler's help: a mistyped fact, an operator that does not fit, a value outside an
 * enum do not compile. The rule is plain JSON and goes to `loadRules` with the others, where the rest is checked.
 *
 * The catalogue comes first, whose facts the rule may speak of; custom operators that it may use come last. Both are there
 * for the compiler and are not looked at.
 *
 * @param rule - the rule
 * @returns the rule, unchanged
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, defineRule } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ tier: z.enum(['tier_1', 'tier_2']), days: z.int().min(0) }));
 * const rule = defineRule(facts, {
 *   name: 'care_for_tier_2',
 *   conditions: {
 *     all: [
 *       { fact: 'tier', operator: 'equal', value: 'tier_2' },
 *       { fact: 'days', operator: 'lessThan', value: 5 },
 *     ],
 *   },
 *   event: { type: 'care' },
 * });
 * rule.name; // => 'care_for_tier_2'
 * ```
 */
export function defineRule<Shape extends FactShape, Operators extends CustomOperators = Record<never, never>>(
  _catalogue: FactCatalogue<Shape>,
  rule: TypedRule<Facts<Shape>, keyof NoInfer<Operators> & string>,
  _operators?: Operators,
): RuleDocument {
  // A typed rule is a rule of which more is known; that its facts' values are JSON, the loader finds out.
  return rule as unknown as RuleDocument;
}
