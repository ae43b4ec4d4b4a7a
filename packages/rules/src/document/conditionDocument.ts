import * as z from 'zod';
import type { JsonValue } from '../ast/index.js';

/** The keys that say what a condition is; it has exactly one of them. */
export const CONDITION_KEYS = ['all', 'any', 'not', 'condition', 'fact'] as const;

const label = {
  name: z.string().exactOptional().meta({ description: 'A name for people; it decides nothing.' }),
  priority: z
    .int()
    .min(1)
    .exactOptional()
    .meta({ description: 'Kept for json-rules-engine; it decides nothing here.' }),
};

// The parts of a condition are conditions again. They are parsed one by one, each by the schema of its own kind, so that
// an issue is about what was meant and not about all that it could have been.
export const allSchema = z.strictObject({ all: z.array(z.unknown()), ...label });
export const anySchema = z.strictObject({ any: z.array(z.unknown()), ...label });
export const notSchema = z.strictObject({ not: z.unknown(), ...label });
export const referenceSchema = z.strictObject({ condition: z.string(), ...label });
export const comparisonSchema = z.strictObject({
  fact: z.string(),
  path: z.string().exactOptional(),
  operator: z.string(),
  value: z.unknown(),
  ...label,
});
export const factReferenceSchema = z.strictObject({ fact: z.string(), path: z.string().exactOptional() });

type Label = z.infer<z.ZodObject<typeof label>>;

/** A condition as documents write it; json-rules-engine's. */
export type ConditionDocument = CombinedConditionDocument | ComparisonDocument;

/** A condition that may stand at the root of a rule or of a named condition. */
export type CombinedConditionDocument = AllDocument | AnyDocument | NotDocument | ConditionReferenceDocument;

/** Holds when all of its conditions hold; of none, always. */
export interface AllDocument extends Readonly<Label> {
  readonly all: readonly ConditionDocument[];
}

/** Holds when one of its conditions holds; needs at least one. */
export interface AnyDocument extends Readonly<Label> {
  readonly any: readonly ConditionDocument[];
}

/** Holds when its condition does not. */
export interface NotDocument extends Readonly<Label> {
  readonly not: ConditionDocument;
}

/** Stands for one of the document's named conditions. */
export interface ConditionReferenceDocument extends Readonly<z.infer<typeof referenceSchema>> {}

/** Compares a fact with a value or with another fact. */
export interface ComparisonDocument extends Readonly<Omit<z.infer<typeof comparisonSchema>, 'value'>> {
  readonly value: JsonValue | FactReferenceDocument;
}

/** A fact in the place of a value. */
export interface FactReferenceDocument extends Readonly<z.infer<typeof factReferenceSchema>> {}
