import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { headingOf, pageOf, sectionOf } from './report/page.js';
import { reportOf, type SimulationReport } from './report/report.js';
import { simulate } from './run/simulation.js';
import { cdnow } from './shops/cdnow.js';
import type { Shop } from './shops/shop.js';
import { superstore } from './shops/superstore.js';

/** The shops by name, each made in the thread that simulates it. */
const shops = {
  superstore,
  cdnow: () => cdnow(process.env.AFTERCARE_DATASETS ?? ''),
} satisfies Record<string, () => Shop>;

type ShopName = keyof typeof shops;

// From the folder that the bundle is built into.
const page = fileURLToPath(new URL('../../../docs/two-years-of-care.md', import.meta.url));

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const names: readonly ShopName[] =
    process.env.AFTERCARE_DATASETS === undefined ? ['superstore'] : ['superstore', 'cdnow'];
  if (names.length === 1) {
    process.stderr.write(
      `CDNOW is left out, since AFTERCARE_DATASETS names no folder of data.${values.write ? ' Its section stays as it is.' : ''}\n`,
    );
  }
  process.stderr.write('Living through two years twice; this takes minutes ...\n');
  const reports = await inThreads([...names, ...names]);
  const sections: string[] = [];
  const problems: string[] = [];
  for (const [index] of names.entries()) {
    const [first, second] = [reports[index], reports[index + names.length]];
    if (first === undefined || second === undefined) throw new RangeError('A report is missing.');
    sections.push(sectionOf(first));
    problems.push(...problemsOf(first, second));
  }
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) return 1;
  if (!values.write) process.stdout.write(pageOf(sections));
  else writeFileSync(page, pageOf(names.length === 1 ? [...sections, ...keptSection()] : sections));
  return 0;
}

function problemsOf(first: SimulationReport, second: SimulationReport): string[] {
  const isSame = JSON.stringify(first) === JSON.stringify(second);
  return [
    ...(isSame ? [] : [`${first.name}: the second run differs from the first.`]),
    ...first.checks.flatMap(({ what, findings }) =>
      findings.map((finding) => `${first.name}: does not hold: ${what}: ${finding}`),
    ),
  ];
}

/** The section of the shop that cannot be simulated here, from the page as it is. */
function keptSection(): string[] {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const start = text.indexOf(headingOf('CDNOW'));
  return start === -1 ? [] : [text.slice(start).trimEnd()];
}

/** Simulates shops side by side, as many at a time as there are processors. */
async function inThreads(names: readonly ShopName[]): Promise<readonly (SimulationReport | undefined)[]> {
  const reports: (SimulationReport | undefined)[] = names.map(() => undefined);
  // The longest first, so that no processor waits for the last one alone.
  const waiting = [...names.entries()].reverse();
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, name] = next;
      reports[index] = await inThread(name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return reports;
}

function inThread(name: ShopName): Promise<SimulationReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: name });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (isMainThread) {
  process.exitCode = await main();
} else {
  const name: ShopName = workerData;
  parentPort?.postMessage(await reportOf(simulate(shops[name]())));
}
