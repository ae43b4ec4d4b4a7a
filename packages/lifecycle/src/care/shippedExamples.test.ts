import { canonicalJson, unwrap } from '@aftercare/core';
import {
  type ComparisonExplanation,
  type ConditionExplanation,
  explain,
  formatPath,
  type JsonRecord,
  type RuleDocument,
  type RuleExample,
  type RuleSet,
} from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { careFactsSchema } from './careFacts.js';
import { loadCareRules } from './careRules.js';
import { defaultCareRules, newCustomerRules } from './shippedCareRules.js';

/** An example with how each condition of its rule came out. */
interface Worked {
  readonly example: RuleExample;
  readonly condition: ConditionExplanation;
}

/** A number that a rule compares a fact with, or a part of a fact. */
interface Bound {
  readonly fact: keyof typeof careFactsSchema.shape;
  /** The part of the fact, or `undefined` for the whole. */
  readonly part: string | undefined;
  readonly value: number;
}

describe.each(defaultCareRules.rules.map((rule) => [rule.name ?? '', rule] as const))('%s', (_, rule) => {
  const worked = workedExamples(rule);

  test('has examples before, on and after every bound, in which nothing else differs', () => {
    const bounds = comparisonsOfExamples(worked).flatMap(boundOf);
    expect(bounds.filter((bound) => !isShown(bound, worked))).toEqual([]);
  });

  test('has for every condition an example that fails by this condition alone', () => {
    expect(withoutFailingExample(worked)).toEqual([]);
  });
});

describe('rules with too few examples are found out:', () => {
  test('a bound whose neighbour has none', () => {
    const bound: Bound = { fact: 'daysSinceAnchor', part: undefined, value: 5 };
    const examples = (...days: number[]) =>
      days.map((daysSinceAnchor) => ({
        example: { facts: { daysSinceAnchor }, fires: daysSinceAnchor < 5 },
      }));
    expect(isShown(bound, examples(4, 5, 6))).toBe(true);
    expect(isShown(bound, examples(4, 5))).toBe(false);
    expect(isShown({ ...bound, value: 7 }, examples(6, 7, 8))).toBe(false);
  });

  test('a condition that no example fails by', () => {
    const [rule] = newCustomerRules.rules.filter(({ name }) => name === 'new_first_month');
    if (rule === undefined) throw new Error('No rule.');
    const examples = rule.examples?.filter(({ facts }) => facts.awaitingDelivery === false) ?? [];
    const found = withoutFailingExample(workedExamples({ ...rule, examples }));
    expect(found.map(({ comparison }) => comparison.fact.fact)).toEqual(['awaitingDelivery']);
  });
});

function workedExamples(rule: RuleDocument): Worked[] {
  // Alone, since its examples have the facts of this rule and no others.
  const { ruleSet } = unwrap(loadCareRules({ ...defaultCareRules, groups: [], rules: [rule] }));
  return (rule.examples ?? []).map((example) => ({
    example,
    condition: conditionOf(ruleSet, example.facts),
  }));
}

/** The comparisons of a rule, depth first: each example has all of them. */
function comparisonsOfExamples([first]: readonly Worked[]): ComparisonExplanation[] {
  return first === undefined ? [] : comparisonsIn(first.condition);
}

/** The comparisons for which no example fails that would fire if only this one came out the other way. */
function withoutFailingExample(worked: readonly Worked[]): ComparisonExplanation[] {
  const failing = worked.filter(({ example }) => !example.fires);
  return comparisonsOfExamples(worked).filter(
    (_, place) => !failing.some(({ condition }) => holdsWhenTurned(condition, place)),
  );
}

function conditionOf(ruleSet: RuleSet<never>, facts: JsonRecord): ConditionExplanation {
  // Examples were checked against the catalogue when the rules were loaded; the type asks for all facts.
  const [explained] = explain(ruleSet as RuleSet<JsonRecord>, facts).rules;
  if (explained === undefined) throw new Error('No rule.');
  return explained.condition;
}

function comparisonsIn(condition: ConditionExplanation): ComparisonExplanation[] {
  switch (condition.kind) {
    case 'comparison':
      return [condition];
    case 'not':
      return comparisonsIn(condition.condition);
    case 'all':
    case 'any':
      return condition.conditions.flatMap(comparisonsIn);
  }
}

/** Whether a condition would hold if its comparison at a place, counted depth first, had come out the other way. */
function holdsWhenTurned(condition: ConditionExplanation, place: number): boolean {
  let next = 0;
  const holds = (part: ConditionExplanation): boolean => {
    switch (part.kind) {
      case 'comparison':
        return next++ === place ? !part.holds : part.holds;
      case 'not':
        return !holds(part.condition);
      case 'all':
        return part.conditions.map(holds).every(Boolean);
      case 'any':
        return part.conditions.map(holds).some(Boolean);
    }
  };
  return holds(condition);
}

function boundOf({ comparison: { fact, value } }: ComparisonExplanation): Bound[] {
  if (value.kind !== 'literal' || typeof value.value !== 'number') return [];
  const [step] = fact.path;
  // The rules were checked against the catalogue, so the fact is one of the schema's.
  const name = fact.fact as Bound['fact'];
  if (fact.path.length > 1) throw new Error(`Not a part of a record: ${formatPath(fact.path)}`);
  return [{ fact: name, part: step === undefined ? undefined : String(step), value: value.value }];
}

/** One more or less, or a hundredth for bounds that are no integers, such as a probability. */
function neighbour(value: number, step: number): number {
  return Number.isInteger(value) ? value + step : Math.round(value * 100 + step) / 100;
}

/**
 * Whether examples that differ in nothing but this fact have its bound, one less and one more (as far as the fact can be
 * that), and do not all come out alike. Where one less cannot be, coming out alike is all that is possible.
 */
function isShown(bound: Bound, worked: readonly Pick<Worked, 'example'>[]): boolean {
  const values = [-1, 0, 1]
    .map((step) => neighbour(bound.value, step))
    .filter((value) => careFactsSchema.shape[bound.fact].safeParse(part(bound, value)).success);
  const alike = new Map<string, Map<unknown, boolean>>();
  for (const { example } of worked) {
    const key = canonicalJson(withValue(example.facts, bound, null));
    const outcomes = alike.get(key) ?? new Map<unknown, boolean>();
    alike.set(key, outcomes.set(valueIn(example.facts, bound), example.fires));
  }
  return [...alike.values()].some((outcomes) => {
    const seen = values.map((value) => outcomes.get(value));
    return !seen.includes(undefined) && (new Set(seen).size > 1 || values.length < 3);
  });
}

function part({ part }: Bound, value: number): unknown {
  return part === undefined ? value : { [part]: value };
}

function valueIn(facts: JsonRecord, { fact, part }: Bound): unknown {
  const value: unknown = facts[fact];
  if (part === undefined) return value;
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === part)?.[1]
    : value;
}

function withValue(facts: JsonRecord, { fact, part }: Bound, value: null): JsonRecord {
  if (part === undefined) return { ...facts, [fact]: value };
  const record = facts[fact];
  return { ...facts, [fact]: { ...(typeof record === 'object' ? record : {}), [part]: value } };
}
