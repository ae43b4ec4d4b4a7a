// Customers planned a second, side by side with json-rules-engine, and memory: node run.mjs [most customers]
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const most = Number(process.argv[2] ?? process.env.BENCH_CUSTOMERS ?? 5_000_000);
const sizes = [0.02, 0.2, 1].map((share) => Math.round(most * share));

/** What the project asks of itself, at one million customers. */
const GOALS = { ratio: 100, customersPerSecond: 250_000 };

const machine = cpus();
console.log(
  `${machine[0].model}, ${machine.length} cores, Node ${process.version}; time of processors, not of the clock`,
);
console.log(
  'All shipped rules, quiet hours of three zones, templates’ parameters, receipts; the better of two runs.',
);
console.log('Customers come as a stream, so memory is what the planner takes and not what they do.\n');

print(['customers', 'planned/s', 'actions', 'receipts', 'peak MB']);
const runs = new Map();
for (const size of sizes) {
  const [one, other] = [await run('plan.mjs', size), await run('plan.mjs', size)];
  const best = one.millis < other.millis ? one : other;
  runs.set(size, best);
  print([
    size,
    speed(best),
    best.actions,
    best.receipts,
    Math.round(Math.max(one.peakMegabytes, other.peakMegabytes)),
  ]);
}

const engine = await run('engine.mjs', Math.min(2_000, most));
const ours = runs.get(sizes[1]);
const perSecond = (ours.count / ours.millis) * 1000;
const ratio = perSecond / ((engine.count / engine.millis) * 1000);
console.log(
  `\njson-rules-engine, the same rules and facts: ${speed(engine)} customers/s (${engine.count} customers)`,
);
console.log(`ratio ${ratio.toFixed(0)}  goal ${GOALS.ratio}: ${ratio >= GOALS.ratio ? 'reached' : 'missed'}`);
console.log(
  `customers/s ${speed(ours)}  goal ${GOALS.customersPerSecond.toLocaleString('en')}: ${perSecond >= GOALS.customersPerSecond ? 'reached' : 'missed'}`,
);

async function run(program, count) {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, String(count)]);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

function speed({ count, millis }) {
  return Math.round((count / millis) * 1000).toLocaleString('en');
}

function print(cells) {
  console.log(
    cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell).padStart(12)).join(''),
  );
}
