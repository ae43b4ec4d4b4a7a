import { unwrap } from '@aftercare/core/foundation';
import { checkExamples, defineFacts, loadRules } from '@aftercare/rules';
import { expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(z.object({ days: z.int(), region: z.string() }));
const fewDays = { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] };
const rulesWith = (examples: unknown) =>
  unwrap(
    loadRules(
      [
        {
          name: 'by region',
          conditions: { all: [{ fact: 'region', operator: 'equal', value: 'x' }] },
          event: { type: 'a' },
        },
        { name: 'few days', conditions: fewDays, event: { type: 'a' }, examples },
      ],
      facts,
    ),
  );

test('examples that come out as they say leave nothing to report', () => {
  const examples = [
    { facts: { days: 4 }, fires: true },
    { facts: { days: 5 }, fires: false },
    { facts: { days: 6, region: 'x' }, fires: false },
  ];
  expect(checkExamples(rulesWith(examples))).toEqual([]);
});

test('each example that comes out otherwise is reported with its place', () => {
  const examples = [
    { facts: { days: 5 }, fires: true },
    { facts: { days: 4 }, fires: false },
  ];
  expect(checkExamples(rulesWith(examples))).toMatchObject([
    {
      code: 'example_failed',
      path: ['rules', 1, 'examples', 0],
      details: { rule: 'few days', expected: 'fires' },
    },
    { code: 'example_failed', path: ['rules', 1, 'examples', 1], details: { expected: 'does_not_fire' } },
  ]);
});

test('an example needs the facts that its own rule reads', () => {
  expect(checkExamples(rulesWith([{ facts: { region: 'x' }, fires: true }]))).toMatchObject([
    { code: 'missing_fact', path: ['rules', 1, 'examples', 0, 'facts', 'days'] },
  ]);
});
