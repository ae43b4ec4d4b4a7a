import { type Comparison, type Condition, type Operand, readPath } from '../ast/index.js';
import type { FactRecord } from '../evaluate/index.js';
import { type CustomOperators, testOf } from '../operators/index.js';
import type { ComparisonExplanation, ConditionExplanation } from './explanation.js';

/** Evaluates all of a condition, also what its result does not depend on any more, and keeps every result. */
export function explainCondition(
  condition: Condition,
  facts: FactRecord,
  operators: CustomOperators,
): ConditionExplanation {
  const explainPart = (part: Condition) => explainCondition(part, facts, operators);
  const { kind, name } = condition;
  const label = name === undefined ? {} : { name };
  switch (kind) {
    case 'all': {
      const conditions = condition.conditions.map(explainPart);
      return { kind, ...label, holds: conditions.every((part) => part.holds), conditions };
    }
    case 'any': {
      const conditions = condition.conditions.map(explainPart);
      return { kind, ...label, holds: conditions.some((part) => part.holds), conditions };
    }
    case 'not': {
      const part = explainPart(condition.condition);
      return { kind, ...label, holds: !part.holds, condition: part };
    }
    case 'comparison':
      return { ...label, ...explainComparison(condition, facts, operators) };
  }
}

function explainComparison(
  comparison: Comparison,
  facts: FactRecord,
  operators: CustomOperators,
): ComparisonExplanation {
  const actual = readOperand(comparison.fact, facts);
  const expected = readOperand(comparison.value, facts);
  const holds = testOf(comparison, operators)(actual, expected);
  return { kind: 'comparison', holds, comparison, actual, expected };
}

function readOperand(operand: Operand, facts: FactRecord): unknown {
  return operand.kind === 'literal' ? operand.value : readPath(facts[operand.fact], operand.path);
}
