import { AftercareError, unwrap } from '@aftercare/core/foundation';
import { defineFacts, loadRules, type RuleSet } from '@aftercare/rules';
import { toEngine } from '@aftercare/rules/engine';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import suite from './operatorCases.json';

const facts = defineFacts(z.object({ actual: z.any(), expected: z.any() }));

const ruleWith = (operator: string, value: unknown) => ({
  conditions: { all: [{ fact: 'actual', operator, value }] },
  event: { type: 'holds' },
});

/** The rule with the value in the facts, and with the value in the rule where the loader lets it stand there. */
function ruleSets(operator: string, expected: unknown, strategy: 'closures' | 'generated') {
  const sets: RuleSet<{ actual: unknown; expected: unknown }>[] = [];
  sets.push(unwrap(loadRules([ruleWith(operator, { fact: 'expected' })], facts, { strategy })));
  const literal = loadRules([ruleWith(operator, expected)], facts, { strategy });
  if (literal.ok) sets.push(literal.value);
  return sets;
}

async function original(ruleSet: RuleSet, record: object): Promise<Outcome> {
  try {
    return (await toEngine(ruleSet).run(record)).events.length === 1;
  } catch (error) {
    // The original throws what JavaScript does when a list is expected and there is none.
    if (error instanceof TypeError) return 'rejects';
    throw error;
  }
}

type Outcome = boolean | 'rejects';

/** Actual value, expected value, whether the operator holds, and what the original says where it differs on purpose. */
type Case = [actual: unknown, expected: unknown, holds: boolean, differently?: Outcome];

// What TypeScript infers from JSON knows of no tuples.
const suites = suite as unknown as { operator: string; cases: Case[] }[];

describe.each(suites)('$operator', ({ operator, cases }) => {
  test.each(cases)('of %j and %j is %j', async (actual, expected, holds, differently = holds) => {
    const record = { actual, expected };
    for (const strategy of ['closures', 'generated'] as const) {
      for (const ruleSet of ruleSets(operator, expected, strategy)) {
        expect(ruleSet.strategy).toBe(strategy);
        expect(ruleSet.evaluate(record).length === 1).toBe(holds);
        expect(await original(ruleSet, record)).toBe(differently);
      }
    }
  });
});

describe('custom operators', () => {
  const rule = ruleWith('startsWith', 'ab');
  const startsWith = (actual: unknown, expected: unknown) => String(actual).startsWith(String(expected));

  test('decide as the ten do, decorated as well', () => {
    const operators = { startsWith };
    for (const strategy of ['closures', 'generated'] as const) {
      const rules = unwrap(loadRules([rule], facts, { operators, strategy }));
      expect(rules.evaluate({ actual: 'abc', expected: null })).toHaveLength(1);
      expect(rules.evaluate({ actual: 'bc', expected: null })).toHaveLength(0);
      const negated = unwrap(loadRules([ruleWith('not:startsWith', 'ab')], facts, { operators, strategy }));
      expect(negated.evaluate({ actual: 'bc', expected: null })).toHaveLength(1);
    }
  });

  test('say no when they answer with anything but true, in the original too', async () => {
    const operators = { startsWith: () => 'yes' as unknown as boolean };
    for (const strategy of ['closures', 'generated'] as const) {
      const rules = unwrap(loadRules([rule], facts, { operators, strategy }));
      expect(rules.evaluate({ actual: 'abc', expected: null })).toHaveLength(0);
      expect(await original(rules, { actual: 'abc', expected: null })).toBe(false);
    }
  });

  test.each(['equal', '', 'my:operator', 'constructor'])('cannot be called "%s"', (name) => {
    const load = () => loadRules([], facts, { operators: { [name]: startsWith } });
    expect(load).toThrow(AftercareError);
    expect(load).toThrow(expect.objectContaining({ code: 'invalid_operator_name' }));
  });

  test('are unknown when they are not registered', () => {
    const result = loadRules([rule], facts);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(['unknown_operator']);
  });
});
