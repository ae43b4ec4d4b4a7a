/** What an exchange leaves to be evened out. At most one of the two is above zero. */
export interface PriceDifference {
  /** The customer is asked for it before the replacement is sent; it is never charged by itself. */
  readonly toPayMinor: number;
  readonly toRefundMinor: number;
}

/**
 * The difference between what the customer has paid for pieces, less their share of discounts, and what the replacement
 * costs now.
 *
 * @param forgiven - a difference that the shop waives, up to this amount (included). Default 0
 *
 * @example
 * ```ts
 * import { priceDifference } from '@aftercare/policies';
 *
 * priceDifference(9900, 12900); // => { toPayMinor: 3000, toRefundMinor: 0 }
 * priceDifference(9900, 8900); // => { toPayMinor: 0, toRefundMinor: 1000 }
 * priceDifference(9900, 9950, 100); // => { toPayMinor: 0, toRefundMinor: 0 }
 * ```
 */
export function priceDifference(paidMinor: number, replacementMinor: number, forgiven = 0): PriceDifference {
  const difference = replacementMinor - paidMinor;
  return {
    toPayMinor: difference > forgiven ? difference : 0,
    toRefundMinor: Math.max(0, -difference),
  };
}
