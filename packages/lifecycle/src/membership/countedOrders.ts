import {
  type CustomerIndex,
  customerIndexOf,
  type OrderLog,
  orderFlagBits,
  orderStatusBits,
} from '@aftercare/core';
import type { CountedOrder } from './countByDay.js';
import type { MembershipProgram } from './membershipProgram.js';

/** Reads what counts of each customer's orders out of the columns of a log. */
export class CountedOrders {
  readonly #log: OrderLog;
  readonly #index: CustomerIndex;
  readonly #asOf: number;
  readonly #rejectedStatus: number;
  /** Null: an order counts when it is paid. */
  readonly #daysAfterDelivery: number | null;
  countedOrders = 0;
  waitingOrders = 0;

  constructor(log: OrderLog, { counting }: MembershipProgram, asOf: number) {
    this.#log = log;
    this.#index = customerIndexOf(log);
    this.#asOf = asOf;
    this.#rejectedStatus = counting.exclude.reduce(
      (bits, flag) => bits | orderFlagBits[flag],
      orderStatusBits.cancelled | orderStatusBits.wholly_refunded,
    );
    this.#daysAfterDelivery = counting.orders === 'paid' ? null : counting.daysAfterDelivery;
  }

  /** What counts of a customer's orders by the day. */
  of(customer: number): CountedOrder[] {
    const { starts, rows, days } = this.#index;
    const { status, totalMinor, refundedMinor } = this.#log.columns;
    const counted: CountedOrder[] = [];
    const end = starts[customer + 1] ?? 0;
    for (let at = starts[customer] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      const purchaseDay = days[at] ?? 0;
      if (purchaseDay > this.#asOf) break;
      if (((status[row] ?? 0) & this.#rejectedStatus) !== 0) continue;
      const day = this.#dayOf(row, purchaseDay);
      if (day > this.#asOf) {
        this.waitingOrders++;
        continue;
      }
      counted.push({ purchaseDay, day, amountMinor: (totalMinor[row] ?? 0) - (refundedMinor?.[row] ?? 0) });
    }
    this.countedOrders += counted.length;
    return counted;
  }

  /** The day on which an order counts; infinite while it is not signed for. */
  #dayOf(row: number, purchaseDay: number): number {
    if (this.#daysAfterDelivery === null) return purchaseDay;
    const signedAt = this.#log.columns.signedAt?.[row] ?? Number.NaN;
    if (Number.isNaN(signedAt)) return Number.POSITIVE_INFINITY;
    return Math.max(purchaseDay, this.#log.calendar.dayNumberAt(signedAt) + this.#daysAfterDelivery);
  }
}
