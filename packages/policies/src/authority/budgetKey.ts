import type { EpochMillis } from '@aftercare/core';
import type { Budget } from './scheme.js';

/** Whom budgets are kept for, and when. */
interface KeyInput {
  readonly orderId: string;
  readonly customerId: string;
  readonly millis: EpochMillis;
}

/** The key of a budget: the id comes last, since it may hold any letter and the rest are codes. */
export function budgetKey({ per, headAt }: Budget, principal: string, input: KeyInput): string {
  const head = headAt(input.millis);
  switch (per) {
    case 'order':
      return head + input.orderId;
    case 'customer':
      return head + input.customerId;
    case 'actor':
      return head + principal;
    case 'shop':
      return head;
  }
}

/**
 * The key under which grants are counted that together must not pass what was paid for an order.
 *
 * @example
 * ```ts
 * import { paidKey } from '@aftercare/policies';
 *
 * paidKey('order-1', 'CNY'); // => 'paid|CNY|order-1'
 * ```
 */
export function paidKey(orderId: string, currency: string): string {
  return `paid|${currency}|${orderId}`;
}
