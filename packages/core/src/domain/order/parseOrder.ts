import { customIssue, parseWith } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';
import { type Order, orderFieldsSchema } from './order.js';
import { orderIssueDrafts } from './orderIssueDrafts.js';

/** Schema of {@link Order}. */
export const orderSchema = orderFieldsSchema.check((context) => {
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
 * Checks an unknown value as an {@link Order}: types and formats, one currency, no step of its life before it was
 * placed, no refund listed twice, no more refunded than its total.
 *
 * Whether the parts fit together is only checked when each is what it should be. An order with faults of both kinds shows
 * those of its parts first, except numbers out of range, texts of a wrong format and unknown keys, which hide nothing.
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
