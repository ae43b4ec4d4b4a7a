import {
  type Customer,
  type CustomerSnapshot,
  createOrderLog,
  createShopCalendar,
  type Day,
  type IngestReport,
  type Instant,
  takeSnapshot,
} from '@aftercare/core';
import { createPlanner, defaultCarePolicy, type Planner, snapshotBirthdays } from '@aftercare/lifecycle';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { readHistories, writePlan } from './careActions.js';
import { readCustomers } from './customers.js';
import { readOrders } from './orders.js';
import { addPlan, emptyTally, type Tally } from './tally.js';

/** Customers of one transaction: what is lost and done again when the job is killed. */
const BATCH = 20;

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const policy = defaultCarePolicy;

export interface NightOptions {
  readonly now: Instant;
  /** Is told how far the night has come: at its start, and after each transaction. */
  readonly onProgress: (done: number, total: number) => void;
  /** Milliseconds in which the database is left to others after each transaction. */
  readonly pauseMillis: number;
}

export interface NightReport {
  readonly day: Day;
  readonly tally: Tally;
  /** What became of the orders; `undefined` when the night was finished already, and they were not read. */
  readonly ingest: IngestReport | undefined;
}

/** Plans the care of the shop's day, from where an earlier run of that day stopped. */
export async function planNight(database: PGlite, options: NightOptions): Promise<NightReport> {
  const day = calendar.dayAt(options.now);
  const night = await openNight(database, day);
  if (night.finished) return { day, tally: night.tally, ingest: undefined };

  const log = createOrderLog({ currency: 'CNY', calendar });
  const ingest = await log.addAllAsync(readOrders(database));
  const customers = await readCustomers(database);
  const snapshot = takeSnapshot(log, { asOf: day, customers, ...snapshotBirthdays(policy.birthdays) });
  const planner = createPlanner({ calendar, policy });

  const { tally } = night;
  const left = customers.filter(({ id }) => id > night.lastCustomerId);
  options.onProgress(customers.length - left.length, customers.length);
  for (let start = 0; start < left.length; start += BATCH) {
    const batch = left.slice(start, start + BATCH);
    await database.transaction(async (transaction) => {
      await planBatch(transaction, batch, { planner, snapshot, now: options.now, tally });
      const last = batch.at(-1)?.id ?? '';
      await transaction.query('UPDATE care_nights SET last_customer_id = $2, tally = $3 WHERE day = $1', [
        day,
        last,
        tally,
      ]);
    });
    options.onProgress(customers.length - left.length + start + batch.length, customers.length);
    await new Promise((resolve) => setTimeout(resolve, options.pauseMillis));
  }
  await database.query('UPDATE care_nights SET finished_at = $2 WHERE day = $1', [day, options.now]);
  return { day, tally, ingest };
}

interface Night {
  readonly lastCustomerId: string;
  readonly tally: Tally;
  readonly finished: boolean;
}

async function openNight(database: PGlite, day: Day): Promise<Night> {
  await database.query('INSERT INTO care_nights (day, tally) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING', [
    day,
    emptyTally(),
  ]);
  const { rows } = await database.query<Night>(
    `SELECT last_customer_id AS "lastCustomerId", tally, finished_at IS NOT NULL AS finished
     FROM care_nights WHERE day = $1`,
    [day],
  );
  const [night] = rows;
  if (night === undefined) throw new Error(`The night of ${day} has vanished.`);
  return night;
}

interface Batch {
  readonly planner: Planner;
  readonly snapshot: CustomerSnapshot;
  readonly now: Instant;
  readonly tally: Tally;
}

/**
 * Reads what was done for the customers, plans, and writes: in one transaction with the customers locked, since the caps
 * of a plan hold only if nobody else plans for the same customer at the same time.
 */
async function planBatch(
  transaction: Transaction,
  customers: readonly Customer[],
  { planner, snapshot, now, tally }: Batch,
): Promise<void> {
  const ids = customers.map(({ id }) => id);
  await transaction.query('SELECT 1 FROM customers WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
  const histories = await readHistories(transaction, ids);
  for (const customer of customers) {
    const facts = snapshot.facts(customer.id);
    // Whoever is among the customers of the snapshot has facts; an order or none.
    if (facts === undefined) throw new Error(`No facts of ${customer.id}.`);
    const plan = planner.plan({ customer, facts, history: histories.get(customer.id) ?? [], now });
    await writePlan(transaction, plan, now);
    addPlan(tally, plan);
  }
}
