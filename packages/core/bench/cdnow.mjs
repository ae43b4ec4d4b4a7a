// The CDNOW orders, from the folder that AFTERCARE_DATASETS names; see test/datasets.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOrderLog, createShopCalendar } from '@aftercare/core';

/** Whether the data are here. */
export const hasCdnow = process.env.AFTERCARE_DATASETS !== undefined;

/** A log of the orders; each is placed and paid at noon UTC of its day. */
export function cdnowLog(which) {
  const text = readFileSync(join(process.env.AFTERCARE_DATASETS, 'cdnow', `CDNOW_${which}.txt`), 'utf8');
  const log = createOrderLog({ currency: 'USD', calendar: createShopCalendar({ timeZone: 'UTC' }) });
  for (const [number, line] of text.split('\n').entries()) {
    const fields = line.trim().split(/\s+/);
    if (!/^\d+$/.test(fields[0])) continue;
    const [day, , dollars] = fields.slice(-3);
    const at = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T12:00:00Z`;
    const total = { minor: Math.round(Number(dollars) * 100), currency: 'USD' };
    log.append({ id: `o-${number}`, customerId: fields[0], total, placedAt: at, paidAt: at });
  }
  return log;
}
