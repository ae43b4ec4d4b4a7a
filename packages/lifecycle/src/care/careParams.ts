import { codeSchema, purposeSchema } from '@aftercare/core';
import * as z from 'zod';
import { customLifecycleIssue } from '../issues/index.js';

/**
 * Schema of {@link CareKind}: `care` for the relationship, `recommend` goods, an `offer` of better terms, a `gift`, a
 * `notice` of something, `remind` of something begun.
 */
export const careKindSchema = z.enum(['care', 'recommend', 'offer', 'gift', 'notice', 'remind']);

/** What a care rule does for the customer. */
export type CareKind = z.infer<typeof careKindSchema>;

/** Kinds that want to sell, whatever the rule's author calls them. */
const SELLING: readonly CareKind[] = ['recommend', 'offer', 'gift'];

/** Whether a kind of care wants to sell: it is marketing then, and waits until the last purchase is signed for. */
export function isSelling(kind: CareKind): boolean {
  return SELLING.includes(kind);
}

/**
 * Schema of {@link CareOccasion}. At most once
 *
 * - per `customer` in a lifetime;
 * - per `order`: per day of purchase, since orders of one day are one purchase;
 * - per `stage_entry`: until the clock of the stages begins anew;
 * - per calendar `year` of the shop;
 * - per `tier_change`: until the customer comes into another tier;
 * - per `unpaid_order`: per day on which the last unpaid order was placed;
 * - per `birthday`: per year of the calendar that the birthday is kept in, whatever day it is changed to;
 * - per `festival`: each time the festival of the rule comes;
 * - per `member_day` of the programme;
 * - per `run_out` or `best_before`: per day on which the first of the goods in use runs out, or reaches that day;
 * - per `world_event`: per event in the customer's region.
 */
export const careOccasionSchema = z.enum([
  'customer',
  'order',
  'stage_entry',
  'year',
  'tier_change',
  'unpaid_order',
  'birthday',
  'festival',
  'member_day',
  'run_out',
  'best_before',
  'world_event',
]);

/** How often a care rule may reach one customer. */
export type CareOccasion = z.infer<typeof careOccasionSchema>;

/** Schema of {@link CareParams}. */
export const careParamsSchema = z
  .strictObject({
    kind: careKindSchema,
    template: codeSchema.meta({ description: 'The message to send.' }),
    channels: z.tuple([codeSchema], codeSchema).meta({ description: 'In order of preference.' }),
    once: careOccasionSchema,
    festival: codeSchema
      .exactOptional()
      .meta({ description: 'The festival that a rule with `once: "festival"` is about.' }),
    validForDays: z
      .int()
      .min(1)
      .max(366)
      .meta({ description: 'Shop days on which it is still of use, the day of planning included.' }),
    purpose: purposeSchema,
    value: z.number().min(0).max(1_000_000_000).exactOptional().meta({
      description:
        'What the action is worth to the shop, on a scale of its own: the more, the earlier it is chosen. Absent: 0.',
    }),
    holdoutBuckets: z.int().min(0).max(10_000).exactOptional().meta({
      description: "How many of 10,000 customers are this rule's control group. Absent: none.",
    }),
    parameters: z
      .record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/), z.union([z.string().min(1), z.number()]))
      .exactOptional()
      .meta({ description: 'What the rule itself fills into the template, by the name of the parameter.' }),
  })
  .check((context) => {
    const { kind, purpose, once, festival } = context.value;
    if (purpose === 'service' && isSelling(kind)) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: ['purpose'],
        params: customLifecycleIssue('marketing_as_service', { because: 'kind', name: kind }),
      });
    }
    if ((once === 'festival') !== (festival !== undefined)) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: ['festival'],
        params: customLifecycleIssue('festival_of_rule', { once }),
      });
    }
  });

/** What the event of a care rule says: `event.params` of its rule. */
export interface CareParams extends z.infer<typeof careParamsSchema> {}
