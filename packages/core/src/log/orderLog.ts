import type { ShopCalendar } from '../calendar/index.js';
import type { Order } from '../domain/index.js';
import { AftercareError, type IssuePath, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import { isCurrency } from '../money/index.js';
import { type Day, dayOfNumber } from '../time/index.js';
import { CustomerRows } from './customerRows.js';
import { IdArena } from './idArena.js';
import { type AppendOutcome, Ingest, type IngestOptions, type IngestReport } from './ingest.js';
import { type LoggedOrder, loggedOrder } from './loggedOrder.js';
import type { OrderColumns } from './orderColumns.js';
import { OrderEntry } from './orderEntry.js';
import { refusalOf } from './orderRefusal.js';
import { OrderRows } from './orderRows.js';

/** What an {@link OrderLog} needs to know of the shop. */
export interface OrderLogOptions {
  /** ISO 4217 code of the one currency of all its orders. */
  readonly currency: string;
  /** Tells on which day of the shop a purchase was. */
  readonly calendar: ShopCalendar;
}

/**
 * Makes an empty {@link OrderLog}.
 *
 * @throws {@link AftercareError} `unknown_currency`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'CNY', calendar: createShopCalendar({ timeZone: 'Asia/Shanghai' }) });
 * const order = {
 *   id: 'o-1',
 *   customerId: 'c-1',
 *   total: { minor: 12_50, currency: 'CNY' },
 *   placedAt: '2026-03-01T23:50:00+08:00',
 * };
 * log.append(order); // => 'added'
 * log.append(order); // => 'unchanged'
 * log.append({ ...order, paidAt: '2026-03-02T00:10:00+08:00' }); // => 'replaced'
 * log.ordersOf('c-1').map(({ id, purchaseDay }) => [id, purchaseDay]); // => [['o-1', '2026-03-02']]
 * ```
 */
export function createOrderLog({ currency, calendar }: OrderLogOptions): OrderLog {
  if (!isCurrency(currency)) {
    const details = { currency: showValue(currency) };
    throw new AftercareError([coreIssues.create('unknown_currency', ['currency'], details)]);
  }
  return new OrderLog(currency, calendar);
}

/**
 * All orders of a shop, or of a shard of its customers, in columns: what metrics run on. Orders come in any order of time,
 * and again whenever they change; no figure depends on the order in which they came.
 *
 * Of each order it keeps what figures need: ids, when it was placed, purchased and signed for, its total, what was
 * refunded, its flags, its lines. Made by {@link createOrderLog}.
 */
export class OrderLog {
  readonly currency: string;
  readonly calendar: ShopCalendar;
  readonly #orderIds = new IdArena();
  readonly #customerIds = new IdArena();
  readonly #rows = new OrderRows();
  /** Made at the first question about one customer. */
  #customerRows: CustomerRows | undefined;
  /** Numbers of erased customers; their rows stay. */
  readonly #erased = new Set<number>();
  /** Numbers of customers whose orders have all moved to other customers. */
  readonly #deserted = new Set<number>();
  #entry = new OrderEntry();
  #revision = 0;
  #columns: OrderColumns | undefined;

  /** @internal */
  constructor(currency: string, calendar: ShopCalendar) {
    this.currency = currency;
    this.calendar = calendar;
  }

  /** How many orders there are, those of erased customers included. */
  get orderCount(): number {
    return this.#rows.count;
  }

  /** How many customers have an order, erased ones included. */
  get customerCount(): number {
    return this.#customerIds.count - this.#deserted.size;
  }

  /** Grows with every change: what was derived from the log holds as long as this is the same. */
  get revision(): number {
    return this.#revision;
  }

  /** The day of the last purchase, counted by a metric or not; null when there is none. */
  get lastPurchaseDay(): Day | null {
    const day = this.#rows.lastPurchaseDay;
    return day === undefined ? null : dayOfNumber(day);
  }

  /** The orders as columns, as they are now; a later change needs asking again. */
  get columns(): OrderColumns {
    this.#columns ??= this.#rows.columns(this.#customerIds.count);
    return this.#columns;
  }

  /**
   * Takes an order in. One with an id that the log knows replaces the earlier one, or is `unchanged` when it tells nothing
   * else. Costs the same on average, however long the log is.
   *
   * @param order - a parsed order: its types are trusted, not what would corrupt the log
   *
   * @throws {@link AftercareError} with the issues of `parseOrder` (among them `invalid_instant` and `unsafe_amount`),
   * `currency_mismatch` for another currency than the log's, `customer_erased` for an order of an erased customer.
   */
  append(order: Order): AppendOutcome {
    const entry = this.#entry;
    if (!entry.read(order, this.currency, this.calendar))
      throw new AftercareError(refusalOf(order, this.currency));
    const orderCount = this.#rows.count;
    const row = this.#orderIds.intern(entry.id);
    if (row < orderCount) return this.#replace(row, entry);
    const customer = this.#customerIds.intern(entry.customerId);
    this.#rows.write(row, customer, entry);
    this.#customerRows?.add(customer, row);
    if (this.#deserted.size > 0) this.#deserted.delete(customer);
    this.#changed();
    return 'added';
  }

  /**
   * Takes in all records that are orders, and lists every other one with its place and what is wrong with it. Never throws
   * for a record.
   *
   * @example
   * ```ts
   * import { createOrderLog, createShopCalendar } from '@aftercare/core';
   *
   * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'Europe/Berlin' }) });
   * const good = {
   *   id: 'o-1',
   *   customerId: 'c-1',
   *   total: { minor: 990, currency: 'EUR' },
   *   placedAt: '2026-03-01T10:00:00Z',
   * };
   * const report = log.addAll([good, { ...good, id: 'o-2', placedAt: '2026-02-30T10:00:00Z' }]);
   * report.added; // => 1
   * report.rejected.map(({ index, id, issues }) => [index, id, issues[0].code]); // => [[1, 'o-2', 'invalid_instant']]
   * ```
   */
  addAll(records: Iterable<unknown>, options: IngestOptions = {}): IngestReport {
    const ingest = new Ingest((order) => this.append(order), options);
    for (const record of records) ingest.take(record);
    return ingest.report();
  }

  /** {@link OrderLog.addAll} for records that come one after the other: rows of a query, lines of a file. */
  async addAllAsync(records: AsyncIterable<unknown>, options: IngestOptions = {}): Promise<IngestReport> {
    const ingest = new Ingest((order) => this.append(order), options);
    for await (const record of records) ingest.take(record);
    return ingest.report();
  }

  /** The ids of all customers that have an order and were not erased, in no order that means anything. */
  *customerIds(): Generator<string, void, undefined> {
    for (let customer = 0; customer < this.#customerIds.count; customer++) {
      const id = this.customerIdOf(customer);
      if (id !== undefined) yield id;
    }
  }

  /** Whether a customer has an order here and was not erased. */
  hasCustomer(customerId: string): boolean {
    return this.customerNumberOf(customerId) !== undefined;
  }

  /** The number of a customer in `columns.customer`; `undefined` when the customer has no order here. */
  customerNumberOf(customerId: string): number | undefined {
    const customer = this.#customerIds.find(customerId);
    return customer === -1 || this.#deserted.has(customer) ? undefined : customer;
  }

  /** The id of a customer's number; `undefined` for one that was erased or has no order. */
  customerIdOf(customer: number): string | undefined {
    const isKnown =
      customer < this.#customerIds.count && !this.#erased.has(customer) && !this.#deserted.has(customer);
    return isKnown ? this.#customerIds.textOf(customer) : undefined;
  }

  /** The id of the order of a row of `columns`. */
  orderIdOf(row: number): string {
    return this.#orderIds.textOf(row);
  }

  /**
   * The orders of a customer by the time they were placed, equal times by id; empty for a customer that the log does not
   * know. Costs what the customer's orders cost, however many others were appended since the last question; the first
   * question of all goes through the whole log once.
   */
  ordersOf(customerId: string): LoggedOrder[] {
    const customer = this.#customerIds.find(customerId);
    if (customer === -1) return [];
    const orders = this.#rowsOfCustomers()
      .rowsOf(customer)
      .map((row) => loggedOrder(this.columns, row, this.orderIdOf(row), customerId, this.currency));
    return orders.sort((a, b) => compareTexts(a.placedAt, b.placedAt) || compareTexts(a.id, b.id));
  }

  /**
   * Forgets who a customer is: the id is overwritten, and their orders cannot be found by it any more. The orders
   * themselves stay, so that no total changes; sent again, they are refused with `customer_erased`. A new order with the
   * same customer id begins a new customer.
   *
   * @returns whether the log knew the customer
   */
  eraseCustomer(customerId: string): boolean {
    const customer = this.#customerIds.find(customerId);
    if (customer === -1) return false;
    const known = !this.#deserted.has(customer);
    this.#customerIds.forget(customer);
    this.#erased.add(customer);
    // The last order read may have been theirs.
    this.#entry = new OrderEntry();
    this.#changed();
    return known;
  }

  /**
   * Copies all orders of another log to this one; for `mergeOrderLogs`.
   *
   * @throws {@link AftercareError} `logs_do_not_fit` when both logs have an order or a customer in common, in which case
   * this log is good for nothing any more.
   *
   * @internal
   */
  absorb(other: OrderLog, path: IssuePath): void {
    const misfit = (what: 'customer' | 'order', received: string) =>
      new AftercareError([coreIssues.create('logs_do_not_fit', path, { what, received })]);
    const theirCustomers = other.#customerIds.count;
    // Their numbers to ours; most customers have several orders and are looked up once.
    const customers = new Uint32Array(theirCustomers);
    for (let theirs = 0; theirs < theirCustomers; theirs++) {
      if (other.#deserted.has(theirs)) continue;
      const erased = other.#erased.has(theirs);
      const known = this.#customerIds.count;
      const ours = erased
        ? this.#customerIds.skip()
        : this.#customerIds.internFrom(other.#customerIds, theirs);
      if (ours < known) throw misfit('customer', other.#customerIds.textOf(theirs));
      if (erased) this.#erased.add(ours);
      customers[theirs] = ours;
    }
    for (let row = 0; row < other.#rows.count; row++) {
      const known = this.#rows.count;
      const ours = this.#orderIds.internFrom(other.#orderIds, row);
      if (ours < known) throw misfit('order', other.#orderIds.textOf(row));
      const customer = customers[other.#rows.customerOf(row)] ?? 0;
      this.#rows.copy(customer, other.#rows, row);
      this.#customerRows?.add(customer, ours);
    }
    this.#changed();
  }

  #replace(row: number, entry: OrderEntry): AppendOutcome {
    const former = this.#rows.customerOf(row);
    if (this.#erased.has(former))
      throw new AftercareError([coreIssues.create('customer_erased', ['customerId'], { orderId: entry.id })]);
    const customer = this.#customerIds.intern(entry.customerId);
    if (this.#rows.holds(row, customer, entry)) return 'unchanged';
    if (customer !== former) this.#move(row, former, customer);
    this.#rows.write(row, customer, entry);
    this.#changed();
    return 'replaced';
  }

  #move(row: number, former: number, customer: number): void {
    const customerRows = this.#rowsOfCustomers();
    customerRows.remove(former, row);
    customerRows.add(customer, row);
    if (!customerRows.has(former)) this.#deserted.add(former);
    this.#deserted.delete(customer);
  }

  #rowsOfCustomers(): CustomerRows {
    this.#customerRows ??= new CustomerRows(this.columns.customer);
    return this.#customerRows;
  }

  #changed(): void {
    this.#revision++;
    this.#columns = undefined;
  }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
