import { z } from 'zod';

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
}

/**
 * A fact: a zod schema with a note. Rule editors, documents and checks are made from both.
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
  return schema.meta({ ...note });
}

/** The notes of all facts of a record, by name. A fact without a note is described by its name and changes `on_event`. */
export function factNotes<Shape extends z.ZodRawShape>(
  facts: z.ZodObject<Shape>,
): { readonly [Name in keyof Shape & string]: FactNote } {
  const notes = Object.entries(facts.shape).map(([name, schema]) => [name, noteOf(name, schema)]);
  // Object.entries lost the names' literal types; they are the keys of the shape.
  return Object.fromEntries(notes) as { [Name in keyof Shape & string]: FactNote };
}

function noteOf(name: string, schema: z.core.$ZodType): FactNote {
  const meta = z.globalRegistry.get(schema) as Partial<FactNote> | undefined;
  return { description: name, changes: 'on_event', ...meta };
}
