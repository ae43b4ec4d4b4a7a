import { codeSchema, identifierSchema, moneySchema, nonNegativeMoneySchema } from '@aftercare/core';
import * as z from 'zod';
import { actorSchema } from '../../case/index.js';
import { figureSchema } from '../../definition/index.js';

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
const noteSchema = z.string().min(1).max(2000);

const MOST_PARTS = 8;

// The sum of all parts of an offer is a safe integer.
const valueMinor = z
  .int()
  .min(1)
  .max(Math.floor(Number.MAX_SAFE_INTEGER / MOST_PARTS))
  .meta({ description: 'What it is worth, in minor units of the order’s currency.' });

/** One part of a compensation; several make a combination. */
export const compensationPartSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('cash_refund'), valueMinor }),
  z.strictObject({ form: z.literal('coupon'), valueMinor }),
  z.strictObject({ form: z.literal('points'), valueMinor, points: z.int().min(1) }),
  z.strictObject({
    form: z.literal('goods'),
    valueMinor,
    sku: identifierSchema,
    quantity: z.int().min(1).max(1000),
  }),
]);

/** One part of a compensation. */
export type CompensationPart = Readonly<z.infer<typeof compensationPartSchema>>;

const partsSchema = z.array(compensationPartSchema).min(1).max(MOST_PARTS);

const offerSchema = z.strictObject({
  number: z.int().min(1).meta({ description: 'Offers of a case are numbered from 1.' }),
  parts: partsSchema,
  totalMinor: z.int().min(0),
});

/** A line of the order. */
export const lineSchema = z.strictObject({
  id: identifierSchema,
  paidMinor: z.int().min(0).meta({ description: 'What was paid for the line.' }),
});

const evidenceSchema = z.array(codeSchema).max(20);

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
    reason: compensationReasonSchema,
    lineIds: z.array(identifierSchema).min(1).max(100),
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
  demand: z.strictObject({ demandMinor: z.int().min(1) }),
  approve: z.strictObject({}),
  deny: z.strictObject({ note: noteSchema }),
  accept: z.strictObject({}),
  reject: z.strictObject({ note: noteSchema.exactOptional() }),
  renew: z.strictObject({}),
  withdraw: z.strictObject({}),
  decline: z.strictObject({ note: noteSchema }),
  appeal: z.strictObject({ note: noteSchema }),
  force: z.strictObject({ parts: partsSchema }),
  close: z.strictObject({ rootCause: rootCauseSchema, bearer: costBearerSchema }),
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

/** Effects of compensation. */
export const compensationEffects = {
  refund_payment: {
    params: z.strictObject({ orderId: identifierSchema, amount: moneySchema }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  issue_coupon: {
    params: z.strictObject({ customerId: identifierSchema, amount: moneySchema }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  grant_points: {
    params: z.strictObject({ customerId: identifierSchema, points: z.int().min(1), amount: moneySchema }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  ship_goods: {
    params: z.strictObject({
      orderId: identifierSchema,
      customerId: identifierSchema,
      sku: identifierSchema,
      quantity: z.int().min(1),
      amount: moneySchema,
    }),
    outcome: 'awaited',
    spends: 'compensation',
  },
  request_approval: {
    params: z.strictObject({ role: codeSchema, amount: moneySchema }),
    outcome: 'noted',
  },
  notify_customer: {
    params: z.strictObject({ customerId: identifierSchema, template: codeSchema }),
    outcome: 'noted',
  },
  create_task: {
    params: z.strictObject({ role: codeSchema, task: codeSchema }),
    outcome: 'noted',
  },
  book_cost: {
    params: z.strictObject({ bearer: costBearerSchema, rootCause: rootCauseSchema, amount: moneySchema }),
    outcome: 'noted',
  },
} as const;
