import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'nightly-care-'));
/** A night that nothing disturbs, and one in which the job is killed. */
const quiet = join(temporary, 'quiet');
const disturbed = join(temporary, 'disturbed');
const night = '2026-03-31T02:00:00+08:00';

const sql = (/** @type {string} */ name) =>
  readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');

before(async () => {
  const database = await PGlite.create(quiet);
  await database.exec(sql('schema') + sql('demo'));
  await database.close();
  cpSync(quiet, disturbed, { recursive: true });
});
after(() => rmSync(temporary, { recursive: true, force: true }));

/**
 * @param {string} folder of the database
 * @param {string} now
 * @param {{ pause?: number, killAfter?: number }} [options] `killAfter` so many customers, with the signal that no program can catch
 * @returns {Promise<{ code: number | null, signal: string | null, stdout: string, progress: string[] }>}
 */
function run(folder, now, { pause = 0, killAfter } = {}) {
  const args = [main, '--data', folder, '--now', now, '--pause', String(pause)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
    if (killAfter !== undefined && Number(stderr.trim().split('\n').at(-1)?.split(' ')[0]) >= killAfter)
      child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout, progress: stderr.trim().split('\n') }),
    );
  });
}

/**
 * What is in a database, once somebody has had a hand in it.
 *
 * @param {string} folder
 * @param {string} [statements]
 */
async function inspect(folder, statements = '') {
  const database = await PGlite.create(folder);
  await database.exec(statements);
  /** @type {{ rows: any[] }} */
  const { rows: actions } = await database.query('SELECT * FROM care_actions ORDER BY id');
  /** @type {{ rows: any[] }} */
  const { rows: nights } = await database.query('SELECT * FROM care_nights ORDER BY day');
  await database.close();
  return { actions, nights };
}

/** @type {Awaited<ReturnType<typeof inspect>>} */
let undisturbed;

test('a night plans for every customer, and comes to what the README shows', async () => {
  const { code, stdout, progress } = await run(quiet, night);
  assert.equal(code, 0);
  assert.deepEqual([progress[0], progress.at(-1)], ['0 of 600 customers', '600 of 600 customers']);
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  assert.ok(readme.includes(stdout), stdout);
  undisturbed = await inspect(quiet);
  assert.equal(undisturbed.actions.length, Number(/(\d+) {2}planned/.exec(stdout)?.[1]));
});

test('a job that is killed goes on where it stopped, and in the end all is as if it had not been', async () => {
  const killed = await run(disturbed, night, { pause: 40, killAfter: 200 });
  assert.equal(killed.signal, 'SIGKILL');
  const { actions, nights } = await inspect(disturbed);
  const { finished_at, last_customer_id, tally } = nights[0];
  assert.equal(finished_at, null);
  assert.ok(tally.customers >= 200 && tally.customers < 600);
  assert.ok(actions.length > 0);
  assert.ok(actions.every((action) => action.customer_id <= last_customer_id));

  const resumed = await run(disturbed, night);
  assert.equal(resumed.code, 0);
  assert.equal(resumed.progress[0], `${tally.customers} of 600 customers`);
  assert.deepEqual(await inspect(disturbed), undisturbed);
});

test('a night that is finished is not planned again', async () => {
  const { code, stdout } = await run(disturbed, night);
  assert.equal(code, 0);
  assert.match(stdout, /finished already/);
});

test('nothing is written twice even when the progress is lost', async () => {
  await inspect(disturbed, 'DELETE FROM care_nights');
  const { stdout } = await run(disturbed, night);
  assert.match(stdout, / 0 {2}planned/);
  assert.match(stdout, new RegExp(`${undisturbed.actions.length} {2}already_done`));
});

test('the next night withdraws what is not right any more, and tells an order that is wrong', async () => {
  const gift = undisturbed.actions.find(({ rule }) => rule === 'new_first_month_gift');
  const { actions } = await inspect(
    disturbed,
    `UPDATE orders SET refunded_minor = total_minor, refunded_at = '2026-03-31T12:00:00+08:00'
     WHERE customer_id = '${gift.customer_id}';
     INSERT INTO orders (id, customer_id, total_minor, currency, placed_at)
     VALUES ('o-wrong', 'c-0001', -1, 'CNY', '2026-03-31T12:00:00+08:00')`,
  );
  assert.deepEqual(actions, undisturbed.actions);
  const { code, stdout } = await run(disturbed, '2026-04-01T02:00:00+08:00');
  assert.equal(code, 2);
  assert.match(stdout, /1 left out\n {2}o-wrong: total\.minor: /);
  const after = await inspect(disturbed);
  assert.equal(after.actions.find(({ id }) => id === gift.id)?.status, 'withdrawn');
});
