import { codeSchema, identifierSchema, moneySchema } from '@aftercare/core';
import * as z from 'zod';
import { tenderSchema } from './refundSplit.js';
import { linePiecesSchema } from './returnSchemas.js';

const goods = z.array(z.strictObject({ sku: identifierSchema, pieces: z.int().min(1) })).min(1);
const ofOrder = { orderId: identifierSchema };
const lines = z.array(linePiecesSchema).min(1);

/** What a return makes its host do. */
export const returnEffectShapes = {
  /** Give the customer an address, or a label. */
  arrange_return: { params: z.strictObject({ ...ofOrder, lines }), outcome: 'awaited' },
  /** Keep goods from leaving. */
  cancel_dispatch: { params: z.strictObject({ ...ofOrder, lines }), outcome: 'awaited' },
  /** Have the carrier bring goods back that are on their way, or say what has become of goods that never came. */
  intercept_parcel: { params: z.strictObject({ ...ofOrder, lines }), outcome: 'awaited' },
  /** Give back one means of payment. */
  refund_payment: {
    params: z.strictObject({
      ...ofOrder,
      settlementId: z.string(),
      tender: tenderSchema,
      amount: moneySchema,
    }),
    outcome: 'awaited',
    spends: 'settlement',
  },
  /** Pay the customer what the way back has cost: it was paid to a carrier, not for the order. */
  reimburse_freight: {
    params: z.strictObject({ ...ofOrder, settlementId: z.string(), amount: moneySchema }),
    outcome: 'awaited',
    spends: 'settlement',
  },
  /** Send replacements. */
  ship_goods: {
    params: z.strictObject({ ...ofOrder, settlementId: z.string(), goods }),
    outcome: 'awaited',
    spends: 'settlement',
  },
  /** Ask the customer for a price difference: to be paid by the customer, never charged. */
  request_payment: {
    params: z.strictObject({ ...ofOrder, settlementId: z.string(), amount: moneySchema }),
    outcome: 'awaited',
  },
  /** Send goods back to the customer. */
  send_back_goods: { params: z.strictObject({ ...ofOrder, lines }), outcome: 'noted' },
  restock_goods: {
    params: z.strictObject({ sku: identifierSchema, pieces: z.int().min(1), condition: codeSchema }),
    outcome: 'noted',
  },
  /** What counts for the customer's tier has become less. */
  update_membership: {
    params: z.strictObject({ ...ofOrder, customerId: identifierSchema, lessBy: moneySchema }),
    outcome: 'noted',
  },
  /** Points given for what has gone back are due back. */
  adjust_points: {
    params: z.strictObject({ ...ofOrder, customerId: identifierSchema, lessBy: moneySchema }),
    outcome: 'noted',
  },
  /** An invoice, if there is one, is credited. */
  credit_invoice: { params: z.strictObject({ ...ofOrder, amount: moneySchema }), outcome: 'noted' },
  request_approval: { params: z.strictObject({ role: z.string(), amount: moneySchema }), outcome: 'noted' },
  notify_customer: {
    params: z.strictObject({ customerId: identifierSchema, template: codeSchema }),
    outcome: 'noted',
  },
  /** Goods have come that were not agreed upon, or were never ordered: somebody asks the customer. */
  report_unexpected_goods: { params: z.strictObject({ ...ofOrder, goods }), outcome: 'noted' },
  create_task: { params: z.strictObject({ ...ofOrder, task: codeSchema }), outcome: 'noted' },
} as const;
