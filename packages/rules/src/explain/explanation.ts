import type { IssuePath } from '@aftercare/core/foundation';
import type { Comparison } from '../ast/index.js';
import type { Rule } from '../rule/index.js';

/** Why the rules of a set fired, or did not, for one record of facts. Plain data. */
export interface Explanation {
  /** The version of the rule set. */
  readonly version: string;
  /** In the order of the document. */
  readonly rules: readonly RuleExplanation[];
}

/** Why one rule fired, or did not. */
export interface RuleExplanation {
  readonly rule: Rule;
  readonly fired: boolean;
  readonly condition: ConditionExplanation;
  /**
   * For a rule that did not fire: the smallest set of comparisons that would have to turn for it to fire, each counted at
   * its place in the rule, though two of them may be about one fact. Of several smallest sets the one with most numbers
   * to shift, and of these the first in the rule. Absent where the rule fired, and where nothing could make it fire.
   */
  readonly turns?: readonly Turn[];
}

/** A condition with its result. */
export type ConditionExplanation =
  | {
      readonly kind: 'all' | 'any';
      readonly name?: string;
      readonly holds: boolean;
      readonly conditions: readonly ConditionExplanation[];
    }
  | {
      readonly kind: 'not';
      readonly name?: string;
      readonly holds: boolean;
      readonly condition: ConditionExplanation;
    }
  | ComparisonExplanation;

/** A comparison with the values that it compared. */
export interface ComparisonExplanation {
  readonly kind: 'comparison';
  readonly name?: string;
  readonly holds: boolean;
  readonly comparison: Comparison;
  /** The value of the fact; `undefined` where its path leads nowhere. */
  readonly actual: unknown;
  /** The value of the rule, or of the other fact. */
  readonly expected: unknown;
}

/** A comparison that would have to come out the other way. */
export interface Turn {
  /** Where it stands in the rule's conditions, named conditions written out: `['all', 1, 'not']`. */
  readonly path: IssuePath;
  readonly comparison: ComparisonExplanation;
  /** How far a number is from turning; absent for everything else. */
  readonly shift?: Shift;
}

/** By how much a number would have to change. */
export interface Shift {
  readonly direction: 'up' | 'down';
  /** The distance; never negative. */
  readonly by: number;
  /** Whether a little more than this is needed: below 5, say, and the fact is no integer. */
  readonly beyond: boolean;
}
