import { codeSchema, currencySchema, identifierSchema, instantSchema } from '@aftercare/core';
import * as z from 'zod';
import { textsSchema } from '../texts/index.js';

const period = { from: instantSchema, to: instantSchema };

const mostGrantedSchema = z.union([
  z.strictObject({ minor: z.int().min(0), currency: currencySchema }),
  z.strictObject({ count: z.int().min(0) }),
  z.strictObject({
    percentOfOrder: z
      .number()
      .min(0)
      .max(1000)
      .multipleOf(0.01)
      .meta({ description: 'Of what was paid for the order; the result is rounded down.' }),
  }),
]);

const authorityLimitSchema = z.strictObject({
  role: codeSchema,
  actions: z.array(codeSchema).min(1).exactOptional().meta({
    description: 'What is limited, and counted together. Default: all actions.',
  }),
  policies: z.array(codeSchema).min(1).exactOptional().meta({
    description: 'Cases of which policies are limited, and counted together. Default: all.',
  }),
  per: z.enum(['grant', 'order', 'customer', 'actor', 'shop']),
  period: z.enum(['day', 'month', 'year']).exactOptional().meta({
    description: 'Of the calendar. Default: ever. For customer, actor and shop.',
  }),
  most: mostGrantedSchema,
  valid: z.strictObject(period).exactOptional().meta({
    description: 'From (included) to (excluded). In that time it stands in the place of the lasting limit.',
  }),
});

const delegationSchema = z.strictObject({
  of: identifierSchema.meta({ description: 'Whose authority, by their id.' }),
  role: codeSchema.meta({ description: 'The role of that person.' }),
  to: identifierSchema.meta({ description: 'Who may use it.' }),
  from: instantSchema,
  until: instantSchema.meta({ description: 'Excluded.' }),
  actions: z.array(codeSchema).min(1).exactOptional().meta({ description: 'Default: all.' }),
  most: z
    .strictObject({ minor: z.int().min(0), currency: currencySchema })
    .exactOptional()
    .meta({ description: 'The most of one grant, beside the limits of the role.' }),
});

/** Schema of {@link AuthorityMatrix}. */
export const authorityMatrixSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  format: z.literal(1),
  roles: z
    .array(z.strictObject({ role: codeSchema, title: textsSchema }))
    .min(1)
    .meta({
      description: 'From the lowest to the highest.',
    }),
  limits: z.array(authorityLimitSchema),
  delegations: z.array(delegationSchema).exactOptional(),
});

/** The most that may be granted: an amount, a number of grants, or a share of what was paid for the order. */
export type MostGranted = Readonly<z.infer<typeof mostGrantedSchema>>;
/** One limit of one role. */
export interface AuthorityLimit extends Readonly<z.infer<typeof authorityLimitSchema>> {}
/** Authority lent to somebody for a time. */
export interface Delegation extends Readonly<z.infer<typeof delegationSchema>> {}
/**
 * Who may grant what: closed by default. A role may grant an action up to its limits `per: "grant"` that name the
 * action; every other limit of the role that is about the action bounds it further.
 */
export interface AuthorityMatrix extends Readonly<z.infer<typeof authorityMatrixSchema>> {}
