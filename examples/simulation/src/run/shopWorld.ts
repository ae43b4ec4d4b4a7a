import {
  type Customer,
  createOrderLog,
  type EpochMillis,
  type Order,
  type ShopCalendar,
} from '@aftercare/core';
import { type GoodsInUse, goodsOf, type OpenCase } from '@aftercare/lifecycle';
import { type Registration, registrationsOf } from '../life/customers.js';
import { type CaseOfCustomer, type OrderEvent, orderLife } from '../life/orderLife.js';
import type { Shop } from '../shops/shop.js';

/** What a shop knows at an instant of its virtual clock: nothing that has not happened by then. */
export class ShopWorld {
  readonly log;
  readonly #calendar: ShopCalendar;
  readonly #daysPerPiece: ReadonlyMap<string, number>;
  readonly #events: readonly OrderEvent[];
  #eventsDone = 0;
  readonly #registrations: readonly Registration[];
  #registrationsDone = 0;
  readonly #cases: readonly CaseOfCustomer[];
  #openCases: ReadonlyMap<string, readonly OpenCase[]> = new Map();
  readonly #customers = new Map<string, Customer>();
  readonly #orders = new Map<string, Map<string, Order>>();
  readonly #goods = new Map<string, readonly GoodsInUse[]>();

  constructor({ orders, currency, daysPerPiece }: Shop, calendar: ShopCalendar) {
    this.log = createOrderLog({ currency, calendar });
    this.#calendar = calendar;
    this.#daysPerPiece = daysPerPiece;
    const lives = orders.map((order) => orderLife(order, calendar));
    // The steps of one order are in order already, and sorting keeps them so.
    this.#events = lives
      .flatMap(({ events }) => events)
      .sort((one, other) => one.at - other.at || compareTexts(one.order.id, other.order.id));
    this.#cases = lives.flatMap((life) => life.case ?? []);
    this.#registrations = registrationsOf(orders, calendar);
  }

  /** All customers who have registered by now. */
  get customers(): ReadonlyMap<string, Customer> {
    return this.#customers;
  }

  /**
   * Lets time pass: what happened up to an instant (included) becomes known.
   *
   * @returns the customers with whom something happened
   */
  advanceTo(now: EpochMillis): ReadonlySet<string> {
    const touched = new Set<string>();
    for (; ; this.#registrationsDone++) {
      const next = this.#registrations[this.#registrationsDone];
      if (next === undefined || next.at > now) break;
      this.#customers.set(next.customer.id, next.customer);
      touched.add(next.customer.id);
    }
    for (; ; this.#eventsDone++) {
      const next = this.#events[this.#eventsDone];
      if (next === undefined || next.at > now) break;
      this.#take(next.order);
      touched.add(next.order.customerId);
    }
    const open = new Map<string, OpenCase[]>();
    for (const { id, customerId, from, to } of this.#cases) {
      if (from <= now && now < to) open.set(customerId, [...(open.get(customerId) ?? []), { id }]);
    }
    for (const id of open.keys()) if (!this.#openCases.has(id)) touched.add(id);
    this.#openCases = open;
    return touched;
  }

  openCasesOf(customerId: string): readonly OpenCase[] | undefined {
    return this.#openCases.get(customerId);
  }

  goodsOf(customerId: string): readonly GoodsInUse[] {
    const known = this.#goods.get(customerId);
    if (known !== undefined) return known;
    const goods = goodsOf(this.#orders.get(customerId)?.values() ?? [], {
      daysPerPiece: this.#daysPerPiece,
      calendar: this.#calendar,
    });
    this.#goods.set(customerId, goods);
    return goods;
  }

  #take(order: Order): void {
    this.log.append(order);
    const orders = this.#orders.get(order.customerId) ?? new Map<string, Order>();
    this.#orders.set(order.customerId, orders.set(order.id, order));
    this.#goods.delete(order.customerId);
  }
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
