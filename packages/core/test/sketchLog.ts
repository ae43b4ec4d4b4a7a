import {
  createOrderLog,
  createShopCalendar,
  type Order,
  type OrderLine,
  type OrderLog,
} from '@aftercare/core';

/** An order in as few words as a test needs; all else of an {@link Order} may be given too. */
export interface OrderSketch extends Partial<Omit<Order, 'lines' | 'total'>> {
  readonly customerId: string;
  /** The day it was placed and paid, at noon UTC. */
  readonly day: string;
  /** The total; absent: 1000. */
  readonly minor?: number;
  /** How much of it went back; absent: nothing. */
  readonly refundedMinor?: number;
  /** Absent: it is paid. */
  readonly unpaid?: boolean;
  /** Pieces by SKU. */
  readonly pieces?: Readonly<Record<string, number>>;
}

/** A log of euros in UTC that holds these orders. An order without an id gets its place in the list. */
export function sketchLog(sketches: readonly OrderSketch[], timeZone = 'UTC'): OrderLog {
  const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone }) });
  for (const [index, sketch] of sketches.entries())
    log.append(sketchedOrder({ id: `o-${index}`, ...sketch }));
  return log;
}

/** The order of a sketch that has an id. */
export function sketchedOrder(sketch: OrderSketch & { readonly id: string }): Order {
  const { day, minor = 1000, refundedMinor = 0, unpaid = false, pieces, ...rest } = sketch;
  const at = `${day}T12:00:00Z`;
  const euros = (amountMinor: number) => ({ minor: amountMinor, currency: 'EUR' });
  const lines = Object.entries(pieces ?? {}).map(
    ([sku, quantity]): OrderLine => ({ sku, quantity, amount: euros(0) }),
  );
  return {
    total: euros(minor),
    placedAt: at,
    ...(unpaid ? {} : { paidAt: at }),
    ...(lines.length === 0 ? {} : { lines }),
    ...(refundedMinor === 0
      ? {}
      : { refunds: [{ id: `r-${sketch.id}`, amount: euros(refundedMinor), refundedAt: at }] }),
    ...rest,
  };
}
