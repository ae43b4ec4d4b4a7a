import { type IssuePath, showValue } from '@aftercare/core/foundation';
import { type Comparison, type Decorator, type JsonValue, operatorText } from '../ast/index.js';
import { accepts, type FactType, isWithin, summaryOf } from '../factType/index.js';
import type { IssueReport } from '../issues/index.js';
import { isOperatorName, type OperatorName } from '../operators/index.js';

/** One side of a comparison: the type of a fact, or a value that the rule states. */
type Side = TypedSide | LiteralSide;

interface TypedSide {
  readonly fact: string;
  /** Of the fact, or of what lies in it. */
  readonly type: FactType;
}

interface LiteralSide {
  readonly literal: JsonValue;
  /** Where it stands in the document. */
  readonly path: IssuePath;
}

const isLiteral = (side: Side): side is LiteralSide => 'literal' in side;

/**
 * Reports an operator that does not fit what it is applied to, and a value that the fact can never have. Custom
 * operators take whatever they take.
 *
 * @param factType - the type of the compared fact, or of the part of it
 * @param valueType - the type of the other fact, where the value is one
 */
export function checkComparison(
  comparison: Comparison,
  factType: FactType,
  valueType: FactType | undefined,
  path: IssuePath,
  report: IssueReport,
): void {
  const { fact, value, operator, decorators } = comparison;
  if (!isOperatorName(operator)) return;
  const actual: Side = { fact: fact.fact, type: factType };
  const expected: Side =
    value.kind === 'literal'
      ? { literal: value.value, path: [...path, 'value'] }
      : { fact: value.fact, type: valueType ?? { kind: 'any', nullable: true } };
  const mismatch = (side: Side) => {
    const place = [...path, 'operator'];
    const operator = operatorText(comparison);
    if (isLiteral(side))
      report.add('operator_value_mismatch', place, { operator, received: showValue(side.literal) });
    else report.add('operator_mismatch', place, { operator, fact: side.fact, type: summaryOf(side.type) });
  };
  const outside = ({ literal, path: place }: LiteralSide, { fact, type }: TypedSide) => {
    report.add('value_mismatch', place, { received: showValue(literal), fact, expected: summaryOf(type) });
  };
  checkDecorated(decorators, operator, actual, expected, { mismatch, outside });
}

interface Findings {
  /** The operator does not fit this side. */
  mismatch(side: Side): void;
  /** The value is none that the other side can have. */
  outside(value: LiteralSide, other: TypedSide): void;
}

function checkDecorated(
  decorators: readonly Decorator[],
  operator: OperatorName,
  actual: Side,
  expected: Side,
  findings: Findings,
): void {
  const [first, ...rest] = decorators;
  const check = (left: Side, right: Side) => {
    checkDecorated(rest, operator, left, right, findings);
  };
  switch (first) {
    case undefined:
      checkOperator(operator, actual, expected, findings);
      break;
    case 'not':
      check(actual, expected);
      break;
    case 'swap':
      check(expected, actual);
      break;
    case 'someFact':
    case 'everyFact':
      forItems(actual, findings, (item) => check(item, expected));
      break;
    case 'someValue':
    case 'everyValue':
      forItems(expected, findings, (item) => check(actual, item));
      break;
  }
}

function checkOperator(operator: OperatorName, actual: Side, expected: Side, findings: Findings): void {
  switch (operator) {
    case 'equal':
    case 'notEqual':
      checkEqual(actual, expected, findings);
      break;
    case 'in':
    case 'notIn':
      forItems(expected, findings, (item) => checkEqual(actual, item, findings));
      break;
    case 'contains':
    case 'doesNotContain':
      forItems(actual, findings, (item) => checkEqual(item, expected, findings));
      break;
    case 'lessThan':
    case 'lessThanInclusive':
    case 'greaterThan':
    case 'greaterThanInclusive':
      checkOrder(actual, expected, findings);
      break;
  }
}

/** Goes on with each item of a list; with one for all where the side is the type of a list. */
function forItems(side: Side, { mismatch }: Findings, check: (item: Side) => void): void {
  if (isLiteral(side)) {
    if (isList(side.literal))
      for (const [index, literal] of side.literal.entries()) check({ literal, path: [...side.path, index] });
    else mismatch(side);
  } else if (side.type.kind === 'list') {
    check({ fact: side.fact, type: side.type.items });
  } else if (side.type.kind === 'any') {
    check(side);
  } else {
    mismatch(side);
  }
}

// Array.isArray does not narrow read-only lists.
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

function checkEqual(actual: Side, expected: Side, { mismatch, outside }: Findings): void {
  const composite = [actual, expected].find(isComposite);
  if (composite !== undefined) {
    mismatch(composite);
  } else if (isLiteral(actual)) {
    if (!isLiteral(expected) && !accepts(expected.type, actual.literal)) outside(actual, expected);
  } else if (isLiteral(expected)) {
    if (!accepts(actual.type, expected.literal)) outside(expected, actual);
  } else if (!haveCommonValues(actual.type, expected.type)) {
    mismatch(expected);
  }
}

/** Whether the side is a list or an object, which equal nothing but themselves. */
function isComposite(side: Side): boolean {
  if (isLiteral(side)) return typeof side.literal === 'object' && side.literal !== null;
  return side.type.kind === 'list' || side.type.kind === 'object';
}

function haveCommonValues(a: FactType, b: FactType): boolean {
  if (a.kind === 'any' || b.kind === 'any' || (a.nullable && b.nullable)) return true;
  if (a.kind === 'choice') return a.choices.some((choice) => accepts(b, choice));
  if (b.kind === 'choice') return b.choices.some((choice) => accepts(a, choice));
  return a.kind === b.kind && a.kind !== 'null';
}

function checkOrder(actual: Side, expected: Side, findings: Findings): void {
  for (const side of [actual, expected]) if (!isNumeric(side)) findings.mismatch(side);
  if (isLiteral(actual)) checkWithin(actual, expected, findings);
  if (isLiteral(expected)) checkWithin(expected, actual, findings);
}

function checkWithin(value: LiteralSide, other: Side, findings: Findings): void {
  if (isLiteral(other) || typeof value.literal !== 'number' || other.type.kind !== 'number') return;
  if (!isWithin(other.type, value.literal)) findings.outside(value, other);
}

function isNumeric(side: Side): boolean {
  if (isLiteral(side)) return typeof side.literal === 'number';
  const { type } = side;
  if (type.kind === 'choice') return type.choices.every((choice) => typeof choice === 'number');
  return type.kind === 'number' || type.kind === 'any';
}
