import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openShopDatabase } from '#service/shopDatabase';
import { as, command } from './support/shop.mjs';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'order-service-'));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Starts the service as a process of its own.
 *
 * @param {string[]} [args]
 */
async function start(args = []) {
  const child = spawn(process.execPath, [main, '--demo', '--data', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  /** @type {Promise<string | null>} the signal that ended it */
  const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  ended.then(() => running.delete(child));
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [first] = await child.stdout.take(1).toArray();
  const address = String(first).trim();
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
  return {
    ended,
    said: () => said,
    stop: (/** @type {NodeJS.Signals} */ signal) => child.kill(signal),
    /** @param {string} path @param {Record<string, string>} headers @param {string} [body] */
    async request(path, headers, body) {
      const method = body === undefined ? 'GET' : 'POST';
      const response = await fetch(address + path, { method, headers, body: body ?? null });
      /** @type {any} */
      const json = await response.json();
      return { status: response.status, path: response.headers.get('Location') ?? '', json };
    },
  };
}

/** @param {() => Promise<boolean> | boolean} condition */
async function until(condition) {
  for (let round = 0; round < 600; round++) {
    if (await condition()) return;
    await setTimeout(50);
  }
  throw new Error('It did not come to that in half a minute.');
}

test('killed after the provider has paid and before the case knows, it neither loses the payment nor pays again', async () => {
  const killed = await start(['--provider-answers-after', '60000']);
  const report = JSON.stringify({ reason: 'late_delivery', lineIds: ['lamp'], evidence: [] });
  const { path } = await killed.request('/orders/order-1/compensations', as('li', 'report'), report);
  const parts = [{ form: 'cash_refund', valueMinor: 1500 }];
  await killed.request(`${path}/commands`, as('li', 'offer'), command('propose', { parts }));
  await killed.request(`${path}/commands`, as('customer', 'yes'), command('accept'));
  await until(() => killed.said().includes('provider: paid'));
  assert.equal((await killed.request(path, as('li'))).json.state, 'paying');
  killed.stop('SIGKILL');
  assert.equal(await killed.ended, 'SIGKILL');

  const between = await openShopDatabase(folder);
  /** @type {{ rows: any[] }} */
  const paid = await between.query('SELECT amount_minor FROM provider_payments');
  assert.deepEqual(paid.rows, [{ amount_minor: 1500 }]);
  /** @type {{ rows: any[] }} */
  const open = await between.query('SELECT type, tries FROM outbox WHERE NOT done');
  assert.deepEqual(open.rows, [{ type: 'refund_payment', tries: 0 }]);
  await between.close();

  const restarted = await start();
  await until(async () => (await restarted.request(path, as('li'))).json.state === 'paid');
  // The customer's client has heard nothing, and says yes again.
  const again = await restarted.request(`${path}/commands`, as('customer', 'yes'), command('accept'));
  assert.deepEqual([again.status, again.json.state], [200, 'paying']);
  const { json } = await restarted.request(path, as('li'));
  assert.deepEqual(
    json.timeline.map((/** @type {any} */ { type }) => type),
    ['reported', 'proposed', 'accepted', 'paid'],
  );
  restarted.stop('SIGTERM');
  assert.equal(await restarted.ended, null);
  assert.doesNotMatch(restarted.said(), /paid|worker/);

  const after = await openShopDatabase(folder);
  /** @type {{ rows: any[] }} */
  const ledger = await after.query('SELECT amount_minor FROM provider_payments');
  assert.deepEqual(ledger.rows, [{ amount_minor: 1500 }]);
  /** @type {{ rows: any[] }} */
  const budgets = await after.query("SELECT amount FROM budgets WHERE key LIKE 'paid|%'");
  assert.deepEqual(budgets.rows, [{ amount: 1500 }]);
  await after.close();
});
