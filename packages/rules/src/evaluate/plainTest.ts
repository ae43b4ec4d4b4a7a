import type { Comparison, JsonValue } from '../ast/index.js';
import { isOperatorName, type OperatorName } from '../operators/index.js';
import type { ConditionTest } from './matcher.js';

/**
 * The test of a fact against a value that stands in the rule, which is what most comparisons are: one function, where the
 * general way calls four (two that read, the operator, and what the operator is made of). It doubles the speed of
 * closures; `undefined` for every other comparison.
 *
 * @param slot - the place of the fact among the values
 */
export function plainTest(comparison: Comparison, slot: number): ConditionTest | undefined {
  const { fact, decorators, operator, value } = comparison;
  const isPlain = value.kind === 'literal' && fact.path.length === 0 && decorators.length === 0;
  if (!isPlain || !isOperatorName(operator)) return undefined;
  return PLAIN_TESTS[operator]?.(slot, value.value);
}

type PlainTestOf = (slot: number, expected: JsonValue) => ConditionTest | undefined;

const PLAIN_TESTS: Partial<Record<OperatorName, PlainTestOf>> = {
  equal: (slot, expected) => (values) => values[slot] === expected,
  notEqual: (slot, expected) => (values) => values[slot] !== expected,
  lessThan: numeric((slot, bound) => (values) => {
    const actual = values[slot];
    return typeof actual === 'number' && actual < bound;
  }),
  lessThanInclusive: numeric((slot, bound) => (values) => {
    const actual = values[slot];
    return typeof actual === 'number' && actual <= bound;
  }),
  greaterThan: numeric((slot, bound) => (values) => {
    const actual = values[slot];
    return typeof actual === 'number' && actual > bound;
  }),
  greaterThanInclusive: numeric((slot, bound) => (values) => {
    const actual = values[slot];
    return typeof actual === 'number' && actual >= bound;
  }),
  in: (slot, expected) => {
    if (!isList(expected)) return undefined;
    return (values) => expected.indexOf(values[slot] as JsonValue) !== -1;
  },
};

function numeric(testOf: (slot: number, bound: number) => ConditionTest): PlainTestOf {
  return (slot, expected) => (typeof expected === 'number' ? testOf(slot, expected) : undefined);
}

// Array.isArray does not narrow read-only lists.
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
