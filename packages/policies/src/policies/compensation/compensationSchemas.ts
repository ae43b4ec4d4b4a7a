import { codeSchema, identifierSchema, moneySchema, nonNegativeMoneySchema } from '@aftercare/core';
import * as z from 'zod';
import { actorSchema } from '../../case/index.js';
import { figureSchema } from '../../definition/index.js';
import { staffEffects } from '../staffEffects.js';

/** What a customer can be compensated for. */
export const compensationReasonSchema = z.enum([
  'damaged',
  'missing',
  'wrong_item',
  'quality',
  'not_as_described',
  'late_dispatch',
  'late_delivery',
  'out_of_stock',
  'bad_service',
  'shop_promise',
  'fraud',
  'unsafe_food',
]);

/** Who bears the cost of a compensation. */
export const costBearerSchema = z.enum(['shop', 'carrier', 'supplier', 'platform']);

/** What went wrong, so that it does not happen again. */
export const rootCauseSchema = z.enum([
  'packaging',
  'carrier_handling',
  'carrier_delay',
  'warehouse_picking',
  'warehouse_delay',
  'stock_records',
  'supplier_quality',
  'product_page',
  'staff_conduct',
  'price_or_promotion',
  'unknown',
]);

/** Longest text that people write into a case. */
const noteSchema = z.string().min(1).max(2000).meta({ description: 'In words, for the record.' });

const MOST_PARTS = 8;

// The sum of all parts of an offer is a safe integer.
const valueMinor = z
  .int()
  .min(1)
  .max(Math.floor(Number.MAX_SAFE_INTEGER / MOST_PARTS))
  .meta({ description: 'What all of the part is worth: not of one piece or point.' });

/** One part of a compensation; several make a combination. */
export const compensationPartSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('cash_refund'), valueMinor }),
  z.strictObject({ form: z.literal('coupon'), valueMinor }),
  z.strictObject({
    form: z.literal('points'),
    valueMinor,
    points: z.int().min(1).meta({ description: 'How many.' }),
  }),
  z.strictObject({
    form: z.literal('goods'),
    valueMinor,
    sku: identifierSchema.meta({ description: 'The goods: of those that the definition says the worth of.' }),
    quantity: z.int().min(1).max(1000).meta({ description: 'Pieces.' }),
  }),
]);

/** One part of a compensation. */
export type CompensationPart = Readonly<z.infer<typeof compensationPartSchema>>;

const partsSchema = z
  .array(compensationPartSchema)
  .min(1)
  .max(MOST_PARTS)
  .meta({ description: 'What the customer gets: one part, or several together.' });

const offerSchema = z.strictObject({
  number: z.int().min(1).meta({ description: 'Offers of a case are numbered from 1.' }),
  parts: partsSchema,
  totalMinor: z.int().min(0),
});

/** A line of the order. */
export const lineSchema = z.strictObject({
  id: identifierSchema.meta({ description: 'The line. In the facts of a return it is called `lineId`.' }),
  paidMinor: z.int().min(0).meta({
    description: 'What was paid for all pieces of the line together, its share of discounts taken off.',
  }),
});

const evidenceSchema = z
  .array(codeSchema)
  .max(20)
  .meta({ description: 'What has been shown, such as `photo`.' });

/** Data of a compensation case. */
export const compensationDataSchema = z.strictObject({
  orderId: identifierSchema,
  customerId: identifierSchema,
  paid: moneySchema,
  refundedMinor: z.int().min(0),
  lines: z.array(lineSchema).meta({ description: 'The lines that the complaint is about.' }),
  reason: compensationReasonSchema,
  note: noteSchema.exactOptional(),
  evidence: evidenceSchema,
  concerned: actorSchema.nullable().meta({ description: 'The member of staff who upset the customer.' }),
  offer: offerSchema.nullable().meta({ description: 'What is proposed or offered now.' }),
  earlierOffers: z.array(offerSchema).meta({ description: 'Offers that the customer did not take.' }),
  demandMinor: z
    .int()
    .min(0)
    .nullable()
    .meta({ description: 'What was asked for by somebody without a say.' }),
  accepted: z.boolean(),
  outcome: z.enum(['open', 'paid', 'declined', 'withdrawn', 'unanswered']),
  rootCause: rootCauseSchema.nullable(),
  bearer: costBearerSchema.nullable(),
});

const exceptionSchema = z.strictObject({
  percentOfLines: z.number().min(0).max(2000).multipleOf(0.01),
  atLeast: nonNegativeMoneySchema.exactOptional(),
  atMost: nonNegativeMoneySchema.exactOptional(),
});

/** What a definition of compensation may set. */
export const compensationSettingsSchema = z.strictObject({
  claimDays: figureSchema(z.int().min(1)).meta({
    description: 'Days after delivery in which a complaint counts.',
  }),
  claimDaysByReason: z.partialRecord(compensationReasonSchema, figureSchema(z.int().min(1))),
  beyondPaid: z.partialRecord(compensationReasonSchema, figureSchema(exceptionSchema)).meta({
    description:
      'Reasons for which more than the price of the order may be given, each with its own figure: a share of what was paid for the lines concerned, within bounds.',
  }),
  worth: z
    .strictObject({
      points: figureSchema(z.strictObject({ points: z.int().min(1), minor: z.int().min(0) })).meta({
        description: 'What so many points are worth, in minor units.',
      }),
      goods: figureSchema(z.record(identifierSchema, z.int().min(0))).meta({
        description:
          'Goods that may be given, and what a piece is worth, in minor units. No others can be offered.',
      }),
    })
    .meta({ description: 'What counts at least for what is given beside money.' }),
});

/** Commands of compensation. */
export const compensationCommands = {
  report: z.strictObject({
    reason: compensationReasonSchema.meta({ description: 'What the complaint is about.' }),
    lineIds: z
      .array(identifierSchema)
      .min(1)
      .max(100)
      .meta({ description: 'The lines that it is about: `lines[].id` of the facts.' }),
    evidence: evidenceSchema,
    note: noteSchema.exactOptional(),
    concerned: actorSchema.exactOptional().meta({
      description:
        'The member of staff who upset the customer: as the host knows them, not as the customer says.',
    }),
  }),
  investigate: z.strictObject({}),
  add_evidence: z.strictObject({ evidence: evidenceSchema.min(1), note: noteSchema.exactOptional() }),
  propose: z.strictObject({ parts: partsSchema }),
  demand: z
    .strictObject({
      demandMinor: z.int().min(1).meta({ description: 'What the customer asks for.' }),
    })
    .meta({ description: 'The customer names an amount. It promises nothing, and waits for a proposal.' }),
  approve: z.strictObject({}),
  deny: z.strictObject({ note: noteSchema }),
  accept: z.strictObject({}),
  reject: z.strictObject({ note: noteSchema.exactOptional() }),
  renew: z.strictObject({}).meta({
    description: 'The customer has accepted after the approval ran out: what was offered is granted anew.',
  }),
  withdraw: z.strictObject({}),
  decline: z.strictObject({ note: noteSchema }),
  appeal: z.strictObject({ note: noteSchema }),
  force: z.strictObject({ parts: partsSchema }).meta({
    description:
      'What a marketplace has decided: it is carried out outside of all limits, and counted in them.',
  }),
  close: z.strictObject({
    rootCause: rootCauseSchema.meta({ description: 'What went wrong.' }),
    bearer: costBearerSchema.meta({ description: 'Who bears the cost.' }),
  }),
  escalate: z.strictObject({}),
  lapse: z.strictObject({}),
};

/** What events of compensation keep. */
export const compensationEvents = {
  reported: z.strictObject({}),
  investigation_started: z.strictObject({}),
  evidence_added: z.strictObject({ evidence: evidenceSchema }),
  proposed: z.strictObject({ parts: partsSchema, offer: offerSchema }),
  demanded: z.strictObject({ demandMinor: z.int().min(0) }),
  approved: z.strictObject({}),
  denied: z.strictObject({}),
  accepted: z.strictObject({}),
  rejected: z.strictObject({}),
  renewed: z.strictObject({}),
  overtaken: z.strictObject({ promisedMinor: z.int().min(0) }),
  withdrawn: z.strictObject({}),
  declined: z.strictObject({}),
  appealed: z.strictObject({}),
  forced: z.strictObject({ offer: offerSchema }),
  part_paid: z.strictObject({ paidOutMinor: z.int().min(0) }),
  paid: z.strictObject({ paidOutMinor: z.int().min(0) }),
  payment_failed: z.strictObject({}),
  payment_retried: z.strictObject({}),
  recorded: z.strictObject({ rootCause: rootCauseSchema, bearer: costBearerSchema }),
  escalated: z.strictObject({}),
  lapsed: z.strictObject({}),
};

const orderId = identifierSchema.meta({ description: 'The order.' });
const customerId = identifierSchema.meta({ description: 'The customer.' });

/** Effects of compensation. */
export const compensationEffects = {
  refund_payment: {
    params: z
      .strictObject({ orderId, amount: moneySchema.meta({ description: 'What is paid.' }) })
      .meta({ description: 'Give money back to the customer.' }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  issue_coupon: {
    params: z
      .strictObject({ customerId, amount: moneySchema.meta({ description: 'What the coupon is worth.' }) })
      .meta({ description: 'Give the customer a coupon.' }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  grant_points: {
    params: z
      .strictObject({
        customerId,
        points: z.int().min(1).meta({ description: 'How many.' }),
        amount: moneySchema.meta({ description: 'What all of them are worth.' }),
      })
      .meta({ description: 'Credit points to the customer.' }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  ship_goods: {
    params: z
      .strictObject({
        orderId,
        customerId,
        sku: identifierSchema.meta({ description: 'The goods.' }),
        quantity: z.int().min(1).meta({ description: 'Pieces.' }),
        amount: moneySchema.meta({ description: 'What all pieces are worth.' }),
      })
      .meta({ description: 'Send goods to the customer, free of charge.' }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  ...staffEffects,
  book_cost: {
    params: z
      .strictObject({
        bearer: costBearerSchema.meta({ description: 'Who bears it.' }),
        rootCause: rootCauseSchema.meta({ description: 'What went wrong.' }),
        amount: moneySchema.meta({ description: 'What was paid out in the case, all forms together.' }),
      })
      .meta({ description: 'Book what the case has cost.' }),
    outcome: 'noted',
  },
} as const;
