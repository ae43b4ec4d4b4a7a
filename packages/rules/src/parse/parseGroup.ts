import type { IssuePath } from '@aftercare/core/foundation';
import { groupSchema, type RuleGroup } from '../document/index.js';
import { lookUpFact, type ParseContext, suggest } from './parseContext.js';

/** A group of a document, or `undefined` when there was an issue. */
export function parseGroup(
  input: unknown,
  path: IssuePath,
  ruleNames: ReadonlySet<string>,
  context: ParseContext,
): RuleGroup | undefined {
  const { report } = context;
  const group = report.parse(groupSchema, input, path);
  if (group === undefined) return undefined;
  group.rules.forEach((rule, index) => {
    if (ruleNames.has(rule)) return;
    report.add('unknown_rule', [...path, 'rules', index], { rule, ...suggest(rule, ruleNames, report) });
  });
  const { over, complete } = group;
  if (over !== undefined) {
    const fact = lookUpFact(over, [...path, 'over'], context);
    if (fact !== undefined && fact.type.kind !== 'number')
      report.add('not_numeric', [...path, 'over'], { fact: over });
  }
  if (complete !== undefined && over === undefined)
    report.add('missing', [...path, 'over'], { expected: ['text'] });
  if (complete?.to !== undefined && complete.to <= complete.from)
    report.add('empty_range', [...path, 'complete'], { from: complete.from, to: complete.to });
  // The schema has accepted it: the frozen original of what it returned a copy of.
  return input as RuleGroup;
}
