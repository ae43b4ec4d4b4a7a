import { canonicalJson, formatIssuePath, resultOf } from '@aftercare/core/foundation';
import type { CombinedConditionDocument, RuleSetDocument } from '../document/index.js';
import { type RuleIssue, type RuleResult, ruleIssues } from '../issues/index.js';

/**
 * Joins documents into one, for shops that keep a file for each family of rules: rules and groups one after the other, and
 * the named conditions of all. Two documents may name the same condition alike; what else is wrong with the whole,
 * `loadRules` finds.
 *
 * @returns the joined document, or `duplicate_name` where one name stands for two different conditions
 *
 * @example
 * ```ts
 * import { joinDocuments } from '@aftercare/rules';
 *
 * const conditions = { bought: { all: [{ fact: 'purchaseCount', operator: 'greaterThan', value: 0 }] } };
 * const others = { bought: { all: [{ fact: 'purchaseCount', operator: 'equal', value: 1 }] } };
 * joinDocuments([{ format: 1, conditions, rules: [] }, { format: 1, conditions, rules: [] }]);
 * // => { ok: true, value: { format: 1, conditions, groups: [], rules: [] } }
 * const result = joinDocuments([{ format: 1, conditions, rules: [] }, { format: 1, conditions: others, rules: [] }]);
 * result.ok ? '' : result.issues[0].path; // => [1, 'conditions', 'bought']
 * ```
 */
export function joinDocuments(documents: readonly RuleSetDocument[]): RuleResult<RuleSetDocument> {
  const issues: RuleIssue[] = [];
  const conditions = new Map<
    string,
    { readonly condition: CombinedConditionDocument; readonly first: number }
  >();
  for (const [index, document] of documents.entries()) {
    for (const [name, condition] of Object.entries(document.conditions ?? {})) {
      const known = conditions.get(name);
      if (known === undefined) conditions.set(name, { condition, first: index });
      else if (canonicalJson(known.condition) !== canonicalJson(condition)) {
        const first = formatIssuePath([known.first, 'conditions', name]);
        issues.push(ruleIssues.create('duplicate_name', [index, 'conditions', name], { name, first }));
      }
    }
  }
  const joined: RuleSetDocument = {
    format: 1,
    conditions: Object.fromEntries([...conditions].map(([name, { condition }]) => [name, condition])),
    groups: documents.flatMap((document) => document.groups ?? []),
    rules: documents.flatMap((document) => document.rules),
  };
  return resultOf(joined, issues);
}
