import type { EpochMillis } from '@aftercare/core';
import type { Authority } from './loadAuthority.js';
import type { Budget } from './scheme.js';

/** Whom budgets are kept for, and when. */
interface KeyInput {
  readonly orderId: string;
  readonly customerId: string;
  readonly millis: EpochMillis;
  readonly authority: Pick<Authority, 'windowOf'>;
}

/** The key of a budget: the id comes last, since it may hold any letter and the rest are codes. */
export function budgetKey({ prefix, per, period }: Budget, principal: string, input: KeyInput): string {
  const window = period === undefined ? '' : input.authority.windowOf(period, input.millis);
  switch (per) {
    case 'order':
      return `${prefix}|${window}|${input.orderId}`;
    case 'customer':
      return `${prefix}|${window}|${input.customerId}`;
    case 'actor':
      return `${prefix}|${window}|${principal}`;
    case 'shop':
      return `${prefix}|${window}|`;
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
