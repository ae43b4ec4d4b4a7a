import { z } from 'zod';
import { customIssue, parseWith } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';
import { nonNegativeMoneySchema, positiveMoneySchema } from '../../money/index.js';
import { instantSchema } from '../../time/index.js';
import { codeSchema, identifierSchema } from '../identifier/identifier.js';
import { refundSchema } from '../refund/refund.js';
import { orderFlagSchema } from './orderFlag.js';
import { orderIssueDrafts } from './orderIssueDrafts.js';
import { orderLineSchema } from './orderLine.js';

/** Schema of {@link Discount}. */
export const discountSchema = z.strictObject({
  amount: positiveMoneySchema.meta({ description: 'By how much it lowered the total.' }),
  code: codeSchema.exactOptional(),
  fundedBy: z
    .enum(['shop', 'platform'])
    .exactOptional()
    .meta({ description: 'Who bears it; absent: the shop.' }),
});

/** A reduction that an order's total already contains. */
export interface Discount extends z.infer<typeof discountSchema> {}

/** Schema of {@link Order}. */
export const orderSchema = z
  .strictObject({
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
    paidAt: instantSchema
      .exactOptional()
      .meta({ description: 'When it was paid in full: the final payment.' }),
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
  })
  .check((context) => {
    for (const { code, path, details } of orderIssueDrafts(context.value)) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: [...path],
        params: customIssue(code, details),
      });
    }
  });

/**
 * An order as the shop knows it now. It is sent again whole when it changes: paid, shipped, signed for, refunded.
 *
 * The total is taken as given and not compared with the lines, since shops spread discounts over lines in many ways.
 */
export interface Order extends z.infer<typeof orderSchema> {}

/**
 * Checks an unknown value as an {@link Order}: types and formats, one currency, no step of its life before it was
 * placed, no more refunded than its total.
 *
 * @example
 * ```ts
 * import { parseOrder } from '@aftercare/core';
 *
 * const result = parseOrder({
 *   id: 'o-1',
 *   customerId: 'c-1',
 *   total: { minor: 1250, currency: 'CNY' },
 *   placedAt: '2026-03-01T10:00:00+08:00',
 *   paidAt: '2026-02-28T10:00:00+08:00',
 * });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['wrong_order', ['paidAt']]]
 * ```
 */
export function parseOrder(input: unknown): CoreResult<Order> {
  return parseWith(coreIssues, orderSchema, input);
}
