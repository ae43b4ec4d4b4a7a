import { unwrap } from '@aftercare/core/foundation';
import { type ConditionExplanation, explain, loadRules } from '@aftercare/rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factRecord, facts, ruleDocument } from '../../test/arbitraryRules.js';

/** Rules with more comparisons than this have too many subsets to try. */
const MOST_COMPARISONS = 10;

/** The places of the comparisons of a condition. */
function places(condition: ConditionExplanation, path: readonly (string | number)[] = []): string[] {
  switch (condition.kind) {
    case 'comparison':
      return [path.join('.')];
    case 'not':
      return places(condition.condition, [...path, 'not']);
    default:
      return condition.conditions.flatMap((part, index) => places(part, [...path, condition.kind, index]));
  }
}

/** Whether a condition holds when the comparisons at these places come out the other way. */
function holdsWith(
  turned: ReadonlySet<string>,
  condition: ConditionExplanation,
  path: readonly (string | number)[] = [],
): boolean {
  switch (condition.kind) {
    case 'comparison':
      return condition.holds !== turned.has(path.join('.'));
    case 'not':
      return !holdsWith(turned, condition.condition, [...path, 'not']);
    case 'all':
      return condition.conditions.every((part, index) => holdsWith(turned, part, [...path, 'all', index]));
    case 'any':
      return condition.conditions.some((part, index) => holdsWith(turned, part, [...path, 'any', index]));
  }
}

function* subsetsOf(items: readonly string[]): Generator<ReadonlySet<string>> {
  for (let bits = 0; bits < 2 ** items.length; bits++)
    yield new Set(items.filter((_, index) => (bits >> index) & 1));
}

test('the rules that an explanation calls fired are those that fire', () => {
  const property = fc.property(ruleDocument, factRecord, (document, record) => {
    const rules = unwrap(loadRules(document, facts));
    const explained = explain(rules, record).rules.filter(({ fired }) => fired);
    const fired = rules.fired(record).map(({ rule }) => rule.name);
    expect(explained.map(({ rule }) => rule.name).sort()).toEqual([...fired].sort());
  });
  fc.assert(property, { numRuns: 500 });
});

test('no smaller set of comparisons than the one told could make a rule fire', () => {
  let tried = 0;
  const property = fc.property(ruleDocument, factRecord, (document, record) => {
    for (const { fired, condition, turns } of explain(unwrap(loadRules(document, facts)), record).rules) {
      const all = places(condition);
      if (fired || all.length > MOST_COMPARISONS) continue;
      const sizes = [...subsetsOf(all)]
        .filter((turned) => holdsWith(turned, condition))
        .map(({ size }) => size);
      expect(turns?.length).toBe(sizes.length === 0 ? undefined : Math.min(...sizes));
      if (turns === undefined) continue;
      expect(holdsWith(new Set(turns.map(({ path }) => path.join('.'))), condition)).toBe(true);
      tried += 1;
    }
  });
  fc.assert(property, { numRuns: 500 });
  expect(tried).toBeGreaterThan(200);
});
