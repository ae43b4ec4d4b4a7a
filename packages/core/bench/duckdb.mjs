// DuckDB with two threads, in a process of its own: node duckdb.mjs <orders> figures|memory
import { performance } from 'node:perf_hooks';
import { createShopCalendar } from '@aftercare/core';
import { DuckDBInstance } from '@duckdb/node-api';
import { IDS, isPurchase, sketches, TIME_ZONE } from './data.mjs';
import { ROUNDS, report, residentMegabytes } from './measure.mjs';

/**
 * All figures in one pass over two groupings; of the forms tried (count(distinct day), customer and day packed into one
 * integer, lists of days) the fastest.
 */
const ALL_FIGURES = `
  with days as (
    select customer, day, count(*) as orders from orders where counts group by customer, day
  ), customers as (
    select customer, sum(orders) as orders, count(*) as days, max(day) - min(day) as span from days group by customer
  )
  select
    count(*) as buyers,
    sum(orders)::bigint as purchases,
    count(*) filter (days >= 2) as returning_customers,
    avg(span / (days - 1)) filter (days >= 2) as mean_days,
    median(span / (days - 1)) filter (days >= 2) as median_days,
    sum(span)::double / sum(days - 1) as pooled_mean_gap_days
  from customers`;

const [orders, purpose] = [Number(process.argv[2]), process.argv[3]];
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
if (purpose === 'figures') await answer();
else await remember();

/** Its best form: customers as integers, the day worked out beforehand, and whether the order counts. */
async function answer() {
  const { dayNumberAt } = createShopCalendar({ timeZone: TIME_ZONE });
  await connection.run('create table orders (customer integer, day integer, counts boolean)');
  const appender = await connection.createAppender('orders');
  for (const sketch of sketches(orders)) {
    const counts = isPurchase(sketch);
    appender.appendInteger(sketch.customer);
    if (counts) appender.appendInteger(dayNumberAt(sketch.paidAt));
    else appender.appendNull();
    appender.appendBoolean(counts);
    appender.endRow();
  }
  appender.closeSync();
  const rounds = [];
  let figures;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const answer = await connection.runAndReadAll(ALL_FIGURES);
    figures = answer.getRowObjectsJson()[0];
    rounds.push(performance.now() - start);
  }
  report({ orders, rounds, figures: figuresOf(figures) });
}

function figuresOf(row) {
  const [buyers, purchases, returning] = [row.buyers, row.purchases, row.returning_customers].map(Number);
  return {
    buyers,
    purchases,
    returning,
    historicalRate: returning / buyers,
    rateByCustomers: returning / buyers,
    rateByOrders: (purchases - buyers) / purchases,
    meanDays: Number(row.mean_days),
    medianDays: Number(row.median_days),
    pooledMeanGapDays: Number(row.pooled_mean_gap_days),
  };
}

/** A table of what an order log keeps, ids as the 128-bit UUIDs that they are. */
async function remember() {
  await connection.run(`create table orders (
    id uuid, customer_id uuid, placed_at bigint, paid_at bigint, day integer, total_minor uinteger,
    refunded_minor uinteger, status usmallint)`);
  const { dayNumberAt } = createShopCalendar({ timeZone: TIME_ZONE });
  const appender = await connection.createAppender('orders');
  for (const { number, customer, placedAt, paidAt, totalMinor, refunded, cancelled, fake } of sketches(
    orders,
  )) {
    const paid = !Number.isNaN(paidAt);
    appender.appendVarchar(IDS.uuid.order(number));
    appender.appendVarchar(IDS.uuid.customer(customer));
    appender.appendBigInt(BigInt(placedAt));
    if (paid) {
      appender.appendBigInt(BigInt(paidAt));
      appender.appendInteger(dayNumberAt(paidAt));
    } else {
      appender.appendNull();
      appender.appendNull();
    }
    appender.appendUInteger(totalMinor);
    appender.appendUInteger(refunded ? totalMinor : 0);
    appender.appendUSmallInt((cancelled ? 64 : 0) + (refunded ? 128 : 0) + (fake ? 1 : 0));
    appender.endRow();
  }
  appender.closeSync();
  report({ orders, filledMegabytes: residentMegabytes() });
}
