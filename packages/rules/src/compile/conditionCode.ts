import type { Comparison, Condition, FactReference, JsonValue, Operand } from '../ast/index.js';
import { type CustomOperators, isOperatorName, type OperatorName, testOf } from '../operators/index.js';

/**
 * What the code of a function may refer to: variables with names of our own making, never a text from a rule. Texts and
 * numbers of rules enter code as literals that `JSON.stringify` makes.
 */
export interface CodeScope {
  /** The variable with the value of a fact. */
  fact(name: string): string;
  /** The variable with the value of a fact where it is a number, else NaN, with which every comparison is false. */
  number(name: string): string;
  /** A variable with a value that code cannot spell. */
  constant(value: unknown): string;
}

/** Lists up to this length are compared item by item; longer ones become a set. */
const LONGEST_CHAIN = 8;

/** The condition as an expression. */
export function conditionCode(condition: Condition, scope: CodeScope, operators: CustomOperators): string {
  const codeOf = (part: Condition) => conditionCode(part, scope, operators);
  switch (condition.kind) {
    case 'all':
      return condition.conditions.length === 0
        ? 'true'
        : `(${condition.conditions.map(codeOf).join(' && ')})`;
    case 'any':
      return condition.conditions.length === 0
        ? 'false'
        : `(${condition.conditions.map(codeOf).join(' || ')})`;
    case 'not':
      return `!${codeOf(condition.condition)}`;
    case 'comparison':
      return comparisonCode(condition, scope, operators);
  }
}

function comparisonCode(comparison: Comparison, scope: CodeScope, operators: CustomOperators): string {
  const { decorators, operator, fact, value } = comparison;
  // Of the decorators, those in front that only negate; any other one needs the operator as a function.
  const inner = decorators.findIndex((decorator) => decorator !== 'not');
  const negations = inner === -1 ? decorators.length : inner;
  const rest: Comparison = { ...comparison, decorators: decorators.slice(negations) };
  const plain = isOperatorName(operator) && rest.decorators.length === 0;
  const code = plain ? operatorCode(operator, fact, value, scope) : undefined;
  return negated(negations, code ?? callCode(rest, scope, operators));
}

function negated(times: number, code: string): string {
  return times % 2 === 0 ? code : `!${code}`;
}

/** The ten operators written out, or `undefined` where calling them is as good. */
function operatorCode(
  operator: OperatorName,
  fact: FactReference,
  value: Operand,
  scope: CodeScope,
): string | undefined {
  switch (operator) {
    case 'equal':
      return `(${operandCode(fact, scope)} === ${operandCode(value, scope)})`;
    case 'notEqual':
      return `(${operandCode(fact, scope)} !== ${operandCode(value, scope)})`;
    case 'lessThan':
      return orderCode(fact, '<', value, scope);
    case 'lessThanInclusive':
      return orderCode(fact, '<=', value, scope);
    case 'greaterThan':
      return orderCode(fact, '>', value, scope);
    case 'greaterThanInclusive':
      return orderCode(fact, '>=', value, scope);
    case 'in':
      return membershipCode(fact, value, scope);
    case 'notIn': {
      const code = membershipCode(fact, value, scope);
      return code && `!${code}`;
    }
    case 'contains':
    case 'doesNotContain':
      return undefined;
  }
}

function orderCode(fact: FactReference, sign: string, value: Operand, scope: CodeScope): string | undefined {
  const actual = numberCode(fact, scope);
  const expected = numberCode(value, scope);
  return actual && expected && `(${actual} ${sign} ${expected})`;
}

function numberCode(operand: Operand, scope: CodeScope): string | undefined {
  if (operand.kind === 'literal')
    return typeof operand.value === 'number' ? JSON.stringify(operand.value) : undefined;
  return operand.path.length === 0 ? scope.number(operand.fact) : undefined;
}

function membershipCode(fact: FactReference, value: Operand, scope: CodeScope): string | undefined {
  if (value.kind !== 'literal' || !isList(value.value) || fact.path.length > 0) return undefined;
  const actual = operandCode(fact, scope);
  if (value.value.length > LONGEST_CHAIN) return `${scope.constant(new Set(value.value))}.has(${actual})`;
  const items = value.value.map((item) => `${actual} === ${literalCode(item, scope)}`);
  return items.length === 0 ? 'false' : `(${items.join(' || ')})`;
}

// Array.isArray does not narrow read-only lists.
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

function callCode(comparison: Comparison, scope: CodeScope, operators: CustomOperators): string {
  const test = scope.constant(testOf(comparison, operators));
  return `${test}(${operandCode(comparison.fact, scope)}, ${operandCode(comparison.value, scope)})`;
}

function operandCode(operand: Operand, scope: CodeScope): string {
  if (operand.kind === 'literal') return literalCode(operand.value, scope);
  const value = scope.fact(operand.fact);
  return operand.path.length === 0 ? value : `readPath(${value}, ${scope.constant(operand.path)})`;
}

function literalCode(value: JsonValue, scope: CodeScope): string {
  return typeof value === 'object' && value !== null ? scope.constant(value) : JSON.stringify(value);
}
