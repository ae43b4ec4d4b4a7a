import { canonicalJson, contentHash } from '@aftercare/core/foundation';
import type { Condition, FactReference, JsonValue, Operand } from '../ast/index.js';
import { inEvaluationOrder, type Rule } from './rule.js';

/**
 * The version of one rule: SHA-256 over what decides in it, which is its name, priority, conditions and event. A text for
 * people that changes (`because`, `tags`, `examples`, names of conditions) leaves it as it is.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { unwrap } from '@aftercare/core/foundation';
 * import { defineFacts, loadRules, versionOfRule } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int() }));
 * const rule = { name: 'few', conditions: { all: [] }, event: { type: 'care' } };
 * const [before] = unwrap(loadRules([rule], facts)).rules;
 * const [after] = unwrap(loadRules([{ ...rule, because: 'Few days.' }], facts)).rules;
 * before && after && versionOfRule(before) === versionOfRule(after); // => true
 * ```
 */
export function versionOfRule(rule: Rule): string {
  return contentHash(decisiveText(rule));
}

/** The hash of a whole set. It depends on the order of rules as far as evaluation does. */
export function versionOfRules(rules: readonly Rule[]): string {
  return contentHash(inEvaluationOrder(rules).map(decisiveText));
}

function decisiveText({ name, priority, when, event }: Rule): string {
  // Lists have one text in any case; only the event has keys whose order must not matter.
  return JSON.stringify([name, priority, decisive(when), canonicalJson(event)]);
}

function decisive(condition: Condition): JsonValue {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [condition.kind, ...condition.conditions.map(decisive)];
    case 'not':
      return ['not', decisive(condition.condition)];
    case 'comparison': {
      const { fact, decorators, operator, value } = condition;
      return ['comparison', reference(fact), [...decorators, operator], operand(value)];
    }
  }
}

function operand(value: Operand): JsonValue {
  // A custom operator may be given an object, whose keys may stand in any order.
  return value.kind === 'literal' ? ['literal', canonicalJson(value.value)] : reference(value);
}

function reference({ fact, path }: FactReference): JsonValue {
  return ['fact', fact, ...path];
}
