import { canonicalJson, contentHash } from '@aftercare/core/foundation';
import type { Condition, JsonValue, Operand } from '../ast/index.js';
import { inEvaluationOrder, type Rule } from './rule.js';

/**
 * The version of one rule: SHA-256 over what decides in it, which is its name, priority, conditions and event. A text for
 * people that changes (`because`, `tags`, `examples`, names of conditions) leaves it as it is.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, loadRules, unwrap, versionOfRule } from '@aftercare/rules';
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
  return contentHash(inEvaluationOrder(rules).map(decisiveText).join('\n'));
}

function decisiveText({ name, priority, when, event }: Rule): string {
  // Lists have one text in any case; only the event has keys whose order must not matter. No text has a line break of
  // its own, so that the texts of several rules, one a line, cannot be taken for others.
  return `${JSON.stringify([name, priority, decisive(when)])} ${canonicalJson(event)}`;
}

/** What decides in a condition, as a text: the same for conditions that differ in nothing but names. */
export function conditionText(condition: Condition): string {
  return JSON.stringify(decisive(condition));
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
      return [[fact.fact, ...fact.path], [...decorators, operator].join(':'), operand(value)];
    }
  }
}

/** A list of one item for a value, and of more for everything else, so that none can be taken for another. */
function operand(value: Operand): JsonValue {
  if (value.kind === 'fact') return ['fact', value.fact, ...value.path];
  const isNested = typeof value.value === 'object' && value.value !== null;
  // What a custom operator is given may have keys, in any order.
  return isNested ? ['json', canonicalJson(value.value)] : [value.value];
}
