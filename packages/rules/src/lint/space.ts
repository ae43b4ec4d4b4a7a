import { type Comparison, comparisonsOf, type JsonValue } from '../ast/index.js';
import type { FactType } from '../factType/index.js';
import { testOf } from '../operators/index.js';
import type { RuleSet } from '../ruleSet/index.js';
import type { CellSet } from './box.js';
import { type BeyondReason, type Dimension, dimensionOf, isAnalysable, subjectOf } from './dimension.js';

/** The values of a comparison's fact with which it holds, as cells of a dimension; or why it cannot be told. */
type Extent = { readonly dimension: Dimension; readonly cells: CellSet } | { readonly beyond: BeyondReason };

/** All that the rules of a set can tell apart. */
export interface Space {
  readonly dimensions: ReadonlyMap<string, Dimension>;
  extentOf(comparison: Comparison): Extent;
}

/** Lays out the space of a rule set: a dimension for each place that its rules compare with values. */
export function spaceOf(ruleSet: RuleSet): Space {
  const { catalogue, operators, groups, rules } = ruleSet;
  const places = new Map<string, { readonly type: FactType; readonly values: JsonValue[] }>();
  const mention = (key: string, type: FactType, values: readonly JsonValue[]) => {
    const place = places.get(key) ?? { type, values: [] };
    place.values.push(...values);
    places.set(key, place);
  };
  for (const comparison of rules.flatMap(({ when }) => comparisonsOf(when))) {
    const subject = subjectOf(comparison, catalogue);
    if ('key' in subject && comparison.value.kind === 'literal')
      mention(subject.key, subject.type, [comparison.value.value]);
  }
  for (const { over, complete } of groups) {
    const type = over === undefined ? undefined : catalogue.facts[over]?.type;
    if (over !== undefined && type !== undefined && complete !== undefined && isAnalysable(type, true))
      mention(over, type, complete.to === undefined ? [complete.from] : [complete.from, complete.to]);
  }
  const dimensions = new Map<string, Dimension>();
  for (const [key, { type, values }] of places) {
    const dimension = dimensionOf(key, type, values);
    if (dimension !== undefined) dimensions.set(key, dimension);
  }
  return {
    dimensions,
    extentOf(comparison) {
      const subject = subjectOf(comparison, catalogue);
      if ('beyond' in subject) return subject;
      const dimension = dimensions.get(subject.key);
      if (dimension === undefined) return { beyond: 'too_many_cases' };
      const { value } = comparison;
      // A comparison with another fact is beyond the analysis, as its subject has told.
      const expected = value.kind === 'literal' ? value.value : undefined;
      const holds = testOf(comparison, operators);
      const cells = dimension.cells.map((cell) => (holds(cell.value, expected) ? '1' : '0'));
      // The first cell is the lowest bit, which a number in binary has at its end.
      return { dimension, cells: BigInt(`0b0${cells.reverse().join('')}`) };
    },
  };
}
