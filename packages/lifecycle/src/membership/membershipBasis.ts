import {
  AftercareError,
  type Day,
  dayOfNumber,
  type EpochMillis,
  epochMillisOf,
  type Instant,
  type Order,
  type ShopCalendar,
  showValue,
} from '@aftercare/core';
import { lifecycleIssues } from '../issues/index.js';
import { type CountedOrder, countByDay } from './countByDay.js';
import type { MembershipProgram } from './membershipProgram.js';

/** What counted on a day. */
export interface CountedDay {
  readonly day: Day;
  readonly amountMinor: number;
  /** Purchases; orders of one day of purchase are one. */
  readonly purchases: number;
}

/** What a tier is assessed by: plain JSON, in order of days. */
export interface MembershipBasis {
  readonly currency: string;
  /** Without anything that was refunded, whenever that was. */
  readonly counted: readonly CountedDay[];
  /** As it was when it counted: with what was refunded on that day or later. */
  readonly countedAtFirst: readonly CountedDay[];
}

/**
 * What the orders of one customer count for in a programme. An order counts on the shop day on which it is completed (or
 * paid, where the programme says so), with its total less refunds; wholly refunded it is no purchase any more. Orders of one
 * day of purchase are one purchase, which counts with the first of them.
 *
 * @param orders - of one customer, each once, as it is now
 * @throws `AftercareError` `currency_mismatch` for an order in another currency than the programme's; `invalid_instant`
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 * import { defaultMembershipProgram, membershipBasis } from '@aftercare/lifecycle';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const order = {
 *   id: 'o-1',
 *   customerId: 'ann',
 *   total: { minor: 300_00, currency: 'CNY' },
 *   placedAt: '2026-03-01T10:00:00+08:00',
 *   paidAt: '2026-03-01T10:05:00+08:00',
 *   signedAt: '2026-03-04T09:00:00+08:00',
 * };
 * membershipBasis([order], defaultMembershipProgram, calendar).counted;
 * // => [{ day: '2026-03-11', amountMinor: 30000, purchases: 1 }]
 * ```
 */
export function membershipBasis(
  orders: readonly Order[],
  program: MembershipProgram,
  calendar: ShopCalendar,
): MembershipBasis {
  const counted: CountedOrder[] = [];
  const countedAtFirst: CountedOrder[] = [];
  for (const order of orders) {
    const days = daysOf(order, program, calendar);
    if (days === undefined) continue;
    const before = (at: Instant) => calendar.dayNumberAt(millisOf(at)) < days.day;
    const refunds = order.refunds ?? [];
    take(counted, order, days, refunds);
    take(
      countedAtFirst,
      order,
      days,
      refunds.filter(({ refundedAt }) => before(refundedAt)),
    );
  }
  return {
    currency: program.currency,
    counted: daysCounted(counted),
    countedAtFirst: daysCounted(countedAtFirst),
  };
}

type OrderDays = Pick<CountedOrder, 'day' | 'purchaseDay'>;

/** When an order counts; `undefined`: not, or not yet. */
function daysOf(order: Order, program: MembershipProgram, calendar: ShopCalendar): OrderDays | undefined {
  const { currency } = order.total;
  if (currency !== program.currency) {
    const details = { expected: program.currency, received: currency };
    throw new AftercareError([lifecycleIssues.create('currency_mismatch', ['orders', 'total'], details)]);
  }
  const { counting } = program;
  const purchasedAt = order.paymentMethod === 'cash_on_delivery' ? order.signedAt : order.paidAt;
  if (purchasedAt === undefined || order.cancelledAt !== undefined) return undefined;
  if (order.flags?.some((flag) => counting.exclude.includes(flag))) return undefined;
  const dayOf = (at: Instant) => calendar.dayNumberAt(millisOf(at));
  const purchaseDay = dayOf(purchasedAt);
  if (counting.orders === 'paid') return { purchaseDay, day: purchaseDay };
  const { completedAt, signedAt } = order;
  if (completedAt !== undefined) return { purchaseDay, day: Math.max(purchaseDay, dayOf(completedAt)) };
  if (signedAt === undefined) return undefined;
  return { purchaseDay, day: Math.max(purchaseDay, dayOf(signedAt) + counting.daysAfterDelivery) };
}

function take(
  counted: CountedOrder[],
  { total }: Order,
  days: OrderDays,
  refunds: NonNullable<Order['refunds']>,
): void {
  const refundedMinor = refunds.reduce((sum, { amount }) => sum + amount.minor, 0);
  if (refundedMinor > 0 && refundedMinor >= total.minor) return;
  counted.push({ ...days, amountMinor: total.minor - refundedMinor });
}

function daysCounted(orders: CountedOrder[]): CountedDay[] {
  const { count, days, amountMinor, purchases } = countByDay(orders);
  return Array.from({ length: count }, (_, at) => ({
    day: dayOfNumber(days[at] ?? 0),
    amountMinor: amountMinor[at] ?? 0,
    purchases: purchases[at] ?? 0,
  }));
}

function millisOf(at: Instant): EpochMillis {
  const millis = epochMillisOf(at);
  if (millis !== undefined) return millis;
  throw new AftercareError([
    lifecycleIssues.create('invalid_instant', ['orders'], { received: showValue(at) }),
  ]);
}
