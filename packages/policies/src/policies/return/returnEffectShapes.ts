import { codeSchema, identifierSchema, moneySchema } from '@aftercare/core';
import * as z from 'zod';
import { staffEffects } from '../staffEffects.js';
import { tenderSchema } from './refundSplit.js';
import { linePiecesSchema } from './returnSchemas.js';

const sku = identifierSchema.meta({ description: 'The goods.' });
const pieces = z.int().min(1).meta({ description: 'How many of them.' });
const goods = z.array(z.strictObject({ sku, pieces })).min(1).meta({ description: 'Which goods.' });
const ofOrder = { orderId: identifierSchema.meta({ description: 'The order.' }) };
const customerId = identifierSchema.meta({ description: 'The customer.' });
const settlementId = z.string().meta({ description: 'Which settlement of the case it is part of.' });
const lines = z.array(linePiecesSchema).min(1).meta({ description: 'Which pieces.' });
const amount = moneySchema.meta({ description: 'How much.' });
const lessBy = moneySchema.meta({ description: 'The money that has gone back with this settlement.' });

/** What a return makes its host do. */
export const returnEffectShapes = {
  arrange_return: {
    params: z.strictObject({ ...ofOrder, lines }).meta({
      description: 'Give the customer an address, or a label.',
    }),
    outcome: 'awaited',
  },
  cancel_dispatch: {
    params: z.strictObject({ ...ofOrder, lines }).meta({ description: 'Keep goods from leaving.' }),
    outcome: 'awaited',
  },
  intercept_parcel: {
    params: z.strictObject({ ...ofOrder, lines }).meta({
      description:
        'Have the carrier bring goods back that are on their way, or say what has become of goods that never came. Report success when they are stopped, and failure when they are lost.',
    }),
    outcome: 'awaited',
  },
  refund_payment: {
    params: z
      .strictObject({
        ...ofOrder,
        settlementId,
        tender: tenderSchema.meta({ description: 'What it was paid with, and goes back in.' }),
        amount,
      })
      .meta({ description: 'Give back what was paid with one means of payment.' }),
    outcome: 'awaited',
    spends: 'settlement',
  },
  reimburse_freight: {
    params: z.strictObject({ ...ofOrder, settlementId, amount }).meta({
      description:
        'Pay the customer what the way back has cost: it was paid to a carrier, not for the order.',
    }),
    outcome: 'awaited',
    spends: 'settlement',
  },
  ship_goods: {
    params: z.strictObject({ ...ofOrder, settlementId, goods }).meta({ description: 'Send replacements.' }),
    outcome: 'awaited',
    spends: 'settlement',
  },
  request_payment: {
    params: z.strictObject({ ...ofOrder, settlementId, amount }).meta({
      description:
        'Ask the customer for a price difference: to be paid by the customer, never charged. Report success when it has been paid.',
    }),
    outcome: 'awaited',
  },
  send_back_goods: {
    params: z.strictObject({ ...ofOrder, lines }).meta({ description: 'Send goods back to the customer.' }),
    outcome: 'noted',
  },
  restock_goods: {
    params: z
      .strictObject({ sku, pieces, condition: codeSchema.meta({ description: 'How they were found.' }) })
      .meta({ description: 'Put goods back into the stock.' }),
    outcome: 'noted',
  },
  update_membership: {
    params: z.strictObject({ ...ofOrder, customerId, lessBy }).meta({
      description: 'Lower what counts for the customer’s tier.',
    }),
    outcome: 'noted',
  },
  adjust_points: {
    params: z.strictObject({ ...ofOrder, customerId, lessBy }).meta({
      description: 'Take back the points that were given for what has gone back.',
    }),
    outcome: 'noted',
  },
  credit_invoice: {
    params: z.strictObject({ ...ofOrder, amount: lessBy }).meta({
      description:
        'Tell the case of the invoice, if there is one, of the refund: by `note_refund`, with the total so far. No credit note: the invoice’s case asks for that.',
    }),
    outcome: 'noted',
  },
  request_approval: {
    params: z
      .strictObject({
        role: z.string().meta({ description: 'The lowest role that can approve it.' }),
        amount: moneySchema.meta({ description: 'What is asked for, in money and goods.' }),
      })
      .meta({ description: 'Tell a superior that the case waits for their decision.' }),
    outcome: 'noted',
  },
  notify_customer: staffEffects.notify_customer,
  report_unexpected_goods: {
    params: z.strictObject({ ...ofOrder, goods }).meta({
      description:
        'Ask the customer about goods that have come and were not agreed upon, or were never ordered.',
    }),
    outcome: 'noted',
  },
  report_rest: {
    params: z.strictObject({ ...ofOrder, amount }).meta({
      description:
        'Tell staff that other returns of the order hold a part of what was due: once they have been settled or have ended, `settle` gives it back.',
    }),
    outcome: 'noted',
  },
  create_task: {
    params: z
      .strictObject({ ...ofOrder, task: codeSchema.meta({ description: 'What is to be done.' }) })
      .meta({ description: 'Give staff a task.' }),
    outcome: 'noted',
  },
} as const;
