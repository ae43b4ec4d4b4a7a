import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createShopCalendar, parseDecimalMoney, unwrap } from '@aftercare/core';
import type { OrderOfDay, Shop } from './shop.js';

const CURRENCY = 'USD';

/** Days from the order to the parcel's leaving; the data do not tell. */
const DAYS_TO_SHIP = 2;

/**
 * The tenth of the CDNOW customers that is published as a sample.
 *
 * @param folder - with `cdnow/CDNOW_sample.txt` in it
 */
export function cdnow(folder: string): Shop {
  const text = readFileSync(join(folder, 'cdnow', 'CDNOW_sample.txt'), 'utf8');
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return {
    name: 'CDNOW',
    about:
      'The published sample of the CDNOW data: 6,919 orders of 2,357 customers of a shop for music, all of whom first ' +
      'bought in the first quarter of 1997. The data end with June 1998. Two years are simulated from their first day ' +
      'on, so in the last six months nobody buys: customers who in truth bought again fall silent here, and winning ' +
      `back is seen more often than it would be. Parcels are taken to leave ${DAYS_TO_SHIP} days after the order. ` +
      'Regions and how long goods last are not known.',
    currency: CURRENCY,
    timeZone: 'America/New_York',
    from: '1997-01-01',
    to: '1999-01-01',
    orders: lines.map(orderOf),
    daysPerPiece: new Map(),
    worldEvents: [],
  };
}

const calendar = createShopCalendar({ timeZone: 'UTC' });

function orderOf(line: string, index: number): OrderOfDay {
  const [customerId = '', , date = '', pieces = '', dollars = ''] = line.trim().split(/\s+/);
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  const total = unwrap(parseDecimalMoney(dollars, CURRENCY));
  return {
    id: `cdnow-${index + 1}`,
    customerId,
    day,
    shippedDay: calendar.addDays(day, DAYS_TO_SHIP),
    total,
    lines: [{ sku: 'cd', quantity: Number(pieces), amount: total }],
  };
}
