import { type Comparison, type Condition, type Operand, readPath } from '../ast/index.js';
import { type CustomOperators, testOf } from '../operators/index.js';
import { factNamesOf, type Rule } from '../rule/index.js';
import {
  type ConditionTest,
  type FactRecord,
  type Matcher,
  NOTHING,
  type Outputs,
  readFacts,
} from './matcher.js';
import { plainTest } from './plainTest.js';

/**
 * A matcher made of functions that call each other. It works wherever JavaScript does, and generated code is tested
 * against it.
 *
 * @param rules - in the order of evaluation
 */
export function closureMatcher(rules: readonly Rule[], operators: CustomOperators): Matcher {
  const names = factNamesOf(rules);
  const tests = rules.map((rule) => conditionTest(rule.when, names, operators));
  return <Output>(facts: FactRecord, outputs: Outputs<Output>) => {
    const values = readFacts(facts, names);
    let fired: Output[] | undefined;
    let place = 0;
    for (const holds of tests) {
      if (holds(values)) {
        fired ??= [];
        fired.push(outputs.make(place, facts));
      }
      place += 1;
    }
    return fired ?? NOTHING;
  };
}

/**
 * The test of a condition.
 *
 * @param names - the facts whose values the test will be given, in their order
 */
export function conditionTest(
  condition: Condition,
  names: readonly string[],
  operators: CustomOperators,
): ConditionTest {
  const testPart = (part: Condition) => conditionTest(part, names, operators);
  switch (condition.kind) {
    case 'all':
      return allOf(condition.conditions.map(testPart));
    case 'any':
      return anyOf(condition.conditions.map(testPart));
    case 'not': {
      const holds = testPart(condition.condition);
      return (values) => !holds(values);
    }
    case 'comparison':
      return (
        plainTest(condition, names.indexOf(condition.fact.fact)) ??
        comparisonTest(condition, names, operators)
      );
  }
}

// Loops and not `every` and `some`, which cost a third of the speed here.
function allOf(tests: readonly ConditionTest[]): ConditionTest {
  return (values) => {
    for (const holds of tests) if (!holds(values)) return false;
    return true;
  };
}

function anyOf(tests: readonly ConditionTest[]): ConditionTest {
  return (values) => {
    for (const holds of tests) if (holds(values)) return true;
    return false;
  };
}

function comparisonTest(
  comparison: Comparison,
  names: readonly string[],
  operators: CustomOperators,
): ConditionTest {
  const test = testOf(comparison, operators);
  const actual = readerOf(comparison.fact, names);
  const expected = readerOf(comparison.value, names);
  return (values) => test(actual(values), expected(values));
}

/** Reads one side of a comparison. */
function readerOf(operand: Operand, names: readonly string[]): (values: readonly unknown[]) => unknown {
  if (operand.kind === 'literal') {
    const { value } = operand;
    return () => value;
  }
  const { fact, path } = operand;
  const slot = names.indexOf(fact);
  return path.length === 0 ? (values) => values[slot] : (values) => readPath(values[slot], path);
}
