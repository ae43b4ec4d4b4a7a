import {
  type CoreIssue,
  type CoreResult,
  type Customer,
  closest,
  dayNumberOf,
  formatIssue,
  instantOf,
  type Order,
  parseDecimalMoney,
  parseOrder,
  type ShopCalendar,
  showValue,
} from '@aftercare/core';
import { type CsvRow, readCsv } from './csv.js';
import { CUSTOMER_COLUMNS, customerOf } from './customerCells.js';
import { type OrderSource, type RejectedLine, type SourcedOrder, UnreadableFile } from './orderSource.js';

const REQUIRED = ['order_id', 'customer_id', 'placed_at', 'total'] as const;
const OPTIONAL = [
  'currency',
  'paid_at',
  'shipped_at',
  'signed_at',
  'completed_at',
  'cancelled_at',
  'payment_method',
  'refunded',
  'refunded_at',
  'flags',
] as const;
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];
const MAY_BE_THERE: readonly string[] = [...OPTIONAL, ...CUSTOMER_COLUMNS];

/** Which column a part of an order comes from, for messages. */
const COLUMN_OF: Readonly<Record<string, Column>> = {
  id: 'order_id',
  customerId: 'customer_id',
  total: 'total',
  placedAt: 'placed_at',
  paidAt: 'paid_at',
  shippedAt: 'shipped_at',
  signedAt: 'signed_at',
  completedAt: 'completed_at',
  cancelledAt: 'cancelled_at',
  paymentMethod: 'payment_method',
  refunds: 'refunded',
  flags: 'flags',
};

/** What the file does not say of its orders. */
export interface OrdersCsvOptions {
  /** Its days are days of this calendar's zone. */
  readonly calendar: ShopCalendar;
  /** ISO 4217 code of the amounts in rows without a currency. */
  readonly currency: string;
}

/**
 * Reads a shop's own CSV file, one order a line. Columns, in any order:
 *
 * - `order_id`, `customer_id`: as the shop names them;
 * - `placed_at`: a day (`2017-12-30`, in the shop's zone) or an instant with an offset (`2017-12-30T14:05:00+08:00`);
 * - `total`: a decimal text such as `12.50`, zero or more;
 * - and if the shop has them: `currency`; `paid_at` (without this column, orders count as paid when placed; with it, an
 *   empty cell is an unpaid order), `shipped_at`, `signed_at`, `completed_at`, `cancelled_at`; `payment_method` (`prepaid`
 *   or `cash_on_delivery`); `refunded` (an amount) with `refunded_at`; `flags` (such as `fake_order;distributor`);
 * - and of the customer, on any of the lines, where the last cell that is not empty counts: `customer_name`; `birthday`
 *   (`1990-05-17`, `05-17`, `lunar 08-15`); `region`; `time_zone`; `marketing_consent` (`yes` or `no`, for all channels).
 */
export function readOrdersCsv(name: string, text: string, options: OrdersCsvOptions): OrderSource {
  const { columns, rows, rejected } = readCsv(text);
  checkColumns(columns);
  const orders: SourcedOrder[] = [];
  const customers = new Map<string, Customer>();
  const problems: RejectedLine[] = [...rejected];
  const paidWhenPlaced = !columns.includes('paid_at');
  for (const row of rows) {
    const order = orderOf(row, options, paidWhenPlaced);
    const customer = customerOf(row);
    if (Array.isArray(order) || Array.isArray(customer)) {
      const sentences = [order, customer].flatMap((result) => (Array.isArray(result) ? result : []));
      // A customer without an id is told by the order already.
      problems.push(...Array.from(new Set(sentences), (problem) => ({ line: row.line, problem })));
      continue;
    }
    orders.push({ line: row.line, order });
    customers.set(customer.id, { ...customers.get(customer.id), ...customer });
  }
  problems.sort((a, b) => a.line - b.line);
  return {
    name,
    lineCount: rows.length + rejected.length,
    orders,
    customers: [...customers.values()],
    deliveriesRecorded: columns.includes('signed_at'),
    consentsRecorded: columns.includes('marketing_consent'),
    shopName: { en: 'Our shop', 'zh-CN': '本店' },
    rejected: problems,
  };
}

function checkColumns(columns: readonly string[]): void {
  const known: readonly string[] = [...REQUIRED, ...MAY_BE_THERE];
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !known.includes(column));
  const doubled = columns.filter((column, index) => columns.indexOf(column) !== index);
  const problems = [
    ...missing.map((column) => `the column "${column}" is missing`),
    ...unknown.map((column) => {
      const suggestion = closest(column, known);
      return `the column "${column}" is not known${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}`;
    }),
    ...doubled.map((column) => `the column "${column}" is there twice`),
  ];
  if (problems.length === 0) return;
  throw new UnreadableFile(
    [
      `line 1: ${problems.join('; ')}.`,
      `Columns that must be there: ${REQUIRED.join(', ')}.`,
      `Columns that may be there: ${MAY_BE_THERE.join(', ')}.`,
    ].join('\n'),
  );
}

/** The order of a row, or the sentences that say why it is none. */
function orderOf({ cells }: CsvRow, options: OrdersCsvOptions, paidWhenPlaced: boolean): Order | string[] {
  const cell = (column: Column): string | undefined => cells[column] || undefined;
  const instant = (column: Column) => instantText(cell(column), options.calendar);
  const currency = cell('currency') ?? options.currency;
  const total = parseDecimalMoney(cell('total') ?? '', currency);
  const refunded =
    cell('refunded') === undefined ? undefined : parseDecimalMoney(cell('refunded') ?? '', currency);
  const problems = [...problemsOf('total', total), ...problemsOf('refunded', refunded)];
  if (!total.ok || problems.length > 0) return problems;
  const refund = refunded?.ok
    ? { id: 'refund', amount: refunded.value, refundedAt: instant('refunded_at') }
    : undefined;
  const order = parseOrder(
    withoutUndefined({
      id: cell('order_id'),
      customerId: cell('customer_id'),
      total: total.value,
      placedAt: instant('placed_at'),
      paidAt: instant('paid_at'),
      shippedAt: instant('shipped_at'),
      signedAt: instant('signed_at'),
      completedAt: instant('completed_at'),
      cancelledAt: instant('cancelled_at'),
      paymentMethod: cell('payment_method'),
      refunds: refund === undefined ? undefined : [withoutUndefined(refund)],
      flags: cell('flags')?.split(';'),
    }),
  );
  if (!order.ok) {
    return order.issues.map((issue) => {
      const column = columnOf(issue);
      return `${column}: ${sentenceOf(issue, cell(column) ?? '')}`;
    });
  }
  return paidWhenPlaced ? { ...order.value, paidAt: order.value.placedAt } : order.value;
}

function problemsOf(column: Column, result: CoreResult<unknown> | undefined): string[] {
  if (result === undefined || result.ok) return [];
  return result.issues.map((issue) => `${column}: ${formatIssue(issue, 'en')}`);
}

/** In a file a day will do where an order has an instant, and amounts are decimals and not minor units. */
function sentenceOf(issue: CoreIssue, cell: string): string {
  if (issue.code === 'invalid_instant') {
    return `Expected an existing day like 2017-12-30, or an instant with an offset, and received ${issue.details.received}.`;
  }
  if (issue.code === 'out_of_range' && issue.path.at(-1) === 'minor') {
    const least = issue.path[0] === 'refunds' ? 'an amount above zero' : 'an amount of zero or more';
    return `Expected ${least} and received ${showValue(cell)}.`;
  }
  return formatIssue(issue, 'en');
}

function columnOf({ path }: CoreIssue): Column {
  if (path.includes('refundedAt')) return 'refunded_at';
  return COLUMN_OF[String(path[0])] ?? 'order_id';
}

/** An instant stays as it is; a day becomes its first moment in the shop's zone. What is neither is told by the parser. */
function instantText(text: string | undefined, calendar: ShopCalendar): string | undefined {
  if (text === undefined || dayNumberOf(text) === undefined) return text;
  return instantOf(calendar.startOfDay(text));
}

/** Leaves out the keys without a value: in an order, an absent key and a key that is undefined are not the same. */
function withoutUndefined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
