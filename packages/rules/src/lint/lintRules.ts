import { canonicalJson } from '@aftercare/core/foundation';
import { type Comparison, comparisonsOf, operatorText } from '../ast/index.js';
import { inEvaluationOrder, type Rule } from '../rule/index.js';
import type { RuleSet } from '../ruleSet/index.js';
import { EVERYTHING, type Region, subtract } from './box.js';
import { type PlacedRule, placeRule } from './conditionRegion.js';
import { type LintFinding, lintFindings } from './lintFindings.js';
import { lintGroup } from './lintGroup.js';
import { type Space, spaceOf } from './space.js';

/**
 * Looks for mistakes that no single condition shows. From the conditions on numbers, texts, enums, booleans and lists it
 * works out for which facts each rule fires, and reports
 *
 * - rules that never fire, and rules that always do;
 * - rules that do the same for the same facts, and rules that never do anything that one of higher priority has not done;
 * - in a group that is declared exclusive, two rules that can fire together;
 * - in a group that is declared complete over a range of a fact, what belongs to no rule: for other facts with which one
 *   of its rules fires at all, each value in the range must have a rule.
 *
 * Findings are exact: what is reported can be shown with facts of the catalogue's types. What cannot be worked out (custom
 * operators, two facts compared, parts that may not be there) is reported as `not_analysed` or `too_involved`; whatever
 * else depends on it is then not reported, rather than guessed. Checks that a schema makes with code of its own are not
 * seen.
 *
 * @returns the findings, rules first, in the order of the document
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, lintRules, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int().min(0) }));
 * const rule = (name: string, operator: string, value: number) => ({
 *   name,
 *   conditions: { all: [{ fact: 'days', operator, value }] },
 *   event: { type: 'care', params: { template: name } },
 * });
 * const document = {
 *   format: 1,
 *   groups: [{ name: 'first_weeks', rules: ['early', 'late'], over: 'days', complete: { from: 0 } }],
 *   rules: [rule('early', 'lessThan', 5), rule('late', 'greaterThan', 5)],
 * };
 * lintRules(unwrap(loadRules(document, facts))).map((finding) => finding.message);
 * // => ['groups[0]: The group "first_weeks" has a gap: days 5 belongs to no rule.']
 * ```
 */
export function lintRules(ruleSet: RuleSet): readonly LintFinding[] {
  const space = spaceOf(ruleSet);
  const placed = ruleSet.rules.map((rule) => placeRule(rule, space));
  const lint = [
    ...placed.flatMap((one) => [...lintAlone(one, space), ...lintComparisons(one.rule, space)]),
    ...lintPairs(placed, space),
  ];
  // Sorting is stable: what was found first about a rule stays first.
  const byRule = lint.sort((a, b) => Number(a.path[1]) - Number(b.path[1]));
  const groups = ruleSet.groups.flatMap((group, index) => lintGroup(group, index, placed, space));
  return [...byRule, ...groups];
}

function lintAlone({ rule, region, tooInvolved }: PlacedRule, space: Space): LintFinding[] {
  const path = ['rules', rule.index];
  if (tooInvolved) return [lintFindings.create('too_involved', path, { what: 'rule', name: rule.name })];
  if (isEmpty(region.atMost)) return [lintFindings.create('never_fires', path, { rule: rule.name })];
  if (covers(region.atLeast, [EVERYTHING], space))
    return [lintFindings.create('always_fires', path, { rule: rule.name })];
  return [];
}

function lintComparisons(rule: Rule, space: Space): LintFinding[] {
  const path = ['rules', rule.index];
  const reported = new Set<string>();
  return comparisonsOf(rule.when).flatMap((comparison) => {
    const extent = space.extentOf(comparison);
    const text = comparisonText(comparison);
    if (!('beyond' in extent) || reported.has(text)) return [];
    reported.add(text);
    const details = { rule: rule.name, comparison: text, reason: extent.beyond };
    return [lintFindings.create('not_analysed', path, details)];
  });
}

/** Compares each rule with those of the same event that come before it in evaluation. */
function lintPairs(placed: readonly PlacedRule[], space: Space): LintFinding[] {
  const byRule = new Map(placed.map((one) => [one.rule, one]));
  const byEvent = new Map<string, PlacedRule[]>();
  const findings: LintFinding[] = [];
  for (const rule of inEvaluationOrder(placed.map((one) => one.rule))) {
    const one = byRule.get(rule);
    // A rule that never fires is inside of every other one; that it never fires has been said.
    if (one === undefined || isEmpty(one.region.atMost)) continue;
    const event = canonicalJson(rule.event);
    const earlier = byEvent.get(event) ?? [];
    const finding = lintAgainst(one, earlier, space);
    if (finding !== undefined) findings.push(finding);
    byEvent.set(event, [...earlier, one]);
  }
  return findings;
}

function lintAgainst(
  { rule, region, text }: PlacedRule,
  earlier: readonly PlacedRule[],
  space: Space,
): LintFinding | undefined {
  const path = ['rules', rule.index];
  for (const other of earlier) {
    const isInside = covers(other.region.atLeast, region.atMost, space);
    const isSame = isInside && covers(region.atLeast, other.region.atMost, space);
    if (isSame || text === other.text)
      return lintFindings.create('duplicate', path, { rule: rule.name, of: other.rule.name });
    if (isInside && other.rule.priority > rule.priority)
      return lintFindings.create('covered', path, { rule: rule.name, by: other.rule.name });
  }
  return undefined;
}

/** Whether a region wholly lies in another one; no, too, where that would be too much work to tell. */
function covers(outer: Region, inner: Region, { dimensions }: Space): boolean {
  const outside = subtract(inner, outer, (key) => dimensions.get(key)?.all ?? 0n);
  return outside !== undefined && isEmpty(outside);
}

function isEmpty(region: Region): boolean {
  return region.length === 0;
}

function comparisonText(comparison: Comparison): string {
  const { fact, value } = comparison;
  const expected = value.kind === 'literal' ? JSON.stringify(value.value) : value.fact;
  return `${fact.fact} ${operatorText(comparison)} ${expected}`;
}
