/** What an order came to, and who bore its coupons. */
export interface InvoicedOrder {
  /** What the customer paid: coupons of the shop and of the platform are taken off. */
  readonly paidMinor: number;
  /** Coupons that the platform bore. */
  readonly platformCouponMinor: number;
}

/**
 * What is invoiced for an order before refunds, in minor units. A coupon of the shop lowers the price, so it is in no
 * invoice. A coupon of the platform is money that the shop gets from somebody else: whether it belongs to the invoiced
 * price is a rule of the tax office and the platform, so a setting.
 *
 * @example
 * ```ts
 * import { invoiceableMinorOf } from '@aftercare/policies';
 *
 * // Goods for 100.00; the shop gave 5.00, the platform 20.00; the customer paid 75.00.
 * const order = { paidMinor: 7500, platformCouponMinor: 2000 };
 * invoiceableMinorOf(order, 'invoiced'); // => 9500
 * invoiceableMinorOf(order, 'not_invoiced'); // => 7500
 * ```
 */
export function invoiceableMinorOf(
  { paidMinor, platformCouponMinor }: InvoicedOrder,
  platformCoupons: 'invoiced' | 'not_invoiced',
): number {
  return platformCoupons === 'invoiced' ? paidMinor + platformCouponMinor : paidMinor;
}

/** What is left to be invoiced: paid less refunded, in minor units. */
export function leftMinorOf({
  invoiceableMinor,
  refundedMinor,
}: {
  readonly invoiceableMinor: number;
  readonly refundedMinor: number;
}): number {
  return invoiceableMinor - refundedMinor;
}
