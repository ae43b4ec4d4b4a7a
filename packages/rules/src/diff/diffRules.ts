import { canonicalJson } from '@aftercare/core/foundation';
import { conditionText, inEvaluationOrder, type Rule, versionOfRule } from '../rule/index.js';
import type { RuleSet } from '../ruleSet/index.js';

/** What differs between two rule sets. Rules are the same rule when they have the same name. */
export interface RuleDiff {
  /** Whether both sets decide alike for all facts as far as their text shows: the same version. */
  readonly sameDecisions: boolean;
  /** Rules of the later set only, in its order. */
  readonly added: readonly Rule[];
  /** Rules of the earlier set only, in its order. */
  readonly removed: readonly Rule[];
  /** Rules that decide otherwise now, in the order of the later set. */
  readonly changed: readonly ChangedRule[];
  /** Rules that decide as before and have other texts, in the order of the later set. */
  readonly reworded: readonly RewordedRule[];
  /** Names of rules that changed places with others of their priority, in the order of the later set. */
  readonly reordered: readonly string[];
}

/** A rule that decides otherwise than before. */
export interface ChangedRule {
  readonly before: Rule;
  readonly after: Rule;
  /** What of it changed; its texts may have changed as well. */
  readonly parts: readonly DecidingPart[];
}

/** A rule of which only texts changed. */
export interface RewordedRule {
  readonly before: Rule;
  readonly after: Rule;
  readonly parts: readonly TextPart[];
}

/** A part of a rule that decides. */
export type DecidingPart = 'priority' | 'conditions' | 'event';

/** A part of a rule that decides nothing; `condition_names` are the names of its conditions. */
export type TextPart = 'because' | 'tags' | 'examples' | 'condition_names';

/**
 * Compares two rule sets: what a colleague who approves a change wants to see.
 *
 * @param before - the earlier set
 * @param after - the later set
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, diffRules, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int() }));
 * const rule = (days: number, because: string) => ({
 *   name: 'few_days',
 *   because,
 *   conditions: { all: [{ fact: 'days', operator: 'lessThan', value: days }] },
 *   event: { type: 'care' },
 * });
 * const before = unwrap(loadRules([rule(5, 'Few days.')], facts));
 * diffRules(before, unwrap(loadRules([rule(6, 'Few days.')], facts))).changed[0]?.parts; // => ['conditions']
 * diffRules(before, unwrap(loadRules([rule(5, 'Five days.')], facts))).reworded[0]?.parts; // => ['because']
 * ```
 */
export function diffRules(before: RuleSet, after: RuleSet): RuleDiff {
  const earlier = new Map(before.rules.map((rule) => [rule.name, rule]));
  const later = new Set(after.rules.map((rule) => rule.name));
  const common = after.rules.flatMap((rule) => {
    const known = earlier.get(rule.name);
    return known === undefined ? [] : [{ before: known, after: rule }];
  });
  const isChanged = (pair: RulePair) => versionOfRule(pair.before) !== versionOfRule(pair.after);
  return {
    sameDecisions: before.version === after.version,
    added: after.rules.filter(({ name }) => !earlier.has(name)),
    removed: before.rules.filter(({ name }) => !later.has(name)),
    changed: common.filter(isChanged).map((pair) => ({ ...pair, parts: decidingParts(pair) })),
    reworded: common
      .filter((pair) => !isChanged(pair))
      .map((pair) => ({ ...pair, parts: textParts(pair) }))
      .filter(({ parts }) => parts.length > 0),
    reordered: reorderedNames(common),
  };
}

interface RulePair {
  readonly before: Rule;
  readonly after: Rule;
}

function decidingParts({ before, after }: RulePair): DecidingPart[] {
  const parts: DecidingPart[] = [];
  if (before.priority !== after.priority) parts.push('priority');
  if (conditionText(before.when) !== conditionText(after.when)) parts.push('conditions');
  if (canonicalJson(before.event) !== canonicalJson(after.event)) parts.push('event');
  return parts;
}

function textParts({ before, after }: RulePair): TextPart[] {
  const parts: TextPart[] = [];
  if (before.because !== after.because) parts.push('because');
  if (canonicalJson(before.tags) !== canonicalJson(after.tags)) parts.push('tags');
  if (canonicalJson(before.examples) !== canonicalJson(after.examples)) parts.push('examples');
  // Conditions that decide alike can differ in nothing but names.
  if (canonicalJson(before.when) !== canonicalJson(after.when)) parts.push('condition_names');
  return parts;
}

/** Names whose place among the rules of their priority changed; rules with another priority or no counterpart apart. */
function reorderedNames(common: readonly RulePair[]): string[] {
  const staying = common.filter(({ before, after }) => before.priority === after.priority);
  const earlier = inEvaluationOrder(staying.map(({ before }) => before)).map(({ name }) => name);
  const later = inEvaluationOrder(staying.map(({ after }) => after)).map(({ name }) => name);
  const moved = new Set(later.filter((name, place) => earlier[place] !== name));
  return common.flatMap(({ after: { name } }) => (moved.has(name) ? [name] : []));
}
