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

/**
 * Schema of {@link CareOccasion}: at most once per `customer` in a lifetime, per purchase (`order`, days merged), per
 * `stage_entry`, or per calendar `year` of the shop.
 */
export const careOccasionSchema = z.enum(['customer', 'order', 'stage_entry', 'year']);

/** How often a care rule may reach one customer. */
export type CareOccasion = z.infer<typeof careOccasionSchema>;

/** Schema of {@link CareParams}. */
export const careParamsSchema = z
  .strictObject({
    kind: careKindSchema,
    template: codeSchema.meta({ description: 'The message to send.' }),
    channels: z.tuple([codeSchema], codeSchema).meta({ description: 'In order of preference.' }),
    once: careOccasionSchema,
    validForDays: z
      .int()
      .min(1)
      .max(366)
      .meta({ description: 'Shop days on which it is still of use, the day of planning included.' }),
    purpose: purposeSchema,
  })
  .check((context) => {
    const { kind, purpose } = context.value;
    if (purpose === 'marketing' || !SELLING.includes(kind)) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: ['purpose'],
      params: customLifecycleIssue('marketing_as_service', { kind }),
    });
  });

/** What the event of a care rule says: `event.params` of its rule. */
export interface CareParams extends z.infer<typeof careParamsSchema> {}
