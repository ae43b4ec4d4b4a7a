// Plans for so many customers, one after the other, and tells how much time of a core and how much memory it takes: node plan.mjs COUNT
import * as china from '@aftercare/core/china';
import { createPlanner, defaultMembershipProgram } from '@aftercare/lifecycle';
import { calendar, inputsOf } from './customers.mjs';

const count = Number(process.argv[2]);
const planner = createPlanner({ calendar, program: defaultMembershipProgram, lunar: china });

// The engine of JavaScript takes a while to optimise; a nightly run is long enough not to notice.
for (const input of inputsOf(50_000)) planner.plan(input);

let planning = 0;
let actions = 0;
let receipts = 0;
let peak = 0;
let batch = [];
const work = () => {
  const start = process.cpuUsage();
  for (const input of batch) {
    const plan = planner.plan(input);
    actions += plan.actions.length;
    receipts += plan.receipts.length;
  }
  const { user, system } = process.cpuUsage(start);
  planning += (user + system) / 1000;
  batch = [];
  peak = Math.max(peak, process.memoryUsage.rss());
};
for (const input of inputsOf(count)) {
  if (batch.push(input) === 200) work();
}
work();
console.log(JSON.stringify({ count, millis: planning, actions, receipts, peakMegabytes: peak / 1e6 }));
