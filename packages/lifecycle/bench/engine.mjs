// What a shop would do without a planner: json-rules-engine in a loop, with the same rules and facts: node engine.mjs COUNT
import { unwrap } from '@aftercare/core';
import * as china from '@aftercare/core/china';
import {
  createPlanner,
  defaultCareRules,
  defaultMembershipProgram,
  loadCareRules,
} from '@aftercare/lifecycle';
import { toEngine } from '@aftercare/rules/engine';
import { calendar, inputsOf } from './customers.mjs';

const count = Number(process.argv[2]);
const rules = unwrap(loadCareRules(defaultCareRules));
const engine = toEngine(rules.ruleSet);
const planner = createPlanner({ calendar, rules, program: defaultMembershipProgram, lunar: china });
const inputs = [...inputsOf(count)];
const facts = inputs.map((input) => planner.careFacts(input));

let events = 0;
const run = async () => {
  events = 0;
  const start = process.cpuUsage();
  for (const each of facts) events += (await engine.run(each)).events.length;
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
await run();
const rounds = [await run(), await run(), await run()].sort((one, other) => one - other);
const fired = inputs.reduce((sum, input) => sum + planner.plan(input).receipts.length, 0);
if (fired !== events) throw new Error(`The planner has ${fired} receipts and the engine ${events} events.`);
console.log(JSON.stringify({ count, millis: rounds[1], events }));
