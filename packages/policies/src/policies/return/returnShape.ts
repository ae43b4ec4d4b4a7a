import { codeSchema, identifierSchema } from '@aftercare/core';
import * as z from 'zod';
import { eachOnce } from './eachOnce.js';
import { freightRuleSchema } from './freightShares.js';
import { tenderSchema } from './refundSplit.js';
import { returnEffectShapes } from './returnEffectShapes.js';
import { returnCaseFacts, returnHostFacts } from './returnFactSchemas.js';
import {
  faultSchema,
  linePiecesSchema,
  minorSchema,
  moveSchema,
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
  lines: eachOnce(z.array(requestedLineSchema).min(1)),
  evidence,
};
const parcel = {
  parcelId: identifierSchema,
  carrier: identifierSchema,
  trackingNumber: identifierSchema,
  freight: z.strictObject({ costMinor: minorSchema, paidBy: z.enum(['customer', 'shop']) }).exactOptional(),
  lines: eachOnce(z.array(linePiecesSchema).min(1)),
};
const receipt = {
  parcelId: identifierSchema,
  lines: eachOnce(z.array(linePiecesSchema)),
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
  revision: 2,
  settings: returnSettingsSchema,
  data: returnDataSchema,
  facts: returnHostFacts,
  caseFacts: returnCaseFacts,

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
    approve: z.strictObject({ lines: eachOnce(z.array(linePiecesSchema).min(1)) }),
    agree: z.strictObject({}),
    disagree: z.strictObject({ note }),
    reject: z.strictObject({ ground: refusalGroundSchema, note }),
    cancel: z.strictObject({}),
    keep_goods: z.strictObject({ lines: eachOnce(z.array(linePiecesSchema).min(1)) }),
    send_parcel: z.strictObject(parcel),
    receive_parcel: z.strictObject(receipt),
    confirm_receipt: z.strictObject({}),
    inspect: z.strictObject(inspection),
    settle: z.strictObject({ missing: z.enum(['refund', 'keep']) }),
    give_up_settlement: z.strictObject({}),
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
    late_parcel_received: z.strictObject({ ...receipt, moves }),
    receipt_confirmed: z.strictObject({ moves }),
    inspected: z.strictObject({ ...inspection, moves }),
    goods_stopped: z.strictObject({ stopped: z.array(linePiecesSchema) }),
    goods_lost: z.strictObject({ lost: z.array(linePiecesSchema) }),
    remedy_changed: z.strictObject({ remedy: remedySchema, amountMinor: minorSchema }),
    settlement_asked: z.strictObject({ plan: planSchema }),
    settlement_decided: z.strictObject({ plan: planSchema }),
    settled_without: z.strictObject({ plan: planSchema, moves }),
    settlement_given_up: z.strictObject({}),
    shipment_given_up: z.strictObject({ plan: planSchema }),
    difference_paid: z.strictObject({ differenceMinor: minorSchema }),
    part_settled: z.strictObject({ tender: tenderSchema.nullable(), returnedMinor: minorSchema }),
    settled: z.strictObject({ tender: tenderSchema.nullable(), returnedMinor: minorSchema, moves }),
    // Claims of older versions had no fault of their own.
    claimed: z.strictObject({ ...request, fault: faultSchema.exactOptional(), moves }),
    reopened: z.strictObject({ evidence, moves }),
    disputed: z.strictObject({ evidence, moves }),
    settlement_disputed: z.strictObject({ evidence, moves }),
    dispute_withdrawn: z.strictObject({}),
    return_ordered: z.strictObject({ plan: planSchema, moves }),
    refund_ordered: z.strictObject({ plan: planSchema, moves }),
    refund_imposed: z.strictObject({ plan: planSchema, moves }),
    refund_counted: z.strictObject({ plan: planSchema }),
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
  reasons: returnReasonSchema.options,
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
    unreturned: 'line',
    grantedMinor: 'case',
    returnedMinor: 'case',
    imposed: 'case',
  },
} as const;

/** The shape of returns and exchanges. */
export type ReturnShape = typeof returnShape;
