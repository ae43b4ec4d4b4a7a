import type { Condition } from '../ast/index.js';
import { conditionText, type Rule } from '../rule/index.js';
import { EVERYTHING, intersect, type Region, unite } from './box.js';
import type { Space } from './space.js';

/** A rule with what the analysis knows of it. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly region: RuleRegion;
  /** The same for rules whose conditions are the same, names apart. */
  readonly text: string;
  /** Whether its conditions are too involved for the analysis. */
  readonly tooInvolved: boolean;
}

/** Where a rule fires, as far as it is known. What is true of both bounds is true of the rule. */
interface RuleRegion {
  /** The rule fires nowhere else. */
  readonly atMost: Region;
  /** The rule fires here. The same as `atMost` when all of the rule could be analysed. */
  readonly atLeast: Region;
}

/** Works out where a rule fires. Conditions that are too involved are taken as not known at all. */
export function placeRule(rule: Rule, space: Space): PlacedRule {
  const atMost = regionOf(rule.when, true, [EVERYTHING], space);
  const atLeast = regionOf(rule.when, true, [], space);
  const tooInvolved = atMost === undefined || atLeast === undefined;
  const region = tooInvolved ? { atMost: [EVERYTHING], atLeast: [] } : { atMost, atLeast };
  return { rule, region, text: conditionText(rule.when), tooInvolved };
}

/**
 * Where a condition comes out as wanted.
 *
 * @param unknown - what to take a comparison for that is beyond the analysis
 * @returns the region, or `undefined` when it has too many boxes
 */
function regionOf(condition: Condition, wanted: boolean, unknown: Region, space: Space): Region | undefined {
  switch (condition.kind) {
    case 'comparison': {
      const extent = space.extentOf(condition);
      if ('beyond' in extent) return unknown;
      const { dimension } = extent;
      const cells = wanted ? extent.cells : dimension.all & ~extent.cells;
      if (cells === dimension.all) return [EVERYTHING];
      return cells === 0n ? [] : [new Map([[dimension.key, cells]])];
    }
    case 'not':
      return regionOf(condition.condition, !wanted, unknown, space);
    case 'all':
    case 'any': {
      // "Not all hold" is "one does not hold".
      const both = (condition.kind === 'all') === wanted;
      const start: Region = both ? [EVERYTHING] : [];
      return condition.conditions.reduce<Region | undefined>((region, part) => {
        const other = region && regionOf(part, wanted, unknown, space);
        return region && other && (both ? intersect(region, other) : unite(region, other));
      }, start);
    }
  }
}
