import { parseArgs } from 'node:util';
import { epochMillisOf, type IngestReport } from '@aftercare/core';
import { planNight } from './night.js';
import { addDemoShop, openShopDatabase } from './shopDatabase.js';
import { formatTally } from './tally.js';

const { values } = parseArgs({
  options: {
    // The folder of the database.
    data: { type: 'string', default: 'shop-data' },
    // Fills the database with a shop to try things on, if it is empty.
    demo: { type: 'boolean', default: false },
    // Plans as of this moment.
    now: { type: 'string', default: new Date().toISOString() },
    // Milliseconds in which the database is left to others after each transaction.
    pause: { type: 'string', default: '0' },
  },
});
if (epochMillisOf(values.now) === undefined) throw new RangeError(`--now: no instant is "${values.now}".`);

const database = await openShopDatabase(values.data);
if (values.demo) await addDemoShop(database);
const { day, tally, ingest } = await planNight(database, {
  now: values.now,
  pauseMillis: Number(values.pause),
  onProgress: (done, total) => process.stderr.write(`${done} of ${total} customers\n`),
});
await database.close();

process.stdout.write(`Care of ${day}\n${formatTally(tally)}\n`);
process.stdout.write(
  ingest === undefined ? 'It was finished already; nothing was done.\n' : ordersText(ingest),
);
// The night is planned without the orders that are wrong, and whoever watches the job is told.
process.exitCode = ingest !== undefined && ingest.rejected.length > 0 ? 2 : 0;

function ordersText({ added, rejected }: IngestReport): string {
  const problems = rejected.map(({ id, issues }) => `  ${id}: ${issues[0].message}\n`);
  return `${added} orders read, ${rejected.length} left out\n${problems.join('')}`;
}
