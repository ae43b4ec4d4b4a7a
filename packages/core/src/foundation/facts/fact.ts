import * as z from 'zod';
import type { Locale } from '../issue/index.js';

/**
 * What makes a fact change, so that a host knows when to look again:
 *
 * - `on_event`: only when something happens (an order, a refund, a new tag);
 * - `with_day`: also by the passing of days, in a way that can be told in advance (days since the last purchase);
 * - `rolling`: when something leaves a rolling window (purchases of the last 90 days);
 * - `with_population`: also when other customers act (a rank).
 */
export type FactChange = 'on_event' | 'with_day' | 'rolling' | 'with_population';

/** What people and tools need to know of a fact beside its type and range, which its zod schema holds. */
export interface FactNote {
  /** One sentence: what it says, and when it is null. */
  readonly description: string;
  /** The unit of its number: `days`, `purchases`, `minor_units`. Absent where there is none. */
  readonly unit?: string;
  readonly changes: FactChange;
  /** What people call it in a sentence about its value: `days since delivery`, `签收后天数`. Absent: it has no such name. */
  readonly titles?: Readonly<Record<Locale, string>>;
  /** What people call its values, by value, where these are codes. */
  readonly values?: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
}

/**
 * A fact: a zod schema with a note. Rule editors, documents and checks are made from both. The schema given is not
 * changed: one schema can serve for several facts, each with its own note.
 *
 * @returns a copy of the schema with the note in its metadata, where JSON Schemas made from it have it too
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { fact, factNotes } from '@aftercare/core/foundation';
 *
 * const facts = z.object({
 *   purchaseCount: fact(z.int().min(0), {
 *     description: 'Purchases to date.',
 *     unit: 'purchases',
 *     changes: 'on_event',
 *   }),
 * });
 * factNotes(facts).purchaseCount.unit; // => 'purchases'
 * ```
 */
export function fact<Schema extends z.ZodType>(schema: Schema, note: FactNote): Schema {
  const { description, unit, changes, titles, values } = note;
  // A copy inherits the metadata of its original, so a unit that this note does not have is taken away by name.
  return schema.meta({ description, unit, changes, titles, values });
}

/**
 * The notes of all facts of a record, by name. A note is also found inside `.nullable()`, `.exactOptional()` and other
 * wrappers put around a fact. A schema without a note is described by its `description` or else its name, and changes
 * `on_event`.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { factNotes } from '@aftercare/core/foundation';
 *
 * factNotes(z.object({ region: z.string() })); // => { region: { description: 'region', changes: 'on_event' } }
 * ```
 */
export function factNotes<Shape extends z.ZodRawShape>(
  facts: z.ZodObject<Shape>,
): { readonly [Name in keyof Shape & string]: FactNote } {
  const notes = Object.entries(facts.shape).map(([name, schema]) => [name, noteOf(name, schema)]);
  // Object.entries lost the names' literal types; they are the keys of the shape.
  return Object.fromEntries(notes) as { [Name in keyof Shape & string]: FactNote };
}

function noteOf(name: string, schema: z.core.$ZodType): FactNote {
  // Metadata is untyped; `fact` wrote these fields, and only `changes` tells that it did.
  const meta = z.globalRegistry.get(schema) as Partial<FactNote> | undefined;
  const inner = innerOf(schema);
  if (meta?.changes === undefined && inner !== undefined) return noteOf(meta?.description ?? name, inner);
  const { description = name, unit, changes = 'on_event', titles, values } = meta ?? {};
  return {
    description,
    changes,
    ...(unit === undefined ? {} : { unit }),
    ...(titles === undefined ? {} : { titles }),
    ...(values === undefined ? {} : { values }),
  };
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  // `$ZodTypes` is the closed union of zod's own schemas; those that wrap another one hold it as `innerType`.
  const definition = (schema as z.core.$ZodTypes)._zod.def;
  return 'innerType' in definition ? definition.innerType : undefined;
}
