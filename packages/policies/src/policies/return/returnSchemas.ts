import { codeSchema, identifierSchema, instantSchema, moneySchema } from '@aftercare/core';
import * as z from 'zod';
import type { ReadonlyOutput } from '../../kind/index.js';
import { freightRuleSchema } from './freightShares.js';
import { promotionSchema } from './goodsDue.js';
import { tenderAmountsSchema } from './refundSplit.js';

/** An amount in the minor unit of the order's currency, zero or more. */
export const minorSchema = z.int().min(0);
const minor = minorSchema;
const pieces = z.int().min(1).max(100_000).meta({ description: 'How many of them.' });
const lineId = identifierSchema.meta({ description: 'The line of the order.' });

/**
 * What a customer can get. `refund_only`: money for goods that have not been delivered, and are stopped. `resend`: missing
 * or damaged pieces anew. `partial_refund`: some money, and the goods stay with the customer.
 */
export const remedySchema = z.enum(['return_refund', 'exchange', 'refund_only', 'resend', 'partial_refund']);

/** What a customer can get; `resend` is missing or damaged pieces anew, `partial_refund` leaves the goods with the customer. */
export type Remedy = z.infer<typeof remedySchema>;

/** Whose fault it is; `none` when nobody has done anything wrong. */
export const faultSchema = z.enum(['none', 'shop', 'carrier', 'customer', 'unclear']);

/** Whose fault it is; `none` when nobody has done anything wrong. */
export type Fault = z.infer<typeof faultSchema>;

/** Whether it is the customer who has changed their mind: what nobody else has caused is not the shop's to bear. */
export function isOfCustomer(fault: Fault): boolean {
  return fault === 'none' || fault === 'customer';
}

/** Why goods come back. */
export const returnReasonSchema = z.enum([
  'no_reason',
  'placed_by_mistake',
  'defective',
  'damaged_in_transit',
  'missing_pieces',
  'wrong_goods',
  'not_as_described',
  'late_delivery',
  'not_received',
  'goodwill',
]);

/** Goods for which one may not change one's mind. */
export const exclusionSchema = z.enum([
  'made_to_measure',
  'perishable',
  'opened_digital',
  'periodical',
  'by_nature',
]);

/**
 * Why a shop refuses a return. That a gift is missing is no such reason: its value can be deducted, and that is all.
 */
export const refusalGroundSchema = z.enum([
  'out_of_window',
  'excluded_goods',
  'not_our_goods',
  'used_beyond_trial',
  'not_shown',
  'already_settled',
  'abuse',
]);

/** Goods that can come in the place of others. */
const replacementSchema = z.strictObject({
  sku: identifierSchema.meta({ description: 'The goods.' }),
  priceMinor: minor.meta({ description: 'Of one piece, now; not of all of them as in `lines`.' }),
});

/** See {@link replacementSchema}. */
export type Replacement = ReadonlyOutput<typeof replacementSchema>;

/** A line of the order with what a return needs to know of it. */
export const orderLineSchema = z.strictObject({
  lineId: lineId.meta({
    description: 'The line. In the facts of complaints and invoices it is called `id`.',
  }),
  sku: identifierSchema.meta({ description: 'The goods, as the warehouse knows them.' }),
  pieces: pieces.meta({ description: 'How many were bought, those that have gone back included.' }),
  priceMinor: minor.meta({
    description:
      'For all pieces together, not for one: after discounts on the line, before `promotions`, without freight.',
  }),
  shipping: z.enum(['not_shipped', 'shipped', 'delivered']).meta({
    description: 'Where it is. `delivered` where the carrier says so.',
  }),
  deliveredAt: instantSchema.nullable().meta({
    description:
      'When the customer had it, from which on the time to ask for a return counts; null before that.',
  }),
  excludedAs: exclusionSchema.nullable().meta({
    description: 'Why nobody may change their mind about it, by law or by the shop’s rules; null: one may.',
  }),
  exclusionConfirmed: z
    .boolean()
    .meta({ description: 'Whether the customer confirmed at purchase that the goods are excluded.' }),
  replacements: z.array(replacementSchema).exactOptional().meta({
    description:
      'Other goods that a customer may ask for in an exchange. Default: none, so only staff name some.',
  }),
});

/** A line of the order. */
export type OrderLine = ReadonlyOutput<typeof orderLineSchema>;

/** A gift that came with the order, for as long as what was bought reaches an amount. */
export const orderGiftSchema = z.strictObject({
  giftId: identifierSchema.meta({ description: 'The gift; `receive_parcel` names it when it comes back.' }),
  valueMinor: minor.meta({ description: 'Its stated value: what is deducted when it stays away.' }),
  fromMinor: minor.meta({
    description:
      'What the goods that the customer keeps must come to (included), before promotions, for the gift to be theirs.',
  }),
});

/** The way out as it was paid for. */
export const outboundSchema = z.strictObject({
  costMinor: minor.meta({ description: 'What it cost, for the whole order.' }),
  paidBy: z.enum(['customer', 'shop']).meta({
    description: 'Who paid for it; `shop` where delivery was free. What the customer paid is part of `paid`.',
  }),
  standardMinor: minor.exactOptional().meta({
    description:
      'What the shop’s standard delivery would have cost: no more is given back of a dearer one. 0 where it was given back before. Default: `costMinor`.',
  }),
});

/** Pieces of a line. */
export const linePiecesSchema = z.strictObject({ lineId, pieces });

/** Pieces of some lines. */
export type LinePieces = ReadonlyOutput<typeof linePiecesSchema>;

/** Pieces of a line for which something is asked, and for an exchange what shall come instead. */
export const requestedLineSchema = z.strictObject({
  lineId,
  pieces,
  replacement: replacementSchema.exactOptional().meta({
    description:
      'For an exchange. A customer may name only one of the `replacements` of the line, staff any. Default: the same goods at what was paid for them.',
  }),
});

/** A change of a counter of a line. */
export const moveSchema = z.strictObject({ line: identifierSchema, counter: z.string(), by: z.int() });

/** See {@link moveSchema}. */
export type Move = ReadonlyOutput<typeof moveSchema>;

/** Pieces that an exchange puts in the place of others of a line, or the same pieces at another price. */
const inPlaceSchema = z.strictObject({
  lineId,
  pieces: z.int().meta({
    description: 'Below zero for pieces that another case had put there, and that this one takes away.',
  }),
  sku: identifierSchema.exactOptional().meta({ description: 'Default: that of the line.' }),
  minor: z.int().meta({
    description:
      'What they have cost beyond the pieces in whose place they are; below zero what was given back.',
  }),
});

const giftDeductionSchema = z.strictObject({
  giftId: identifierSchema.meta({ description: 'The gift.' }),
  minor: z.int().meta({ description: 'Below zero what is given back of an earlier deduction.' }),
});

/** What was taken off for a gift that is no longer the customer's and has not come back. */
export type GiftDeduction = ReadonlyOutput<typeof giftDeductionSchema>;

/** What a settlement would have given, were it not held by other returns of the order. */
const restSchema = z
  .strictObject({
    goodsMinor: minor.meta({
      description: 'Of what is due for goods: what others give for theirs may take it.',
    }),
    moneyMinor: minor.meta({ description: 'Of what is due in money.' }),
  })
  .meta({
    description:
      'What was due and is held by other returns of the order: `settle` gives it back once they have been settled or have ended.',
  });

/** See {@link restSchema}. */
export type Rest = ReadonlyOutput<typeof restSchema>;

/** What a settlement does, to the cent and piece. */
export const planSchema = z.strictObject({
  id: z.string(),
  remedy: remedySchema,
  lines: z.array(z.strictObject({ lineId: identifierSchema, refund: minor, replace: minor, keep: minor })),
  goodsMinor: minor.meta({ description: 'For the goods, before anything is taken off.' }),
  outboundMinor: minor,
  backMinor: minor.meta({ description: 'Reimbursed for the way back, beside the refund.' }),
  deductedMinor: minor.meta({ description: 'For wear, gifts that did not come back, and freight.' }),
  wearMinor: minor.exactOptional().meta({ description: 'Of that, for wear. Default: 0.' }),
  refundMinor: minor.meta({ description: 'What goes back to the customer: the sum of the tenders.' }),
  unpaidMinor: minor.meta({ description: 'What cannot go back, because all that was paid has.' }),
  tenders: tenderAmountsSchema,
  toPayMinor: minor.meta({ description: 'What the customer is asked for before a replacement leaves.' }),
  worthMinor: minor.meta({
    description: 'What it is worth in money and goods: it needs authority for this.',
  }),
  shipments: z.array(z.strictObject({ sku: identifierSchema, pieces })),
  supplements: z.array(inPlaceSchema).meta({
    description:
      'What an exchange puts in the place of pieces, and what it has cost beyond them; or pieces that stay for less.',
  }),
  taken: z.array(inPlaceSchema).exactOptional().meta({
    description: 'Of what settlements had put in the place of pieces, what this one is about.',
  }),
  giftsMinor: minor.exactOptional().meta({
    description: 'Given back of what was deducted for gifts that have come since. Default: 0.',
  }),
  giftsDeducted: z.array(giftDeductionSchema).exactOptional().meta({
    description: 'What it changes in what is deducted for gifts. Default: nothing.',
  }),
  rest: restSchema.exactOptional(),
});

/** What a case of an order tells the others of it. */
export const returnSoFarSchema = z.strictObject({
  caseId: identifierSchema.meta({ description: 'The case of that return.' }),
  replaced: z.array(linePiecesSchema).meta({ description: 'Pieces that were sent in the place of others.' }),
  staying: z.array(linePiecesSchema).meta({
    description: 'Pieces that are to stay with the customer for a part of their price, not settled yet.',
  }),
  holding: z
    .strictObject({
      lines: z.array(linePiecesSchema).meta({ description: 'Pieces to refund or replace.' }),
      goodsMinor: minor.meta({ description: 'What it holds to give for goods.' }),
      tenders: tenderAmountsSchema.meta({
        description: 'The same with all that goes with it, by means of payment.',
      }),
    })
    .meta({ description: 'What it holds and has not begun to settle.' }),
  awaited: z.array(linePiecesSchema).meta({
    description: 'Pieces that it has agreed to refund and has not begun to settle.',
  }),
  settledAt: instantSchema.nullable().meta({ description: 'When it was last settled; null before that.' }),
  supplements: z
    .array(inPlaceSchema)
    .meta({ description: 'What it adds to what exchanges have put in the place of pieces of the order.' }),
  differencePaidMinor: minor.meta({ description: 'Price differences of exchanges that are settled.' }),
  pendingMinor: z.int().meta({
    description:
      'Held for exchanges, and for goods that stay, and not settled yet; less what has been paid beyond the price of the goods that they are about. May be below zero.',
  }),
  giftsReturned: z.array(identifierSchema).meta({ description: 'Gifts that have come back, by `giftId`.' }),
  giftsDeducted: z.array(giftDeductionSchema).meta({ description: 'With what is held and not settled yet.' }),
});

/** What a case of an order tells the others of it. */
export type ReturnSoFar = ReadonlyOutput<typeof returnSoFarSchema>;

/** What a case settles: what goes back to the customer, what they are asked for, and what is sent. */
export type Plan = ReadonlyOutput<typeof planSchema>;

/** A parcel on its way back. */
const parcelSchema = z.strictObject({
  parcelId: identifierSchema,
  carrier: identifierSchema,
  trackingNumber: identifierSchema,
  freight: z.strictObject({ costMinor: minor, paidBy: z.enum(['customer', 'shop']) }).nullable(),
  lines: z
    .array(linePiecesSchema)
    .meta({ description: 'What is said to be in it and has not been seen yet.' }),
});

/** A rung of the ladder for freight: the customer takes one of its options. */
export const freightRungSchema = z.strictObject({
  options: z.array(freightRuleSchema).min(1),
  promise: codeSchema.exactOptional().meta({ description: 'What the customer is given for it.' }),
});

const piecesByLine = z.record(z.string(), z.int().min(0));

/** Pieces by line. */
export type PiecesByLine = Readonly<Record<string, number>>;

/** Data of a return case. */
export const returnDataSchema = z.strictObject({
  orderId: identifierSchema,
  customerId: identifierSchema,
  paid: moneySchema,
  refundedMinor: minor,
  otherTenders: tenderAmountsSchema.omit({ money: true }),
  lines: z.array(orderLineSchema),
  promotions: z.array(promotionSchema),
  gifts: z.array(orderGiftSchema),
  outbound: outboundSchema,
  freightInsured: z.boolean(),
  round: z.int().min(1).meta({ description: 'Raised each time that a settled case is taken up again.' }),
  remedy: remedySchema,
  reason: returnReasonSchema,
  fault: faultSchema,
  requested: z.array(requestedLineSchema),
  evidence: z.array(codeSchema),
  evidenceWanted: z.array(codeSchema),
  pending: z.enum(['nothing', 'approval', 'offer', 'settlement']).meta({
    description: 'What has been put before a superior.',
  }),
  offer: z.strictObject({ remedy: remedySchema, amountMinor: minor }).nullable(),
  plan: planSchema.nullable(),
  held: planSchema.nullable().meta({ description: 'What has been granted and not carried out.' }),
  parcels: z.array(parcelSchema),
  lastSentAt: instantSchema.nullable().meta({
    description: 'When the last parcel was sent, or the first one came that nobody had spoken of.',
  }),
  unexpected: z.array(z.strictObject({ sku: identifierSchema, pieces })),
  giftsReturned: z.array(identifierSchema),
  accepted: piecesByLine.meta({ description: 'Taken back at inspection, not settled yet.' }),
  lost: piecesByLine.meta({ description: 'Sent and not found in any parcel, not settled yet.' }),
  deductedMinor: minor,
  freight: z.strictObject({
    rung: z.int().min(0),
    agreed: freightRuleSchema.nullable(),
    promise: codeSchema.nullable(),
  }),
  returned: tenderAmountsSchema.meta({ description: 'What has gone back so far.' }),
  differencePaidMinor: minor.meta({ description: 'Price differences of exchanges that were paid.' }),
  supplements: z.array(inPlaceSchema).meta({
    description: 'What the case adds to what exchanges have put in the place of pieces of the order.',
  }),
  giftsDeducted: z.array(giftDeductionSchema).exactOptional().meta({
    description: 'What the case has taken off for gifts, and given back of it. Default: nothing.',
  }),
  rest: restSchema.exactOptional(),
  customerAskedAt: instantSchema.exactOptional().meta({
    description: 'When evidence or an answer to an offer was asked for last.',
  }),
  paymentAskedAt: instantSchema.nullable(),
  settledAt: instantSchema.nullable(),
  lastPlan: planSchema.nullable().meta({ description: 'The last settlement that was carried out.' }),
  refusal: z.strictObject({ ground: refusalGroundSchema, note: z.string() }).nullable(),
});
