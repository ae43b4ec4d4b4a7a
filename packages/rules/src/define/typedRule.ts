import type { Decorator, JsonValue } from '../ast/index.js';
import type { EventDocument, RuleDocument } from '../document/index.js';
import type { OperatorName } from '../operators/index.js';

/**
 * A rule over the facts of a catalogue, checked by the compiler: names of facts, operators that fit their types, values of
 * enums. What lies behind a path or a decorator is checked when the rule is loaded, as are ranges.
 *
 * @typeParam Facts - the record of facts, `FactsOf<typeof facts>`
 * @typeParam Custom - names of custom operators
 */
export interface TypedRule<Facts, Custom extends string = never>
  extends Omit<RuleDocument, 'conditions' | 'event' | 'examples'> {
  readonly conditions: CombinedConditionOf<Facts, Custom>;
  readonly event: EventDocument;
  readonly examples?: readonly { readonly facts: Partial<Facts>; readonly fires: boolean }[];
}

/** A condition over the facts of a catalogue. */
export type ConditionOf<Facts, Custom extends string = never> =
  | CombinedConditionOf<Facts, Custom>
  | ComparisonOf<Facts, Custom>;

/** A condition over the facts of a catalogue that may stand at the root of a rule. */
export type CombinedConditionOf<Facts, Custom extends string = never> = Label &
  (
    | { readonly all: readonly ConditionOf<Facts, Custom>[] }
    | { readonly any: readonly [ConditionOf<Facts, Custom>, ...ConditionOf<Facts, Custom>[]] }
    | { readonly not: ConditionOf<Facts, Custom> }
    | { readonly condition: string }
  );

interface Label {
  readonly name?: string;
  readonly priority?: number;
}

/** A comparison of a fact, whichever it is, with what fits it. */
export type ComparisonOf<Facts, Custom extends string = never> = {
  [Name in keyof Facts & string]: Label & { readonly fact: Name } & (
      | PlainComparison<Facts, Facts[Name]>
      | UncheckedComparison<Facts, Custom>
    );
}[keyof Facts & string];

type PlainComparison<Facts, Value> = unknown extends Value
  ? { readonly operator: OperatorName; readonly value: JsonValue | ReferenceTo<Facts, unknown> }
  :
      | (NonNullable<Value> extends Scalar ? ScalarComparison<Facts, Value> : never)
      | (NonNullable<Value> extends number ? OrderComparison<Facts> : never)
      | (NonNullable<Value> extends readonly (infer Item)[] ? ListComparison<Facts, Item> : never);

type Scalar = string | number | boolean;

type ScalarComparison<Facts, Value> =
  | { readonly operator: 'equal' | 'notEqual'; readonly value: Value | ReferenceTo<Facts, Value> }
  | {
      readonly operator: 'in' | 'notIn';
      readonly value: readonly Value[] | ReferenceTo<Facts, readonly NonNullable<Value>[]>;
    };

interface OrderComparison<Facts> {
  readonly operator: 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive';
  readonly value: number | ReferenceTo<Facts, number>;
}

interface ListComparison<Facts, Item> {
  readonly operator: 'contains' | 'doesNotContain';
  readonly value: Item | ReferenceTo<Facts, Item>;
}

type UncheckedComparison<Facts, Custom extends string> =
  | {
      readonly operator: Custom | `${Decorator}:${string}`;
      readonly value: JsonValue | ReferenceTo<Facts, unknown>;
      readonly path?: `$${string}`;
    }
  | {
      readonly operator: OperatorName;
      readonly value: JsonValue | ReferenceTo<Facts, unknown>;
      readonly path: `$${string}`;
    };

/** A reference to a fact whose values can be compared with these, null apart. */
interface ReferenceTo<Facts, Value> {
  readonly fact: {
    [Name in keyof Facts & string]: Value extends unknown
      ? NonNullable<Facts[Name]> extends Widened<NonNullable<Value>>
        ? Name
        : never
      : never;
  }[keyof Facts & string];
}

/** The type of which a value is one: enums of texts compare with all texts. */
type Widened<Value> = unknown extends Value
  ? unknown
  : Value extends string
    ? string
    : Value extends number
      ? number
      : Value extends boolean
        ? boolean
        : Value;
