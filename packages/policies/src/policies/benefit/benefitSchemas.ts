import {
  codeSchema,
  currencySchema,
  identifierSchema,
  moneySchema,
  nonNegativeMoneySchema,
} from '@aftercare/core';
import * as z from 'zod';
import { figureSchema } from '../../definition/index.js';
import { staffEffects } from '../staffEffects.js';

/**
 * Why a benefit is asked for: a promotion of the shop, the customer's membership, a concession because the customer
 * bargains, or goodwill.
 */
export const groundSchema = z.enum(['promotion', 'membership', 'concession', 'goodwill']);

/**
 * What a shop gives when a customer bargains: the benefit in place of a lower price, the benefit beside a lower price, or
 * nothing here.
 */
export const whenBargainingSchema = z.enum(['benefit_only', 'beside_price', 'none']);

/**
 * Why there is less left of an order: it was cancelled, goods were returned by the right to return them without a reason,
 * by an agreement that goes beyond that right, or because of a fault of the shop.
 */
const orderCauseSchema = z.enum([
  'cancelled',
  'returned_without_reason',
  'returned_by_agreement',
  'returned_for_fault',
]);

/** Minor units by currency: an order in another currency has none. */
const amountsSchema = z.record(currencySchema, z.int().min(1));

/** What definitions of both kinds may set. */
export const benefitSettings = {
  campaign: codeSchema.meta({ description: 'Names the budget; policies of one campaign share it.' }),
  budget: figureSchema(amountsSchema).meta({
    description: 'The most that all benefits of the campaign may cost together, in minor units by currency.',
  }),
  grounds: z
    .partialRecord(
      groundSchema,
      z.strictObject({
        fromOrder: figureSchema(amountsSchema).meta({
          description: 'The value of goods (included) from which on it is due, in minor units by currency.',
        }),
        fromTier: z
          .int()
          .min(0)
          .exactOptional()
          .meta({ description: 'The lowest tier. Default 0: everybody.' }),
      }),
    )
    .meta({ description: 'A ground that is not named is none.' }),
  whenBargaining: whenBargainingSchema,
  notTo: z.array(z.string().min(1)).meta({ description: 'Regions where the benefit is not given.' }),
  marginFloorPercent: figureSchema(z.number().min(0).max(100).multipleOf(0.01)).meta({
    description: 'Of the value of the goods; rounded up to the minor unit.',
  }),
  claimBackWhen: figureSchema(z.array(orderCauseSchema)).meta({
    description:
      'Why less must be left of the order for a benefit to be claimed back that was sent. Empty: never.',
  }),
};

/** Data that cases of both kinds have. */
export const benefitData = {
  orderId: identifierSchema,
  customerId: identifierSchema,
  paid: nonNegativeMoneySchema,
  ground: groundSchema,
  campaign: codeSchema,
  costMinor: z.int().min(0).meta({ description: 'What it costs the shop; 0 until it is looked up.' }),
  remainingMinor: z.int().min(0).meta({ description: 'What is left of the order.' }),
  cause: orderCauseSchema
    .nullable()
    .meta({ description: 'Why less is left of it; null: nothing is missing.' }),
  isWanted: z.boolean(),
  isImposed: z.literal(true).exactOptional().meta({
    description: 'A marketplace holds the shop to its promise, whatever the order comes to.',
  }),
  isClaimed: z.boolean(),
};

const noteSchema = z.string().min(1).max(2000).meta({ description: 'In words, for the record.' });

/** What every request has. */
export const requestFields = {
  ground: groundSchema.meta({
    description: 'Why it is asked for; `concession`: the customer bargains over the price.',
  }),
  note: noteSchema.exactOptional(),
};

/** Commands of both kinds, beside `request`. */
export const benefitCommands = {
  grant: z.strictObject({}).meta({
    description: 'Grants what was asked for; beyond the authority of whoever acts, a superior is asked.',
  }),
  approve: z.strictObject({}),
  deny: z.strictObject({ note: noteSchema }),
  impose: z
    .strictObject({
      decision: identifierSchema.meta({ description: 'The decision, as the platform names it.' }),
    })
    .meta({
      description: 'A marketplace holds the shop to a promise: outside of all limits, and counted in them.',
    }),
  withdraw: z.strictObject({}),
  apply: z.strictObject({}).meta({ description: 'The order stands: what was granted is put on it.' }),
  fulfil: z.strictObject({}).meta({ description: 'The order has been sent.' }),
  reassess: z
    .strictObject({
      remainingMinor: z.int().min(0).meta({
        description: 'What the goods cost that the order still has, counted as in the fact `orderMinor`.',
      }),
      cause: orderCauseSchema.meta({ description: 'Why less is left.' }),
    })
    .meta({
      description: 'Goods of the order are cancelled or come back. Give it before the return is settled.',
    }),
  waive: z.strictObject({ note: noteSchema }).meta({
    description: 'What could be claimed back is left to the customer.',
  }),
  escalate: z.strictObject({}),
  expire: z.strictObject({}),
  close: z.strictObject({}),
};

const nothing = z.strictObject({});
const order = z.strictObject({ remainingMinor: z.int().min(0), cause: orderCauseSchema });

/** Events of both kinds, beside those that keep what only one of them has. */
export const benefitEvents = {
  requested: nothing,
  approved: nothing,
  denied: z.strictObject({ note: noteSchema }),
  withdrawn: nothing,
  application_begun: nothing,
  applied: nothing,
  application_failed: nothing,
  order_changed: order,
  revocation_begun: order,
  revoked: order,
  lapsed_on_the_way: nothing,
  taken_off: nothing,
  removal_failed: nothing,
  claimed: order,
  claim_dropped: order,
  deduction_begun: nothing,
  deduction_failed: nothing,
  waived: nothing,
  escalated: nothing,
  expired: nothing,
  closed: nothing,
};

/** The order that an effect is about. */
export const orderOfEffect = identifierSchema.meta({ description: 'The order.' });

/** Effects of both kinds, beside those that put the benefit on the order and take it off. */
export const benefitEffects = {
  deduct_from_refund: {
    params: z
      .strictObject({
        orderId: orderOfEffect,
        amount: moneySchema.meta({
          description: 'Taken from a refund that is due, never charged: where too little is due, it fails.',
        }),
      })
      .meta({ description: 'Take what the benefit was worth from a refund of the order.' }),
    outcome: 'awaited',
  },
  ...staffEffects,
} as const;
