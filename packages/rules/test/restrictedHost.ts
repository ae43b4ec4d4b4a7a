import { AftercareError, unwrap } from '@aftercare/core/foundation';
import { defineFacts, explain, lintRules, loadRules, type Strategy } from '@aftercare/rules';
import { z } from 'zod';

// Run in a process of its own, where code cannot be made from strings. What it prints, the test reads.
const facts = defineFacts(z.object({ days: z.int().nullable() }));
const rule = {
  name: 'few_days',
  conditions: { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] },
  event: { type: 'care' },
  examples: [{ facts: { days: 4 }, fires: true }],
};

function codeOf(strategy: Strategy): string {
  try {
    return unwrap(loadRules([rule], facts, { strategy })).strategy;
  } catch (error) {
    return error instanceof AftercareError ? error.code : String(error);
  }
}

const rules = unwrap(loadRules([rule], facts));
const report = {
  strategy: rules.strategy,
  generated: codeOf('generated'),
  fired: rules.evaluate({ days: 4 }),
  notFired: rules.evaluate({ days: 5 }),
  turns: explain(rules, { days: 5 }).rules[0]?.turns?.length,
  findings: lintRules(rules),
};
process.stdout.write(JSON.stringify(report));
