// What an order log costs, side by side with DuckDB and with plain objects: node run.mjs [most orders]
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { customersOf } from './data.mjs';
import { median } from './measure.mjs';

const most = Number(process.argv[2] ?? process.env.BENCH_ORDERS ?? 5_000_000);
const sizes = [0.1, 0.2, 0.4, 1].map((share) => Math.round(most * share));

/** What the project asks of itself, at five million orders. */
const GOALS = {
  ratio: 5,
  megabytes: 600,
  ordersPerSecond: { uuid: 500_000, text36: 500_000, short: 800_000 },
};

const machine = cpus();
console.log(`${machine[0].model}, ${machine.length} cores, Node ${process.version}, DuckDB with 2 threads`);
console.log('Orders of six a customer over three years; every contender in a process of its own.\n');

console.log(
  'Returning customers, both rates, historical rate and customer cycle, indexes built anew (median of rounds)',
);
print(['orders', 'customers', 'order log', 'DuckDB', 'ratio', 'orders/ms', '']);
const logs = new Map();
for (const orders of sizes) {
  const ours = await run('ours.mjs', orders, 'uuid');
  const theirs = await run('duckdb.mjs', orders, 'figures');
  mustAgree(ours.figures, theirs.figures);
  logs.set(orders, ours);
  const [mine, other] = [median(ours.rounds), median(theirs.rounds)];
  const verdict = orders === most ? goal(other / mine, GOALS.ratio) : '';
  print([
    orders,
    customersOf(orders),
    ms(mine),
    ms(other),
    (other / mine).toFixed(1),
    Math.round(orders / mine),
    verdict,
  ]);
}

console.log('\nTaking in parsed orders, and orders as JSON text that is parsed and checked');
print(['ids', 'orders', 'orders/s', '']);
const full = logs.get(most);
const text36 = await run('ours.mjs', most, 'text36');
const short = await run('ours.mjs', sizes[2], 'short');
const json = await run('json.mjs', Math.min(200_000, most));
for (const [ids, measured] of Object.entries({ uuid: full, text36, short })) {
  const { orders, ordersPerSecond } = measured;
  print([ids, orders, Math.round(ordersPerSecond), goal(ordersPerSecond, GOALS.ordersPerSecond[ids])]);
}
print(['JSON, uuid', json.orders, Math.round(json.ordersPerSecond), '']);

console.log(
  '\nResident memory of the whole process in MB: with all orders, and after the figures were asked for',
);
print(['contender', 'orders', 'filled', 'asked', '']);
const duckdb = await run('duckdb.mjs', most, 'memory');
const plain = await run('plain.mjs', most);
mustAgree(full.figures, plain.figures);
for (const [name, measured] of Object.entries({
  'order log, uuid': full,
  'order log, text36': text36,
  'DuckDB, uuid': duckdb,
  'Maps of objects': plain,
})) {
  const { orders, filledMegabytes, askedMegabytes } = measured;
  const verdict = name.startsWith('order log') ? goal(GOALS.megabytes, filledMegabytes) : '';
  print([
    name,
    orders,
    Math.round(filledMegabytes),
    askedMegabytes ? Math.round(askedMegabytes) : '',
    verdict,
  ]);
}

async function run(script, ...args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args.map(String)]);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

function mustAgree(ours, theirs) {
  for (const [name, value] of Object.entries(ours)) {
    if (Math.abs(value - theirs[name]) <= 1e-9 * Math.abs(value)) continue;
    throw new Error(`The contenders differ in ${name}: ${value} and ${theirs[name]}.`);
  }
}

function goal(reached, wanted) {
  if (most < 5_000_000) return '';
  const number = wanted.toLocaleString('en', { maximumFractionDigits: 0 });
  return `goal ${number}: ${reached >= wanted ? 'reached' : 'missed'}`;
}

function ms(millis) {
  return `${millis.toFixed(1)} ms`;
}

function print(cells) {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : String(cell)));
  console.log(texts.map((text, place) => (place === 0 ? text.padEnd(18) : text.padStart(12))).join(' '));
}
