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

const note = z.string().min(1).max(2000).meta({ description: 'In words, for the record.' });
const evidence = z.array(codeSchema).max(20).meta({ description: 'What has been shown, such as `photo`.' });
const evidenceWanted = z.array(codeSchema).min(1).max(20);
const moves = z.array(moveSchema);
const request = {
  remedy: remedySchema.meta({
    description:
      'What the customer wants. `refund_only`: money for goods that never came, or are stopped; `resend`: missing or damaged pieces anew; `partial_refund`: some money, and the goods stay.',
  }),
  reason: returnReasonSchema.meta({ description: 'Why.' }),
  lines: eachOnce(z.array(requestedLineSchema).min(1)).meta({
    description: 'The pieces that it is about, each line once.',
  }),
  evidence,
};
const inOffer = {
  remedy: remedySchema.meta({ description: 'What is offered or agreed in the place of what was asked for.' }),
  amountMinor: minorSchema.meta({
    description:
      'For `partial_refund` what is given back for all pieces together. For other remedies 0: what goes back is worked out.',
  }),
};
const parcel = {
  parcelId: identifierSchema.meta({
    description: 'The parcel, by an id of the host’s; `receive_parcel` names it again.',
  }),
  carrier: identifierSchema.meta({ description: 'Who carries it.' }),
  trackingNumber: identifierSchema.meta({ description: 'Its number with the carrier.' }),
  freight: z
    .strictObject({
      costMinor: minorSchema.meta({ description: 'What the way back has cost.' }),
      paidBy: z
        .enum(['customer', 'shop'])
        .meta({ description: 'Who has paid it; `shop` for a label of the shop’s.' }),
    })
    .exactOptional()
    .meta({ description: 'Default: not known, so nothing is evened out for it.' }),
  lines: eachOnce(z.array(linePiecesSchema).min(1)).meta({ description: 'What is said to be in it.' }),
};
const receipt = {
  parcelId: identifierSchema.meta({
    description: 'The parcel; it need not have been told of by `send_parcel`.',
  }),
  lines: eachOnce(z.array(linePiecesSchema)).meta({
    description: 'Pieces of the order that were in it; `[]` for gifts alone.',
  }),
  unexpected: z
    .array(
      z.strictObject({
        sku: identifierSchema.meta({ description: 'The goods.' }),
        pieces: z.int().min(1).meta({ description: 'How many of them.' }),
      }),
    )
    .exactOptional()
    .meta({ description: 'Goods that are not of the order, or not agreed upon. Default: none.' }),
  gifts: z
    .array(identifierSchema)
    .exactOptional()
    .meta({ description: 'Gifts that have come with it, by `gifts[].giftId` of the facts. Default: none.' }),
};
const inspection = {
  lineId: identifierSchema.meta({ description: 'The line of the order.' }),
  pieces: z.int().min(1).meta({ description: 'How many were found so; give the command again for others.' }),
  condition: z.enum(['as_sold', 'worn', 'damaged']).meta({ description: 'How they were found.' }),
  disposal: z.enum(['restock', 'write_off', 'send_back']).meta({
    description:
      'What becomes of them. `send_back`: the customer keeps them, and nothing is settled for them.',
  }),
  deductMinor: minorSchema.exactOptional().meta({
    description: 'Taken off the refund for wear, for these pieces together. Default: 0.',
  }),
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
    ask_evidence: z.strictObject({
      evidence: evidenceWanted.meta({ description: 'What is to be shown, such as `photo`.' }),
    }),
    add_evidence: z.strictObject({
      evidence: evidenceWanted.meta({ description: 'What has been shown, such as `photo`.' }),
    }),
    assess_fault: z
      .strictObject({
        fault: faultSchema.meta({
          description:
            '`none`: nobody’s, the customer has changed their mind; `unclear`: it could not be found out.',
        }),
      })
      .meta({
        description:
          'Whose fault it is decides on freight and promotions; until then it is what the definition says of the reason.',
      }),
    offer: z.strictObject(inOffer).meta({
      description:
        'Offers the customer something else; beyond the authority of whoever acts, a superior is asked.',
    }),
    accept_offer: z.strictObject({}),
    decline_offer: z.strictObject({}),
    offer_freight: z
      .strictObject({})
      .meta({ description: 'Offers the next concession over freight that the definition has.' }),
    agree_freight: z.strictObject({
      rule: freightRuleSchema.meta({ description: 'One of the options that have been offered.' }),
    }),
    approve: z
      .strictObject({
        lines: eachOnce(z.array(linePiecesSchema).min(1)).meta({
          description: 'The pieces agreed upon, each line once. Those asked for and not named are refused.',
        }),
      })
      .meta({ description: 'Grants the return; beyond the authority of whoever acts, a superior is asked.' }),
    agree: z.strictObject({}).meta({
      description: 'A superior approves what was put before them: a return, an offer or a settlement.',
    }),
    disagree: z.strictObject({ note }).meta({ description: 'A superior does not approve it.' }),
    reject: z.strictObject({
      ground: refusalGroundSchema.meta({ description: 'Why. A missing gift is no ground.' }),
      note,
    }),
    cancel: z.strictObject({}),
    keep_goods: z
      .strictObject({
        lines: eachOnce(z.array(linePiecesSchema).min(1)).meta({
          description: 'Pieces that were not sent, each line once.',
        }),
      })
      .meta({ description: 'The customer keeps pieces that were agreed upon.' }),
    send_parcel: z.strictObject(parcel),
    receive_parcel: z.strictObject(receipt),
    confirm_receipt: z
      .strictObject({})
      .meta({ description: 'No more parcels come: what was said to be sent and is not here is missing.' }),
    inspect: z.strictObject(inspection),
    settle: z
      .strictObject({
        missing: z.enum(['refund', 'keep']).meta({
          description:
            '`refund`: pieces that were sent and got lost are paid for or replaced too; `keep`: they are not.',
        }),
      })
      .meta({
        description:
          'Pays and sends what is due for what has come back. What differs from what was granted needs authority anew.',
      }),
    give_up_settlement: z
      .strictObject({})
      .meta({ description: 'What could be neither paid nor sent is settled in another way.' }),
    change_remedy: z.strictObject(inOffer),
    claim: z
      .strictObject(request)
      .meta({ description: 'Asks about more pieces of a settled return, replacements say.' }),
    reopen: z.strictObject({ evidence }),
    dispute: z.strictObject({ evidence }),
    withdraw_dispute: z.strictObject({}),
    order_return: z.strictObject({}).meta({
      description:
        'A marketplace decides that the goods go back: outside of all limits, and counted in them.',
    }),
    order_refund: z
      .strictObject({
        refundMinor: minorSchema
          .min(1)
          .meta({ description: 'What the shop is to pay, more than is left of the order too.' }),
      })
      .meta({
        description:
          'A marketplace orders a refund, and the shop pays it: outside of all limits, and counted in them.',
      }),
    impose_refund: z
      .strictObject({ refundMinor: minorSchema.min(1).meta({ description: 'What it has paid.' }) })
      .meta({
        description:
          'A marketplace has refunded the customer by itself: the shop pays nothing more, and it is counted.',
      }),
    dismiss: z.strictObject({}).meta({ description: 'A marketplace decides for the shop.' }),
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
    rest_decided: z.strictObject({ plan: planSchema }),
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
