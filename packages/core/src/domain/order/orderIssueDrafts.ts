import { type IssuePath, showValue } from '../../foundation/index.js';
import type { CoreIssueDetails } from '../../issues/index.js';
import type { Money } from '../../money/index.js';
import { epochMillisOf } from '../../time/index.js';
import type { Order } from './order.js';

type OrderIssueCode = 'wrong_order' | 'currency_mismatch' | 'duplicate_code' | 'refund_exceeds_total';

/** An issue of an order whose parts are each well formed. */
export type OrderIssueDraft = {
  [Code in OrderIssueCode]: {
    readonly code: Code;
    readonly path: IssuePath;
    readonly details: CoreIssueDetails[Code];
  };
}[OrderIssueCode];

/** The steps of an order's life, each with those that must not come after it. */
const NOT_BEFORE = [
  ['depositPaidAt', 'placedAt'],
  ['paidAt', 'placedAt'],
  ['paidAt', 'depositPaidAt'],
  ['shippedAt', 'placedAt'],
  ['signedAt', 'placedAt'],
  ['signedAt', 'shippedAt'],
  ['completedAt', 'placedAt'],
  ['cancelledAt', 'placedAt'],
] as const;

/** What does not fit together in an order whose parts are each well formed. */
export function orderIssueDrafts(order: Order): OrderIssueDraft[] {
  return [
    ...instantsOutOfOrder(order),
    ...foreignAmounts(order),
    ...repeatedRefunds(order),
    ...excessRefunds(order),
  ];
}

function* instantsOutOfOrder(order: Order): Generator<OrderIssueDraft> {
  for (const [later, earlier] of NOT_BEFORE) {
    const draft = outOfOrder(earlier, order[earlier], later, order[later], [later]);
    if (draft !== undefined) yield draft;
  }
  for (const [index, refund] of (order.refunds ?? []).entries()) {
    const path = ['refunds', index, 'refundedAt'];
    const draft = outOfOrder('placedAt', order.placedAt, 'refundedAt', refund.refundedAt, path);
    if (draft !== undefined) yield draft;
  }
}

function outOfOrder(
  earlier: string,
  earlierAt: string | undefined,
  later: string,
  laterAt: string | undefined,
  path: IssuePath,
): OrderIssueDraft | undefined {
  if (earlierAt === undefined || laterAt === undefined) return undefined;
  const earlierMillis = epochMillisOf(earlierAt);
  const laterMillis = epochMillisOf(laterAt);
  // An instant that does not exist has an issue of its own already.
  if (earlierMillis === undefined || laterMillis === undefined || laterMillis >= earlierMillis)
    return undefined;
  return { code: 'wrong_order', path, details: { earlier, earlierAt, later, laterAt } };
}

function* foreignAmounts(order: Order): Generator<OrderIssueDraft> {
  const expected = order.total.currency;
  for (const [path, amount] of amountsOf(order)) {
    if (amount.currency === expected) continue;
    yield { code: 'currency_mismatch', path, details: { expected, received: amount.currency } };
  }
}

function* amountsOf(order: Order): Generator<[IssuePath, Money]> {
  if (order.freight !== undefined) yield [['freight'], order.freight];
  for (const [index, line] of (order.lines ?? []).entries()) yield [['lines', index, 'amount'], line.amount];
  for (const [index, { amount }] of (order.discounts ?? []).entries())
    yield [['discounts', index, 'amount'], amount];
  for (const [index, { amount }] of (order.refunds ?? []).entries())
    yield [['refunds', index, 'amount'], amount];
}

function* repeatedRefunds({ refunds = [] }: Order): Generator<OrderIssueDraft> {
  const seen = new Set<string>();
  for (const [index, { id }] of refunds.entries()) {
    if (seen.has(id)) {
      // Joined tables repeat their rows, and the same money must not be subtracted twice.
      yield { code: 'duplicate_code', path: ['refunds', index, 'id'], details: { received: showValue(id) } };
    }
    seen.add(id);
  }
}

function* excessRefunds({ total, refunds = [] }: Order): Generator<OrderIssueDraft> {
  const { minor: totalMinor, currency } = total;
  const refundedMinor = refunds
    .filter(({ amount }) => amount.currency === currency)
    // A sum beyond 2^53 is rounded here, and is above any total whichever way.
    .reduce((sum, { amount }) => sum + amount.minor, 0);
  // A total below zero has an issue of its own already.
  if (totalMinor < 0 || refundedMinor <= totalMinor) return;
  yield { code: 'refund_exceeds_total', path: ['refunds'], details: { totalMinor, refundedMinor, currency } };
}
