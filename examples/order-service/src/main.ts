import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createApi } from './api.js';
import { createDesk } from './desk.js';
import { createFakeProvider } from './paymentProvider.js';
import { addDemoShop, openShopDatabase } from './shopDatabase.js';
import { work } from './worker.js';

/** Milliseconds between two looks at what there is to do. */
const PAUSE = 200;

const { values } = parseArgs({
  options: {
    // The folder of the database.
    data: { type: 'string', default: 'shop-data' },
    // Fills the database with a shop to try things on, if it is empty.
    demo: { type: 'boolean', default: false },
    // Where to listen, on 127.0.0.1; 0: any free port.
    port: { type: 'string', default: '0' },
    // Milliseconds that the payment provider takes to answer after it has paid.
    'provider-answers-after': { type: 'string', default: '0' },
  },
});

const now = () => new Date().toISOString();
const log = (text: string) => process.stderr.write(`${text}\n`);

const database = await openShopDatabase(values.data);
if (values.demo) await addDemoShop(database);
const desk = createDesk(database, now);
const provider = createFakeProvider(database, {
  answerMillis: Number(values['provider-answers-after']),
  onPaid: (key) => log(`provider: paid ${key}`),
});

const { fetch } = createApi(database, desk);
const server = serve({ fetch, hostname: '127.0.0.1', port: Number(values.port) }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isStopping = true;
  });
while (!isStopping) {
  await work(database, { desk, provider, now, onError: (error) => log(`worker: ${error}`) });
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
}
await new Promise((resolve) => server.close(resolve));
await database.close();
