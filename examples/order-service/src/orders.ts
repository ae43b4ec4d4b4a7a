import { createShopCalendar, type Instant } from '@aftercare/core';
import {
  type Case,
  type CompensationShape,
  type DataOf,
  type HostFactsOf,
  type ReturnShape,
  returnsSoFar,
} from '@aftercare/policies';
import type { PGlite } from '@electric-sql/pglite';

export const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });

/** An order as it stands in the shop's tables. */
export interface Order {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly paidMinor: number;
  readonly freightMinor: number;
  readonly refundedMinor: number;
  readonly deliveredAt: Instant | null;
  readonly lines: readonly {
    readonly lineId: string;
    readonly sku: string;
    readonly pieces: number;
    readonly priceMinor: number;
  }[];
}

export async function readOrder(database: PGlite, id: string): Promise<Order | undefined> {
  const { rows } = await database.query<Omit<Order, 'deliveredAt'> & { deliveredAt: Date | null }>(
    `SELECT id, customer_id AS "customerId", currency, paid_minor AS "paidMinor", freight_minor AS "freightMinor",
            refunded_minor AS "refundedMinor", delivered_at AS "deliveredAt",
            (SELECT json_agg(json_build_object('lineId', line_id, 'sku', sku, 'pieces', pieces, 'priceMinor', price_minor)
                             ORDER BY line_id)
             FROM order_lines WHERE order_id = id) AS lines
     FROM orders WHERE id = $1`,
    [id],
  );
  const [order] = rows;
  return order && { ...order, deliveredAt: order.deliveredAt?.toISOString() ?? null };
}

/** What compensation must know of an order. */
export function compensationFacts(order: Order, now: Instant): HostFactsOf<CompensationShape> {
  return {
    ...factsOfOrder(order),
    lines: order.lines.map(({ lineId, priceMinor }) => ({ id: lineId, paidMinor: priceMinor })),
    daysSinceDelivery:
      order.deliveredAt === null
        ? null
        : calendar.daysBetween(calendar.dayAt(order.deliveredAt), calendar.dayAt(now)),
  };
}

/** What a return must know of an order. This shop has no promotions, coupons or gifts. */
export function returnFacts(
  order: Order,
  _now: Instant,
  returns: readonly Case<DataOf<ReturnShape>>[],
): HostFactsOf<ReturnShape> {
  return {
    ...factsOfOrder(order),
    lines: order.lines.map((line) => ({
      ...line,
      shipping: order.deliveredAt === null ? 'shipped' : 'delivered',
      deliveredAt: order.deliveredAt,
      excludedAs: null,
      exclusionConfirmed: false,
    })),
    otherTenders: { coupon: 0, points: 0, gift_value: 0 },
    promotions: [],
    gifts: [],
    outbound: { costMinor: order.freightMinor, paidBy: order.freightMinor > 0 ? 'customer' : 'shop' },
    returns: returnsSoFar(returns),
    freightInsured: false,
  };
}

function factsOfOrder({ id, customerId, paidMinor, currency, refundedMinor }: Order) {
  return { orderId: id, customerId, paid: { minor: paidMinor, currency }, refundedMinor };
}
