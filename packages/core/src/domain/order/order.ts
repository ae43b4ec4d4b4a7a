import * as z from 'zod';
import { nonNegativeMoneySchema } from '../../money/index.js';
import { instantSchema } from '../../time/index.js';
import { identifierSchema } from '../identifier/identifier.js';
import { refundSchema } from '../refund/refund.js';
import { discountSchema } from './discount.js';
import { orderFlagSchema } from './orderFlag.js';
import { orderLineSchema } from './orderLine.js';

/** The fields of an order, each by itself; `orderSchema` also checks that they fit together. */
export const orderFieldsSchema = z.strictObject({
  id: identifierSchema,
  customerId: identifierSchema,
  total: nonNegativeMoneySchema.meta({
    description: 'What the customer owes for the order: goods and freight, less discounts; before refunds.',
  }),
  placedAt: instantSchema,
  paymentMethod: z
    .enum(['prepaid', 'cash_on_delivery'])
    .exactOptional()
    .meta({ description: 'Absent: prepaid.' }),
  depositPaidAt: instantSchema
    .exactOptional()
    .meta({ description: 'When a deposit was paid, for orders with deposit and final payment.' }),
  paidAt: instantSchema.exactOptional().meta({ description: 'When it was paid in full: the final payment.' }),
  shippedAt: instantSchema.exactOptional(),
  signedAt: instantSchema.exactOptional().meta({ description: 'When the customer had the parcel (签收).' }),
  completedAt: instantSchema.exactOptional().meta({
    description: 'When the order was closed as done: confirmed, or the return window had passed.',
  }),
  cancelledAt: instantSchema.exactOptional(),
  lines: z.array(orderLineSchema).exactOptional(),
  freight: nonNegativeMoneySchema
    .exactOptional()
    .meta({ description: 'The part of the total that is freight.' }),
  discounts: z.array(discountSchema).exactOptional(),
  refunds: z.array(refundSchema).exactOptional().meta({ description: 'All refunds so far.' }),
  flags: z.array(orderFlagSchema).exactOptional(),
});

/**
 * An order as the shop knows it now. It is sent again whole when it changes: paid, shipped, signed for, refunded.
 *
 * The total is taken as given and not compared with the lines, since shops spread discounts over lines in many ways.
 */
export interface Order extends z.infer<typeof orderFieldsSchema> {}
