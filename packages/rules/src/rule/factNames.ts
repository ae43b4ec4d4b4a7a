import { comparisonsOf } from '../ast/index.js';
import type { Rule } from './rule.js';

/**
 * The facts that rules read, in their conditions and events, sorted: what a host must have at hand to evaluate them.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, factNamesOf, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int(), tier: z.string(), region: z.string() }));
 * const conditions = { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] };
 * const event = { type: 'care', params: { tier: { fact: 'tier' } } };
 * factNamesOf(unwrap(loadRules([{ conditions, event }], facts)).rules); // => ['days', 'tier']
 * ```
 */
export function factNamesOf(rules: readonly Rule[]): readonly string[] {
  const names = new Set<string>();
  for (const { when, factParams } of rules) {
    for (const { fact, value } of comparisonsOf(when)) {
      names.add(fact.fact);
      if (value.kind === 'fact') names.add(value.fact);
    }
    for (const { from } of factParams) names.add(from.fact);
  }
  return Object.freeze([...names].sort());
}
