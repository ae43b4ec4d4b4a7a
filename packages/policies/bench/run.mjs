// Decisions a second from report to close, side by side with XState v5's transition, and replay: node run.mjs [cases a round]
import { deepStrictEqual } from 'node:assert';
import { cpus } from 'node:os';
import { replay } from '@aftercare/policies';
import { decideAll, eventsOfLongCase, policy, reported, stepAll } from './chain.mjs';

const cases = Number(process.argv[2] ?? process.env.BENCH_CASES ?? 20_000);
const WARM_UP = 3;
const ROUNDS = 7;
const DECISIONS = 4;
const LONG = 1000;

/** What the project asks of itself. */
const GOALS = { ratio: 20, replayMillis: 5 };

const machine = cpus();
console.log(
  `${machine[0].model}, ${machine.length} cores, Node ${process.version}; time of processors, not of the clock`,
);
console.log(
  `Compensation from report to close, four decisions; ${cases.toLocaleString('en')} cases a round, median of ${ROUNDS} rounds.`,
);
console.log('Ours parses commands, reads facts, asks authority and makes events, effects and receipts;');
console.log('XState steps the bare chart with all facts given.\n');

const walked = { ours: [], theirs: [] };
decideAll(reported('case-0'), (state) => walked.ours.push(state));
stepAll((state) => walked.theirs.push(state));
deepStrictEqual(walked.theirs, walked.ours);
deepStrictEqual(walked.ours, ['offered', 'paying', 'paid', 'closed']);

// Cases come as JSON, as a store gives them. If all of those that are opened here were kept, the engine would take it that
// whatever decisions make is kept, and put it straight among old objects: then what is measured is how those are collected.
const open = Array.from({ length: cases }, (_, index) => stored(reported(`case-${index}`)));
// Rounds take turns, so that a busy moment of the machine hits both.
const rounds = { ours: [], theirs: [] };
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const ours = millisOf(() => {
    for (const each of open) if (decideAll(each).state !== 'closed') throw new Error('It did not end.');
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
console.log(`aftercare          ${shown(ours)} decisions/s`);
console.log(`XState transition  ${shown(theirs)} decisions/s`);
console.log(`ratio ${ratio.toFixed(1)}  goal ${GOALS.ratio}: ${ratio >= GOALS.ratio ? 'reached' : 'missed'}`);

const { events, current } = eventsOfLongCase(LONG);
deepStrictEqual(replay(policy, events), current);
const replays = 20;
const again = Array.from({ length: WARM_UP + ROUNDS }, () =>
  millisOf(() => {
    for (let count = 0; count < replays; count++) replay(policy, events);
  }),
).slice(WARM_UP);
const millis = median(again) / replays;
console.log(
  `\nreplay of a case of ${events.length.toLocaleString('en')} events: ${millis.toFixed(2)} ms  goal under ${GOALS.replayMillis}: ${millis < GOALS.replayMillis ? 'reached' : 'missed'}`,
);

function stored(current) {
  return JSON.parse(JSON.stringify(current));
}

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
