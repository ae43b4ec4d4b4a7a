import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Order, OrderLine } from '@aftercare/core';

/** The folders of order histories and of figures to compare with; `undefined` where the machine has none. */
const datasets = process.env.AFTERCARE_DATASETS;
const oracles = process.env.AFTERCARE_ORACLES;

/** Said in the name of a suite that is skipped without them. */
export const NEEDS_DATASETS = 'skipped unless AFTERCARE_DATASETS and AFTERCARE_ORACLES name folders';
export const hasDatasets = datasets !== undefined && oracles !== undefined;

const CENTS = { currency: 'USD' };
const PENCE = { currency: 'GBP' };

/**
 * The CDNOW orders, in dollars: one line of the file is one order. Its days have no time, so each order is placed and paid
 * at noon UTC and belongs in a log with a calendar of UTC. Every disc is a piece of the SKU `cd`.
 */
export function readCdnow(which: 'master' | 'sample'): Order[] {
  const text = readFileSync(join(folder(datasets), 'cdnow', `CDNOW_${which}.txt`), 'utf8');
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    // The master file begins with a line of column names; both end with an empty line.
    .filter(([customer]) => /^\d+$/.test(customer ?? ''));
  return rows.map((fields, index) => {
    // The sample has its own customer number behind that of the master.
    const [quantity = '', dollars = ''] = fields.slice(-2);
    const [customerId = ''] = fields;
    const day = fields.at(-3) ?? '';
    const at = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}T12:00:00Z`;
    const amount = { minor: Math.round(Number(dollars) * 100), ...CENTS };
    const lines = [{ sku: 'cd', quantity: Number(quantity), amount }];
    return { id: `${which}-${index}`, customerId, total: amount, placedAt: at, paidAt: at, lines };
  });
}

/** What {@link readOnlineRetail} read. */
export interface OnlineRetail {
  /** Lines of the file that were kept. */
  readonly lineCount: number;
  readonly orders: readonly Order[];
}

/**
 * The Online Retail orders, in pounds: one invoice is one order, placed and paid at the earliest time of its kept lines,
 * taken for UTC. Kept is a line whose invoice number does not begin with C (those are cancellations), whose quantity and
 * unit price are above zero and that has a customer. SKUs are the stock codes letter by letter. The amount of a line is its
 * quantity times its unit price, rounded half up to the penny, since a few prices have tenths of one.
 */
export function readOnlineRetail(): OnlineRetail {
  const file = readFileSync(join(folder(datasets), 'online-retail', 'online_retail.csv.gz'));
  const invoices = new Map<string, { customerId: string; time: string; lines: OrderLine[] }>();
  let lineCount = 0;
  for (const line of gunzipSync(file).toString('utf8').split('\n').slice(1)) {
    const [invoice = '', sku = '', , quantity = '', time = '', price = '', customer = ''] = fieldsOf(line);
    if (invoice.startsWith('C') || !(Number(quantity) > 0) || !(Number(price) > 0) || customer === '')
      continue;
    lineCount++;
    // Prices have up to three decimals: whole tenths of a penny, exactly.
    const minor = Math.floor((Number(quantity) * Math.round(Number(price) * 1000) + 5) / 10);
    // Written as a fraction: 17850.0.
    const customerId = customer.replace(/\.0$/, '');
    const known = invoices.get(invoice);
    const earliest = known !== undefined && known.time < time ? known.time : time;
    const lines = known?.lines ?? [];
    lines.push({ sku, quantity: Number(quantity), amount: { minor, ...PENCE } });
    invoices.set(invoice, { customerId, time: earliest, lines });
  }
  const orders = [...invoices].map(([id, { customerId, time, lines }]) => {
    const at = `${time.replace(' ', 'T')}Z`;
    const minor = lines.reduce((sum, line) => sum + line.amount.minor, 0);
    return { id, customerId, total: { minor, ...PENCE }, placedAt: at, paidAt: at, lines };
  });
  return { lineCount, orders };
}

/** The fields of a line of comma-separated values; a field in quotes may hold commas, and quotes that are doubled. */
function fieldsOf(line: string): string[] {
  const fields = line.replace(/\r$/, '').match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  return fields.map((field) => {
    const text = field.replace(/,$/, '');
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  });
}

/** The figures of a CDNOW file that an independent program computed, each with its definition at the top of the file. */
export function readCdnowOracle(which: 'master' | 'sample'): unknown {
  return JSON.parse(readFileSync(join(folder(oracles), `cdnow_${which}_metrics.json`), 'utf8'));
}

function folder(path: string | undefined): string {
  if (path === undefined) throw new Error('The environment names no folder of datasets or oracles.');
  return path;
}
