import { AftercareError, type FactNote, factNotes, parseWith } from '@aftercare/core/foundation';
import * as z from 'zod';
import { type FactType, factTypeOf, isForbiddenName } from '../factType/index.js';
import { type RuleIssue, type RuleResult, ruleIssues } from '../issues/index.js';

/** What is known of one fact. */
export interface FactDescription extends FactNote {
  readonly name: string;
  readonly type: FactType;
}

/** A zod schema for each fact, by name. */
export type FactShape = Readonly<Record<string, z.ZodType>>;

/** All facts that rules may speak of: names, types, units and descriptions. Made by {@link defineFacts}. */
export interface FactCatalogue<Shape extends FactShape = FactShape> {
  readonly schema: z.ZodObject<Shape>;
  readonly facts: { readonly [Name in keyof Shape & string]: FactDescription };
}

/** A record of facts as rules read them: never written, so read-only lists and objects will do. */
export type Facts<Shape extends FactShape> = DeepReadonly<z.output<z.ZodObject<Shape>>>;

/** The record of facts of a catalogue: `FactsOf<typeof facts>`. */
export type FactsOf<Catalogue extends { readonly schema: z.ZodType }> = DeepReadonly<
  z.output<Catalogue['schema']>
>;

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value;

/**
 * Declares the facts that rules may speak of, from one zod schema. Rules are checked against it.
 *
 * Numbers, texts, booleans, enums, lists and objects are understood, and ranges of numbers with them; every other type
 * of zod is taken as it comes: rules may read it, unchecked. Notes on facts (unit, description) are added with `fact` of
 * `@aftercare/core/foundation`.
 *
 * @throws {@link AftercareError} `optional_fact` for a fact that may be left out (make it nullable: a missing fact is an
 * error, `null` is a value), `forbidden_name` for a name like `constructor`.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, fact } from '@aftercare/rules';
 *
 * const facts = defineFacts(
 *   z.object({
 *     purchaseCount: z.int().min(0),
 *     daysSinceLastPurchase: fact(z.int().min(0).nullable(), {
 *       description: 'Days since the last purchase; null without one.',
 *       unit: 'days',
 *       changes: 'with_day',
 *     }),
 *   }),
 * );
 * facts.facts.daysSinceLastPurchase.unit; // => 'days'
 * facts.facts.daysSinceLastPurchase.type; // => { kind: 'number', nullable: true, minimum: 0, step: 1 }
 * ```
 */
export function defineFacts<Shape extends FactShape>(schema: z.ZodObject<Shape>): FactCatalogue<Shape> {
  // Rules read facts after the schema has done its work; hence the types of its output.
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  const [first, ...more] = issuesOfNames(Object.keys(schema.shape), required);
  if (first !== undefined) throw new AftercareError([first, ...more]);
  const descriptions = Object.entries(factNotes(schema)).map(([name, note]) => {
    return [name, { ...note, name, type: factTypeOf(properties[name]) }] as const;
  });
  // Object.fromEntries lost the names' literal types; they are the keys of the shape.
  const facts = Object.fromEntries(descriptions) as FactCatalogue<Shape>['facts'];
  return Object.freeze({ schema, facts: Object.freeze(facts) });
}

function issuesOfNames(names: readonly string[], required: readonly string[]): RuleIssue[] {
  const forbidden = names
    .filter(isForbiddenName)
    .map((name) => ruleIssues.create('forbidden_name', [name], { name }));
  const optional = names
    .filter((name) => !required.includes(name))
    .map((name) => ruleIssues.create('optional_fact', [name], { fact: name }));
  return [...forbidden, ...optional];
}

/**
 * Checks a record of facts from outside against its catalogue: for facts that come over a wire. Evaluation itself trusts
 * its types.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, parseFacts } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ purchaseCount: z.int().min(0) }));
 * const result = parseFacts(facts, { purchaseCount: -1 });
 * result.ok ? '' : result.issues[0].code; // => 'out_of_range'
 * ```
 */
export function parseFacts<Shape extends FactShape>(
  catalogue: FactCatalogue<Shape>,
  input: unknown,
): RuleResult<Facts<Shape>> {
  const result = parseWith(ruleIssues, catalogue.schema, input);
  // The very same record; read-only is only what the type adds.
  return result as RuleResult<Facts<Shape>>;
}
