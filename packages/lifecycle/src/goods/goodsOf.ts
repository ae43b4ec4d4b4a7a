import type { Order, ShopCalendar } from '@aftercare/core';
import type { GoodsInUse } from './goodsInUse.js';

/** What {@link goodsOf} needs to know beside the orders. */
export interface GoodsOptions {
  /** Days that one piece of a SKU lasts, such as `productRepurchaseCycle` finds them. SKUs that it lacks are left out. */
  readonly daysPerPiece: ReadonlyMap<string, number>;
  readonly calendar: ShopCalendar;
}

/**
 * The goods that a customer has in use, from the customer's orders: the lines of all orders that were signed for and not
 * wholly refunded, of SKUs for which it is known how long a piece lasts.
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 * import { goodsOf } from '@aftercare/lifecycle';
 *
 * const at = '2026-03-01T10:00:00Z';
 * const order = {
 *   id: 'o-1',
 *   customerId: 'c-1',
 *   total: { minor: 3000, currency: 'EUR' },
 *   placedAt: at,
 *   paidAt: at,
 *   signedAt: '2026-03-03T10:00:00Z',
 *   lines: [{ sku: 'tea', quantity: 2, amount: { minor: 3000, currency: 'EUR' } }],
 * };
 * const calendar = createShopCalendar({ timeZone: 'UTC' });
 * goodsOf([order], { daysPerPiece: new Map([['tea', 20]]), calendar });
 * // => [{ sku: 'tea', signedDay: '2026-03-03', pieces: 2, daysPerPiece: 20 }]
 * ```
 */
export function goodsOf(
  orders: Iterable<Order>,
  { daysPerPiece, calendar }: GoodsOptions,
): readonly GoodsInUse[] {
  const goods: GoodsInUse[] = [];
  for (const { lines = [], signedAt, total, refunds = [], cancelledAt } of orders) {
    if (signedAt === undefined || cancelledAt !== undefined) continue;
    const refundedMinor = refunds.reduce((sum, { amount }) => sum + amount.minor, 0);
    if (refundedMinor > 0 && refundedMinor >= total.minor) continue;
    for (const { sku, quantity } of lines) {
      const lasting = daysPerPiece.get(sku);
      if (lasting !== undefined) {
        goods.push({ sku, signedDay: calendar.dayAt(signedAt), pieces: quantity, daysPerPiece: lasting });
      }
    }
  }
  return goods;
}
