import type { FactPath } from './factPath.js';
import type { JsonValue } from './jsonValue.js';

/** Words before an operator that change what it is applied to, outermost first: `someFact:not:equal`. */
export type Decorator = 'someFact' | 'everyFact' | 'someValue' | 'everyValue' | 'not' | 'swap';

/** What is true or false of the facts: a rule's conditions with everything resolved, checked and in one form. */
export type Condition = AllOf | AnyOf | Not | Comparison;

/** Holds when all of its conditions hold; of none, always. */
export interface AllOf {
  readonly kind: 'all';
  readonly conditions: readonly Condition[];
  /** The name that the document gives it, or that of the named condition it stands for. A text for people. */
  readonly name?: string;
}

/** Holds when one of its conditions holds. */
export interface AnyOf {
  readonly kind: 'any';
  readonly conditions: readonly Condition[];
  readonly name?: string;
}

/** Holds when its condition does not. */
export interface Not {
  readonly kind: 'not';
  readonly condition: Condition;
  readonly name?: string;
}

/** Compares a fact, or a part of its value, with a value or another fact. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly fact: FactReference;
  readonly decorators: readonly Decorator[];
  /** One of the ten operators, or a custom one. */
  readonly operator: string;
  readonly value: Operand;
  readonly name?: string;
}

/** A fact, or a part of its value. */
export interface FactReference {
  readonly kind: 'fact';
  readonly fact: string;
  /** Empty: the whole value. */
  readonly path: FactPath;
}

/** A value that stands in the rule. */
export interface Literal {
  readonly kind: 'literal';
  readonly value: JsonValue;
}

/** What a fact is compared with. */
export type Operand = Literal | FactReference;

/** The comparisons of a condition, depth first, in the order of the document. */
export function comparisonsOf(condition: Condition): Comparison[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap(comparisonsOf);
    case 'not':
      return comparisonsOf(condition.condition);
    case 'comparison':
      return [condition];
  }
}

/**
 * The operator of a comparison with its decorators, as documents write it.
 *
 * @example
 * ```ts
 * import { operatorText } from '@aftercare/rules';
 *
 * const comparison = {
 *   kind: 'comparison',
 *   fact: { kind: 'fact', fact: 'tags', path: [] },
 *   decorators: ['someFact', 'not'],
 *   operator: 'equal',
 *   value: { kind: 'literal', value: 'vip' },
 * } as const;
 * operatorText(comparison); // => 'someFact:not:equal'
 * ```
 */
export function operatorText({ decorators, operator }: Comparison): string {
  return [...decorators, operator].join(':');
}
