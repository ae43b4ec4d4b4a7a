// Decisions a second from report to close, side by side with XState v5's transition, and replay: node run.mjs [cases a round]
import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { replay } from '@aftercare/policies';
import { decideAll, eventsOfLongCase, policy, readAnew, reported, stepAll } from './chain.mjs';

const cases = Number(process.argv[2] ?? process.env.BENCH_CASES ?? 20_000);
const WARM_UP = 3;
const ROUNDS = 7;
const DECISIONS = 4;
const LONG = 1000;
/** Asks for cases as JSON, in a process of its own. */
const STORED = 'stored';
const areStored = process.argv[3] === STORED;
/** Asks for facts that are read anew for each decision, and so checked each time, in a process of its own. */
const READ = 'read';
const isRead = process.argv[3] === READ;
const isFirst = !areStored && !isRead;

/** What the project asks of itself. */
const GOALS = { ratio: 20, replayMillis: 5 };

if (isFirst) {
  const machine = cpus();
  console.log(
    `${machine[0].model}, ${machine.length} cores, Node ${process.version}; time of processors, not of the clock`,
  );
  console.log(
    `Compensation from report to close, four decisions; ${cases.toLocaleString('en')} cases a round, median of ${ROUNDS} rounds.`,
  );
  console.log('Ours parses commands, reads facts, asks authority and makes events, effects and receipts;');
  console.log('XState steps the bare chart with all facts given.\n');
}

const walked = { ours: [], theirs: [] };
decideAll(reported('case-0'), (state) => walked.ours.push(state));
stepAll((state) => walked.theirs.push(state));
deepStrictEqual(walked.theirs, walked.ours);
deepStrictEqual(walked.ours, ['offered', 'paying', 'paid', 'closed']);

// Opened here and kept, they teach the engine that whatever decisions make is kept, so that it puts all of it straight among old
// objects; as JSON, as a store gives them, they do not. The goal is held against the first, which is slower.
const open = Array.from({ length: cases }, (_, index) => {
  const current = reported(`case-${index}`);
  return areStored ? JSON.parse(JSON.stringify(current)) : current;
});
// Rounds take turns, so that a busy moment of the machine hits both.
const rounds = { ours: [], theirs: [] };
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const ours = millisOf(() => {
    for (const each of open)
      if (decideAll(each, undefined, isRead ? readAnew : undefined).state !== 'closed')
        throw new Error('It did not end.');
  });
  const theirs = millisOf(() => {
    for (const _ of open) if (stepAll().value !== 'closed') throw new Error('It did not end.');
  });
  if (round < 0) continue;
  rounds.ours.push(ours);
  rounds.theirs.push(theirs);
}
const [ours, theirs] = [perSecond(rounds.ours), perSecond(rounds.theirs)];
const ratio = ours / theirs;
if (!isFirst) {
  const what = areStored ? 'cases that come as JSON' : 'facts that are read anew for each decision';
  console.log(`with ${what}, in a process of its own: ratio ${ratio.toFixed(1)}`);
  process.exit();
}
console.log(`aftercare          ${shown(ours)} decisions/s`);
console.log(`XState transition  ${shown(theirs)} decisions/s`);
console.log(`ratio ${ratio.toFixed(1)}  goal ${GOALS.ratio}: ${ratio >= GOALS.ratio ? 'reached' : 'missed'}`);
for (const other of [STORED, READ]) {
  const told = execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(cases), other]);
  console.log(told.toString().trim());
}

const { events, current } = eventsOfLongCase(LONG);
deepStrictEqual(replay(policy, events), current);
const replays = 20;
const replayed = Array.from({ length: WARM_UP + ROUNDS }, () =>
  millisOf(() => {
    for (let count = 0; count < replays; count++) replay(policy, events);
  }),
).slice(WARM_UP);
const millis = median(replayed) / replays;
console.log(
  `\nreplay of a case of ${events.length.toLocaleString('en')} events: ${millis.toFixed(2)} ms  goal under ${GOALS.replayMillis}: ${millis < GOALS.replayMillis ? 'reached' : 'missed'}`,
);

function millisOf(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function perSecond(times) {
  return (cases * DECISIONS * 1000) / median(times);
}

function median(times) {
  return [...times].sort((one, other) => one - other)[times.length >> 1];
}

function shown(speed) {
  return Math.round(speed).toLocaleString('en').padStart(12);
}
