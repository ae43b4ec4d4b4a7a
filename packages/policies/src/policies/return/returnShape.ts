import { codeSchema, fact, identifierSchema, nonNegativeMoneySchema } from '@aftercare/core';
import * as z from 'zod';
import { freightRuleSchema } from './freightShares.js';
import { promotionSchema } from './goodsDue.js';
import { tenderAmountsSchema, tenderSchema } from './refundSplit.js';
import { returnEffectShapes } from './returnEffectShapes.js';
import {
  faultSchema,
  linePiecesSchema,
  minorSchema,
  moveSchema,
  orderGiftSchema,
  orderLineSchema,
  outboundSchema,
  planSchema,
  refusalGroundSchema,
  remedySchema,
  requestedLineSchema,
  returnDataSchema,
  returnReasonSchema,
} from './returnSchemas.js';
import { returnSettingsSchema } from './returnSettings.js';

const note = z.string().min(1).max(2000);
const evidence = z.array(codeSchema).max(20);
const moves = z.array(moveSchema);
const request = {
  remedy: remedySchema,
  reason: returnReasonSchema,
  lines: z.array(requestedLineSchema).min(1),
  evidence,
};
const parcel = {
  parcelId: identifierSchema,
  carrier: identifierSchema,
  trackingNumber: identifierSchema,
  freight: z.strictObject({ costMinor: minorSchema, paidBy: z.enum(['customer', 'shop']) }).exactOptional(),
  lines: z.array(linePiecesSchema).min(1),
};
const receipt = {
  parcelId: identifierSchema,
  lines: z.array(linePiecesSchema),
  unexpected: z.array(z.strictObject({ sku: identifierSchema, pieces: z.int().min(1) })).exactOptional(),
  gifts: z.array(identifierSchema).exactOptional(),
};
const inspection = {
  lineId: identifierSchema,
  pieces: z.int().min(1),
  condition: z.enum(['as_sold', 'worn', 'damaged']),
  disposal: z.enum(['restock', 'write_off', 'send_back']),
  deductMinor: minorSchema.exactOptional(),
};

/** Names and schemas of returns and exchanges. */
export const returnShape = {
  name: 'return',
  revision: 1,
  settings: returnSettingsSchema,
  data: returnDataSchema,

  facts: z.object({
    orderId: fact(z.string(), { description: 'The order.', changes: 'on_event' }),
    customerId: fact(z.string(), { description: 'The customer of the order.', changes: 'on_event' }),
    paid: fact(nonNegativeMoneySchema, {
      description: 'What was paid for the order in money.',
      changes: 'on_event',
    }),
    refundedMinor: fact(minorSchema, {
      description: 'What was given back of it, other than by cases decided here.',
      unit: 'minor_units',
      changes: 'on_event',
    }),
    otherTenders: fact(tenderAmountsSchema.omit({ money: true }), {
      description: 'What was paid for the order by other means.',
      changes: 'on_event',
    }),
    lines: fact(z.array(orderLineSchema), { description: 'The lines of the order.', changes: 'on_event' }),
    promotions: fact(z.array(promotionSchema), {
      description: 'Discounts on the order as a whole.',
      changes: 'on_event',
    }),
    gifts: fact(z.array(orderGiftSchema), { description: 'Gifts that came with it.', changes: 'on_event' }),
    outbound: fact(outboundSchema, { description: 'The freight of the way out.', changes: 'on_event' }),
    freightInsured: fact(z.boolean(), {
      description: 'Whether an insurance pays for the way back.',
      changes: 'on_event',
    }),
  }),

  caseFacts: z.object({
    hoursLate: fact(z.int().min(0), {
      description: 'Hours begun since the time for such a request ended; 0 while it runs.',
      unit: 'hours',
      changes: 'with_day',
    }),
    excludedLines: fact(z.int().min(0), {
      description: 'Lines for which the law or the shop excludes such a request.',
      unit: 'lines',
      changes: 'on_event',
    }),
    unfitLines: fact(z.int().min(0), {
      description: 'Lines that are not shipped, on their way or delivered as the remedy needs it.',
      unit: 'lines',
      changes: 'on_event',
    }),
    remedyFitsReason: fact(z.boolean(), {
      description: 'Whether the remedy is given for the reason.',
      changes: 'on_event',
    }),
    piecesTooMany: fact(z.int().min(0), {
      description: 'Pieces beyond those that the command can be about.',
      unit: 'pieces',
      changes: 'on_event',
    }),
    offerTooHighMinor: fact(minorSchema, {
      description: 'By how much an offer passes the price of the goods.',
      unit: 'minor_units',
      changes: 'on_event',
    }),
    orderGapMinor: fact(z.int(), {
      description: 'What the means of payment of the order are more than its goods and freight.',
      unit: 'minor_units',
      changes: 'on_event',
    }),
    remedy: fact(remedySchema, { description: 'What is asked for or agreed.', changes: 'on_event' }),
    pending: fact(returnDataSchema.shape.pending, {
      description: 'What has been put before a superior.',
      changes: 'on_event',
    }),
    hasOffer: fact(z.boolean(), { description: 'Whether an offer of the shop stands.', changes: 'on_event' }),
    reason: fact(returnReasonSchema, { description: 'Why it is asked for.', changes: 'on_event' }),
    piecesAccepted: fact(z.int(), {
      description: 'Pieces that the shop has again, or has kept from leaving, and that are not settled.',
      unit: 'pieces',
      changes: 'on_event',
    }),
    stopsOpen: fact(z.int().min(0), {
      description: 'Parcels that are still to be stopped.',
      unit: 'parcels',
      changes: 'on_event',
    }),
    goodsAwaited: fact(z.boolean(), {
      description: 'Whether goods must be back or stopped before anything is settled.',
      changes: 'on_event',
    }),
    piecesToInspect: fact(z.int(), {
      description: 'Pieces that are there and have not been looked at.',
      unit: 'pieces',
      changes: 'on_event',
    }),
    piecesUnderWay: fact(z.int(), {
      description: 'Pieces that are said to be on their way.',
      unit: 'pieces',
      changes: 'on_event',
    }),
    piecesAwaited: fact(z.int(), {
      description: 'Pieces agreed upon that would still be open after the command.',
      unit: 'pieces',
      changes: 'on_event',
    }),
    planIsGranted: fact(z.boolean(), {
      description: 'Whether exactly this settlement has been granted.',
      changes: 'on_event',
    }),
    partsToDo: fact(z.int().min(0), {
      description: 'Payments, parcels and requests for payment that the settlement takes.',
      unit: 'parts',
      changes: 'on_event',
    }),
    toPayMinor: fact(minorSchema, {
      description: 'What the customer is asked for before the replacement leaves.',
      unit: 'minor_units',
      changes: 'on_event',
    }),
    otherPartsOpen: fact(z.int().min(0), {
      description: 'Other parts of the settlement that are not done.',
      unit: 'parts',
      changes: 'on_event',
    }),
    rungsLeft: fact(z.int().min(0), {
      description: 'Further concessions over freight.',
      unit: 'rungs',
      changes: 'on_event',
    }),
    freightOptionOffered: fact(z.boolean(), {
      description: 'Whether the option is one that has been offered.',
      changes: 'on_event',
    }),
    round: fact(z.int().min(1), {
      description: 'Which time the case is dealt with.',
      changes: 'on_event',
    }),
  }),

  commands: {
    request_return: z.strictObject(request),
    ask_evidence: z.strictObject({ evidence: z.array(codeSchema).min(1).max(20) }),
    add_evidence: z.strictObject({ evidence: z.array(codeSchema).min(1).max(20) }),
    assess_fault: z.strictObject({ fault: faultSchema }),
    offer: z.strictObject({ remedy: remedySchema, amountMinor: minorSchema }),
    accept_offer: z.strictObject({}),
    decline_offer: z.strictObject({}),
    offer_freight: z.strictObject({}),
    agree_freight: z.strictObject({ rule: freightRuleSchema }),
    approve: z.strictObject({ lines: z.array(linePiecesSchema).min(1) }),
    agree: z.strictObject({}),
    disagree: z.strictObject({ note }),
    reject: z.strictObject({ ground: refusalGroundSchema, note }),
    cancel: z.strictObject({}),
    keep_goods: z.strictObject({ lines: z.array(linePiecesSchema).min(1) }),
    send_parcel: z.strictObject(parcel),
    receive_parcel: z.strictObject(receipt),
    confirm_receipt: z.strictObject({}),
    inspect: z.strictObject(inspection),
    settle: z.strictObject({ missing: z.enum(['refund', 'keep']) }),
    change_remedy: z.strictObject({ remedy: remedySchema, amountMinor: minorSchema }),
    claim: z.strictObject(request),
    reopen: z.strictObject({ evidence }),
    dispute: z.strictObject({ evidence }),
    withdraw_dispute: z.strictObject({}),
    order_return: z.strictObject({}),
    order_refund: z.strictObject({ refundMinor: minorSchema.min(1) }),
    impose_refund: z.strictObject({ refundMinor: minorSchema.min(1) }),
    dismiss: z.strictObject({}),
    close: z.strictObject({}),
    lapse: z.strictObject({}),
    escalate: z.strictObject({}),
  },

  events: {
    requested: z.strictObject({ moves }),
    evidence_asked: z.strictObject({ evidence }),
    evidence_added: z.strictObject({ evidence }),
    fault_assessed: z.strictObject({ fault: faultSchema }),
    offer_put_up: z.strictObject({ remedy: remedySchema, amountMinor: minorSchema, plan: planSchema }),
    offered: z.strictObject({ remedy: remedySchema, amountMinor: minorSchema, plan: planSchema }),
    offer_approved: z.strictObject({}),
    offer_accepted: z.strictObject({ moves }),
    offer_declined: z.strictObject({}),
    freight_offered: z.strictObject({}),
    freight_agreed: z.strictObject({ rule: freightRuleSchema, promise: codeSchema.nullable() }),
    approval_asked: z.strictObject({ plan: planSchema }),
    approved: z.strictObject({ plan: planSchema, moves }),
    denied: z.strictObject({ note }),
    rejected: z.strictObject({ ground: refusalGroundSchema, note, moves }),
    cancelled: z.strictObject({ moves }),
    goods_kept: z.strictObject({ moves }),
    return_arranged: z.strictObject({}),
    parcel_sent: z.strictObject({ ...parcel, moves }),
    parcel_received: z.strictObject({ ...receipt, moves }),
    receipt_confirmed: z.strictObject({ moves }),
    inspected: z.strictObject({ ...inspection, moves }),
    goods_stopped: z.strictObject({ stopped: z.array(linePiecesSchema) }),
    remedy_changed: z.strictObject({ remedy: remedySchema, amountMinor: minorSchema }),
    settlement_asked: z.strictObject({ plan: planSchema }),
    settlement_decided: z.strictObject({ plan: planSchema }),
    settled_without: z.strictObject({ plan: planSchema, moves }),
    difference_paid: z.strictObject({ differenceMinor: minorSchema }),
    part_settled: z.strictObject({ tender: tenderSchema.nullable(), returnedMinor: minorSchema }),
    settled: z.strictObject({ tender: tenderSchema.nullable(), returnedMinor: minorSchema, moves }),
    claimed: z.strictObject({ ...request, moves }),
    reopened: z.strictObject({ evidence, moves }),
    disputed: z.strictObject({ evidence, moves }),
    dispute_withdrawn: z.strictObject({}),
    return_ordered: z.strictObject({ plan: planSchema, moves }),
    refund_ordered: z.strictObject({ plan: planSchema, moves }),
    refund_imposed: z.strictObject({ plan: planSchema, moves }),
    dismissed: z.strictObject({ moves }),
    noted: z.strictObject({}),
    unanswered: z.strictObject({}),
    difference_unpaid: z.strictObject({}),
    escalated: z.strictObject({}),
    lapsed: z.strictObject({}),
    closed: z.strictObject({ moves }),
  },

  effects: returnEffectShapes,
  grants: { settlement: 'refund' },

  counters: {
    bought: 'line',
    requested: 'line',
    undecided: 'line',
    approved: 'line',
    refused: 'line',
    unsettled: 'line',
    sentBack: 'line',
    underWay: 'line',
    received: 'line',
    missing: 'line',
    toInspect: 'line',
    damaged: 'line',
    restocked: 'line',
    writtenOff: 'line',
    sentOn: 'line',
    refunded: 'line',
    replaced: 'line',
    kept: 'line',
    grantedMinor: 'case',
    returnedMinor: 'case',
  },
} as const;

/** The shape of returns and exchanges. */
export type ReturnShape = typeof returnShape;
