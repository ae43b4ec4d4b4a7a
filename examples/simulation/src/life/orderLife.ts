import { type EpochMillis, instantOf, type Order, type ShopCalendar } from '@aftercare/core';
import type { OrderOfDay } from '../shops/shop.js';
import { chance } from './chance.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Shares of the orders to which something happens that the data do not tell of. */
export const orderShares = { paidLate: 0.1, deliveredLate: 0.05, refunded: 0.04 };

/** Days that things take that the data do not tell of. */
export const orderDays = { latePayment: 2, delivery: 2, lateDelivery: 9, untilCase: 1, untilRefund: 4 };

/** An order as it stands from an instant on. */
export interface OrderEvent {
  readonly at: EpochMillis;
  readonly order: Order;
}

/** An after-sales case of a customer, open in `[from, to)`. */
export interface CaseOfCustomer {
  readonly id: string;
  readonly customerId: string;
  readonly from: EpochMillis;
  readonly to: EpochMillis;
}

/** What becomes of an order, one step after the other. */
export interface OrderLife {
  readonly events: readonly OrderEvent[];
  readonly case?: CaseOfCustomer;
}

/** Lets an order be placed, paid, shipped and signed for, and a few of them come back. */
export function orderLife(source: OrderOfDay, calendar: ShopCalendar): OrderLife {
  const { id, customerId, total } = source;
  const happens = (share: keyof typeof orderShares) => chance(share, id) < orderShares[share];
  // Not within the last hour, which a day of 23 hours lacks.
  const placed = calendar.startOfDay(source.day) + Math.floor(chance('placed', id) * 23 * HOUR);
  const paid = happens('paidLate') ? placed + orderDays.latePayment * DAY : placed;
  const shipped = Math.max(calendar.startOfDay(source.shippedDay) + 16 * HOUR, paid + HOUR);
  const daysUnderWay = happens('deliveredLate') ? orderDays.lateDelivery : orderDays.delivery;
  const signed = shipped + daysUnderWay * DAY;

  const order: Order = { id, customerId, total, placedAt: instantOf(placed), lines: [...source.lines] };
  const paidOrder: Order = { ...order, paidAt: instantOf(paid) };
  const signedOrder: Order = { ...paidOrder, shippedAt: instantOf(shipped), signedAt: instantOf(signed) };
  const events: OrderEvent[] = [
    { at: placed, order: paid === placed ? paidOrder : order },
    ...(paid === placed ? [] : [{ at: paid, order: paidOrder }]),
    { at: signed, order: signedOrder },
  ];
  if (!happens('refunded') || total.minor === 0) return { events };
  const refundedAt = signed + orderDays.untilRefund * DAY;
  const refunds = [{ id: `${id}-refund`, amount: total, refundedAt: instantOf(refundedAt) }];
  return {
    events: [...events, { at: refundedAt, order: { ...signedOrder, refunds } }],
    case: { id: `${id}-case`, customerId, from: signed + orderDays.untilCase * DAY, to: refundedAt },
  };
}
