import { performance } from 'node:perf_hooks';
import { loadRules } from '@aftercare/rules';
import { ENGINES } from './engines.mjs';
import { facts, manyRules, recordsOf, TEN_RULES } from './workload.mjs';

const ROUNDS = 5;

/** Ratios that the project sets itself, for the ten rules. */
const GOALS = {
  generated: { 'json-rules-engine': 1000, 'json-logic-engine': 3, 'zen-engine': 100 },
  closures: { 'json-rules-engine': 200 },
};

/** Rounds before those that count: engines of JavaScript take seconds to optimise thousands of rules. */
const WARM_UP = 4;

/** Records a second: the median of several rounds. */
async function speedOf(run, records) {
  for (let round = 0; round < WARM_UP; round++) await run(records);
  const speeds = [];
  let events = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    events = await run(records);
    speeds.push((records.length / (performance.now() - start)) * 1000);
  }
  return { speed: speeds.sort((a, b) => a - b)[ROUNDS >> 1], events };
}

/** The first records are those of every engine, so that all must find the same number of events in them. */
async function compare(title, rules, counts) {
  const records = recordsOf(Math.max(...Object.values(counts)));
  const results = {};
  const shared = records.slice(0, Math.min(...Object.values(counts)));
  let expected;
  for (const [name, make] of Object.entries(ENGINES)) {
    if (counts[name] === undefined) continue;
    const run = make(rules);
    const events = await run(shared);
    expected ??= events;
    if (events !== expected)
      throw new Error(`${name} found ${events} events in ${shared.length} records, not ${expected}.`);
    results[name] = (await speedOf(run, records.slice(0, counts[name]))).speed;
  }
  console.log(`\n${title}: ${(expected / shared.length).toFixed(2)} events a record`);
  for (const [name, speed] of Object.entries(results))
    console.log(
      `  ${name.padEnd(20)} ${Math.round(speed).toLocaleString('en').padStart(12)} records/s  (${counts[name].toLocaleString('en')} records)`,
    );
  return results;
}

function printRatios(results) {
  console.log('\nratios');
  for (const [ours, goals] of Object.entries(GOALS)) {
    for (const [theirs, speed] of Object.entries(results)) {
      if (theirs === ours || (theirs in GOALS && ours !== 'generated')) continue;
      const goal = goals[theirs];
      const ratio = results[ours] / speed;
      const verdict = goal === undefined ? '' : `goal ${goal}: ${ratio >= goal ? 'reached' : 'missed'}`;
      console.log(`  ${ours.padEnd(10)} / ${theirs.padEnd(18)} ${ratio.toFixed(1).padStart(8)}  ${verdict}`);
    }
  }
}

/** The first load of a process runs code that the engine has not optimised yet; the others show what loading costs. */
function printLoadTime() {
  const rules = manyRules(1000);
  const [record] = recordsOf(1);
  for (const strategy of ['generated', 'closures']) {
    const times = Array.from({ length: 2 * ROUNDS + 1 }, () => {
      const start = performance.now();
      loadRules(rules, facts, { strategy }).value.evaluate(record);
      return performance.now() - start;
    });
    const first = times[0].toFixed(0);
    const median = [...times].sort((a, b) => a - b)[ROUNDS];
    const verdict = `goal under 100 ms: ${median < 100 ? 'reached' : 'missed'}`;
    console.log(
      `load 1,000 rules and evaluate once, ${strategy}: median ${median.toFixed(0)} ms, first ${first} ms; ${verdict}`,
    );
  }
}

printLoadTime();
printRatios(
  await compare('10 rules of 2 to 4 conditions', TEN_RULES, {
    generated: 1_000_000,
    closures: 1_000_000,
    'json-logic-engine': 1_000_000,
    'json-rules-engine': 10_000,
    'zen-engine': 20_000,
  }),
);
for (const count of [1000, 3000]) {
  const records = 60_000_000 / count;
  await compare(`${count} rules`, manyRules(count), {
    generated: records,
    closures: records / 4,
    'json-logic-engine': records / 4,
    'json-rules-engine': 50,
    'zen-engine': 400,
  });
}
