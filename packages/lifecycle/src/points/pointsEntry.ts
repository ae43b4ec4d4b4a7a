import { daySchema, identifierSchema, parseWith } from '@aftercare/core';
import * as z from 'zod';
import { type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { pointsRateSchema } from './pointsPolicy.js';

const points = z.int().min(0);
const somePoints = z.int().min(1);
const takenFrom = z
  .array(z.strictObject({ lot: identifierSchema, points: somePoints }))
  .meta({ description: 'From which lots, by the ids of the entries that made them.' });
const settlesDebt = points.meta({ description: 'How many of the points paid a debt at once.' });
const expiresOn = daySchema
  .nullable()
  .meta({ description: 'The first day on which they are gone. Null: never.' });
const reason = z.string().min(1).max(500);

const entry = {
  id: identifierSchema.meta({ description: 'Given by the host: the same id twice is the same entry.' }),
  on: daySchema.meta({ description: 'The shop day on which it happened.' }),
};

/** Schema of {@link PointsEntry}. */
export const pointsEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('earned'),
    ...entry,
    orderId: identifierSchema,
    points: somePoints,
    amountMinor: z.int().min(1).meta({ description: 'What the order came to.' }),
    rate: pointsRateSchema,
    percent: z.int().min(0).meta({ description: 'The multiplier of the tier, in percent.' }),
    availableFrom: daySchema.nullable().meta({ description: 'Null: once confirmed.' }),
    expiresOn,
    settlesDebt,
  }),
  z.strictObject({ kind: z.literal('confirmed'), ...entry, lot: identifierSchema }),
  z.strictObject({ kind: z.literal('redeemed'), ...entry, from: takenFrom }),
  z.strictObject({
    kind: z.literal('clawed_back'),
    ...entry,
    orderId: identifierSchema,
    from: takenFrom,
    owed: points.meta({ description: 'Points that were spent already and became a debt.' }),
    forgiven: points.meta({ description: 'Points that were spent already and are let go.' }),
  }),
  z.strictObject({
    kind: z.literal('credited'),
    ...entry,
    points: somePoints,
    expiresOn,
    settlesDebt,
    reason,
    by: identifierSchema,
  }),
  z.strictObject({ kind: z.literal('debited'), ...entry, from: takenFrom, reason, by: identifierSchema }),
]);

/**
 * One entry of the ledger of a customer's points. Entries are only added, never changed. What makes points (`earned`,
 * `credited`) makes a lot of its own, named by the entry's id; what takes points says from which lots.
 */
export type PointsEntry = Readonly<z.infer<typeof pointsEntrySchema>>;

/** An entry of one kind. */
export type PointsEntryOf<Kind extends PointsEntry['kind']> = Extract<PointsEntry, { readonly kind: Kind }>;

/**
 * Checks an unknown value as a list of {@link PointsEntry}, such as rows of a database.
 *
 * @example
 * ```ts
 * import { parsePointsEntries } from '@aftercare/lifecycle';
 *
 * const result = parsePointsEntries([{ kind: 'confirmed', id: 'k-1', on: '2026-02-30', lot: 'e-1' }]);
 * result.ok ? [] : result.issues.map((issue) => issue.path); // => [[0, 'on']]
 * ```
 */
export function parsePointsEntries(input: unknown): LifecycleResult<readonly PointsEntry[]> {
  return parseWith(lifecycleIssues, z.array(pointsEntrySchema), input);
}
