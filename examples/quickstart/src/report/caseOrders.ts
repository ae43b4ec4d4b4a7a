import type { Day, Order, OrderLine, ShopCalendar } from '@aftercare/core';
import type { Shop } from './shop.js';

/** Days before the day of the report by which a case is over. */
const CASE_DAYS = 14;

/** An order that a case is about, with the day on which it came. */
export interface DeliveredOrder {
  readonly order: Order;
  /** As the data tell it, or else as assumed. */
  readonly deliveredDay: Day;
}

/** A line of which some pieces come back and one at least stays. */
export interface ReturnedLine extends DeliveredOrder {
  readonly lines: readonly OrderLine[];
  /** The place of the line among the lines, from 0. */
  readonly index: number;
}

/** The latest order that cost more than an amount. */
export function orderAbove(minor: number, shop: Shop): DeliveredOrder | null {
  const order = keptOrders(shop).find(({ total }) => total.minor > minor);
  return order === undefined ? null : { order, deliveredDay: deliveredDay(order, shop.calendar) };
}

/**
 * The latest order with a line of three pieces or more, of which so many cost at most an amount. Orders whose lines do not
 * add up to their total are left out: what a piece was paid for cannot be told.
 */
export function orderOfPieces(pieces: number, mostMinor: number, shop: Shop): ReturnedLine | null {
  for (const order of keptOrders(shop)) {
    const { lines = [], total } = order;
    const sum = lines.reduce((all, { amount }) => all + amount.minor, 0);
    if (sum !== total.minor) continue;
    const index = lines.findIndex(
      ({ quantity, amount }) =>
        quantity > pieces && Math.ceil((amount.minor * pieces) / quantity) <= mostMinor,
    );
    if (index >= 0) return { order, lines, index, deliveredDay: deliveredDay(order, shop.calendar) };
  }
  return null;
}

/** What was paid and kept, the latest first. */
function keptOrders({ source, calendar, asOf, log }: Shop): Order[] {
  const last = calendar.addDays(asOf, -CASE_DAYS);
  return source.orders
    .map(({ order }) => order)
    .filter(
      ({ placedAt, paidAt, cancelledAt, refunds = [], total }) =>
        paidAt !== undefined &&
        cancelledAt === undefined &&
        refunds.length === 0 &&
        total.currency === log.currency &&
        calendar.dayAt(placedAt) <= last,
    )
    .sort((one, other) => (one.placedAt + one.id < other.placedAt + other.id ? 1 : -1));
}

/** The day of signing; where it is not recorded, three days after shipping, or five after the order. */
function deliveredDay({ signedAt, shippedAt, placedAt }: Order, calendar: ShopCalendar): Day {
  if (signedAt !== undefined) return calendar.dayAt(signedAt);
  if (shippedAt !== undefined) return calendar.addDays(calendar.dayAt(shippedAt), 3);
  return calendar.addDays(calendar.dayAt(placedAt), 5);
}
