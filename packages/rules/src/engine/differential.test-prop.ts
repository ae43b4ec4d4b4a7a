import { AftercareError, unwrap } from '@aftercare/core/foundation';
import { type FiredRule, loadRules, type RuleSet } from '@aftercare/rules';
import { toEngine } from '@aftercare/rules/engine';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { factRecord, facts, ruleDocument, type TestFacts } from '../../test/arbitraryRules.js';

/** Pairs of rules and facts. The nightly run asks for 200,000. */
const PAIRS = Number(process.env.AFTERCARE_DIFFERENTIAL_RUNS ?? 5_000);
/** Records that each random set of rules is tried with. */
const RECORDS = 4;

/** What both agree on: which rules fire, with which events, or which fact is missing. */
type Outcome =
  | { readonly fired: readonly { name: string; priority: number; event: unknown }[] }
  | { readonly missing: string };

const byPriorityAndName = (a: { name: string; priority: number }, b: { name: string; priority: number }) =>
  b.priority - a.priority || a.name.localeCompare(b.name);

function ours(rules: RuleSet<TestFacts>, record: TestFacts): Outcome {
  let fired: readonly FiredRule[];
  try {
    fired = rules.fired(record);
  } catch (error) {
    if (error instanceof AftercareError && error.code === 'missing_fact') return { missing: 'a fact' };
    throw error;
  }
  const named = fired.map(({ rule, event }) => ({ name: rule.name, priority: rule.priority, event }));
  return { fired: named.sort(byPriorityAndName) };
}

async function theirs(rules: RuleSet<TestFacts>, record: TestFacts): Promise<Outcome> {
  try {
    const { results } = await toEngine(rules).run({ ...record });
    const fired = results.map(({ name, priority = 0, event }) => ({ name, priority, event }));
    return { fired: fired.sort(byPriorityAndName) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'UNDEFINED_FACT')
      return { missing: 'a fact' };
    throw error;
  }
}

const factName = fc.constantFrom(...(Object.keys(facts.facts) as (keyof TestFacts)[]));

/** The record with one of its facts gone: less than its type says. */
const incomplete = fc.tuple(factRecord, factName).map(([{ ...record }, missing]) => {
  Reflect.deleteProperty(record, missing);
  return record;
});

const anyRecord = fc.oneof({ weight: 7, arbitrary: factRecord }, { weight: 1, arbitrary: incomplete });

describe('a random set of rules', () => {
  const counts = { sets: 0, pairs: 0, nothingFired: 0, fired: 0, missing: 0 };

  afterAll(() => {
    process.stdout.write(`differential against json-rules-engine: ${JSON.stringify(counts)}\n`);
  });

  test('fires the same rules with the same events as in json-rules-engine, by either strategy', async () => {
    const property = fc.asyncProperty(
      ruleDocument,
      fc.array(anyRecord, { minLength: RECORDS, maxLength: RECORDS }),
      async (document, records) => {
        const closures = unwrap(loadRules(document, facts, { strategy: 'closures' }));
        const generated = unwrap(loadRules(document, facts, { strategy: 'generated' }));
        counts.sets += 1;
        for (const record of records) {
          const expected = await theirs(closures, record);
          expect(ours(closures, record)).toEqual(expected);
          expect(ours(generated, record)).toEqual(expected);
          counts.pairs += 1;
          if ('missing' in expected) counts.missing += 1;
          else if (expected.fired.length === 0) counts.nothingFired += 1;
          else counts.fired += 1;
        }
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(PAIRS / RECORDS) });
    // A generator that never lets a rule fire, or always does, would compare nothing.
    expect(counts.fired).toBeGreaterThan(counts.pairs / 10);
    expect(counts.nothingFired).toBeGreaterThan(counts.pairs / 20);
    expect(counts.missing).toBeGreaterThan(counts.pairs / 100);
  }, 3_600_000);

  test('keeps the order of priority, and within it that of the document', () => {
    const property = fc.property(ruleDocument, factRecord, (document, record) => {
      for (const strategy of ['closures', 'generated'] as const) {
        const rules = unwrap(loadRules(document, facts, { strategy }));
        const fired = rules.fired(record).map(({ rule }) => rule);
        const sorted = [...fired].sort((a, b) => b.priority - a.priority || a.index - b.index);
        expect(fired).toEqual(sorted);
        expect(rules.evaluate(record)).toEqual(rules.fired(record).map(({ event }) => event));
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
});
