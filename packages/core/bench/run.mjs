// What an order log costs, side by side with DuckDB and with plain objects: node run.mjs [most orders]
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { customersOf } from './data.mjs';

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
console.log(
  'Orders of six a customer over three years. Every contender has a process of its own, of which the',
);
console.log(
  'best round counts, and the better of two runs: what the machine does when nothing else disturbs it.',
);

console.log('\nReturning customers, both rates, historical rate and customer cycle; all indexes built anew');
print(['orders', 'customers', 'order log', 'DuckDB', 'ratio', 'orders/ms', '']);
const logs = new Map();
for (const orders of sizes) {
  const log = await runLog(orders, 'uuid');
  const duckdb = await run('duckdb.mjs', orders, 'figures');
  mustAgree(log.figures, duckdb.figures);
  logs.set(orders, log);
  const [ours, theirs] = [Math.min(...log.rounds), Math.min(...duckdb.rounds)];
  const ratio = theirs / ours;
  const verdict = orders === most ? goal(GOALS.ratio, ratio >= GOALS.ratio) : '';
  print([
    orders,
    customersOf(orders),
    ms(ours),
    ms(theirs),
    ratio.toFixed(1),
    Math.round(orders / ours),
    verdict,
  ]);
}

console.log('\nTaking in parsed orders, and orders as JSON text that is parsed and checked');
print(['ids', 'orders', 'orders/s', '']);
const full = logs.get(most);
const text36 = await runLog(most, 'text36');
const short = await runLog(sizes[2], 'short');
const json = await run('json.mjs', Math.min(200_000, most));
for (const [ids, { orders, ordersPerSecond }] of Object.entries({ uuid: full, text36, short })) {
  const wanted = GOALS.ordersPerSecond[ids];
  print([ids, orders, Math.round(ordersPerSecond), goal(wanted, ordersPerSecond >= wanted)]);
}
print(['JSON, uuid', json.orders, Math.round(json.ordersPerSecond), '']);

console.log('\nResident memory of the whole process in MB: with all orders, and after all rounds of figures');
print(['contender', 'orders', 'filled', 'asked', '']);
const duckdb = await run('duckdb.mjs', most, 'memory');
const plain = await run('plain.mjs', most);
mustAgree(full.figures, plain.figures);
const contenders = {
  'order log, uuid': full,
  'order log, text36': text36,
  'DuckDB, uuid': duckdb,
  'Maps of objects': plain,
};
for (const [name, { orders, filledMegabytes, askedMegabytes }] of Object.entries(contenders)) {
  const isLog = name.startsWith('order log');
  const verdict = isLog ? goal(GOALS.megabytes, filledMegabytes < GOALS.megabytes) : '';
  print([name, orders, Math.round(filledMegabytes), isLog ? Math.round(askedMegabytes) : '', verdict]);
}

/** Two runs of an order log: the faster ingest, the rounds of both, the larger memory. */
async function runLog(orders, ids) {
  const [first, second] = [await run('ours.mjs', orders, ids), await run('ours.mjs', orders, ids)];
  mustAgree(first.figures, second.figures);
  return {
    ...first,
    ordersPerSecond: Math.max(first.ordersPerSecond, second.ordersPerSecond),
    filledMegabytes: Math.max(first.filledMegabytes, second.filledMegabytes),
    askedMegabytes: Math.max(first.askedMegabytes, second.askedMegabytes),
    rounds: [...first.rounds, ...second.rounds],
  };
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

/** Goals are for five million orders; smaller runs have none. */
function goal(wanted, isReached) {
  if (most < 5_000_000) return '';
  return `goal ${wanted.toLocaleString('en')}: ${isReached ? 'reached' : 'missed'}`;
}

function ms(millis) {
  return `${millis.toFixed(1)} ms`;
}

function print(cells) {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell));
  console.log(texts.map((text, place) => (place === 0 ? text.padEnd(18) : text.padStart(12))).join(' '));
}
