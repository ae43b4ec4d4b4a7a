import { type IssuePath, showValue } from '@aftercare/core/foundation';
import type { Comparison, Condition, JsonValue, Operand } from '../ast/index.js';
import {
  allSchema,
  anySchema,
  CONDITION_KEYS,
  comparisonSchema,
  factReferenceSchema,
  notSchema,
  referenceSchema,
} from '../document/index.js';
import type { FactType } from '../factType/index.js';
import { checkComparison } from './checkComparison.js';
import { type ParseContext, parseFactReference } from './parseContext.js';
import { parseOperator } from './parseOperator.js';

/** Keys that an issue names at most of a condition that has others than it should. */
const MOST_KEYS = 10;

/**
 * A condition of a document, checked and with its references resolved; `undefined` when there was an issue.
 *
 * @param level - how deep it lies, references on the way counted
 */
function parseCondition(
  input: unknown,
  path: IssuePath,
  level: number,
  context: ParseContext,
): Condition | undefined {
  const { report, limits } = context;
  if (level > limits.depth) {
    report.add('limit_exceeded', path, { limit: 'depth', maximum: limits.depth });
    return undefined;
  }
  const record = withoutParams(input, path, context);
  if (record === undefined) return undefined;
  const keys = CONDITION_KEYS.filter((key) => Object.hasOwn(record, key));
  const [key, another] = keys;
  if (key === undefined) {
    report.add('no_condition', path, { keys: Object.keys(record).slice(0, MOST_KEYS) });
    return undefined;
  }
  if (another !== undefined) {
    report.add('mixed_condition', path, { keys });
    return undefined;
  }
  switch (key) {
    case 'all':
      return parseAll(record, path, level, context);
    case 'any':
      return parseAny(record, path, level, context);
    case 'not':
      return parseNot(record, path, level, context);
    case 'condition':
      return parseReference(record, path, level, context);
    case 'fact':
      return parseComparison(record, path, context);
  }
}

/** A condition that stands at the root of a rule: the original takes no bare comparison there. */
export function parseRootCondition(
  input: unknown,
  path: IssuePath,
  level: number,
  context: ParseContext,
): Condition | undefined {
  const condition = parseCondition(input, path, level, context);
  if (condition?.kind !== 'comparison') return condition;
  context.report.add('comparison_at_root', path, { fact: condition.fact.fact });
  return undefined;
}

function withoutParams(input: unknown, path: IssuePath, { report }: ParseContext): object | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const received = showValue(input);
    if (input === undefined) report.add('missing', path, { expected: ['object'] });
    else report.add('invalid_type', path, { expected: ['object'], received });
    return undefined;
  }
  if (!Object.hasOwn(input, 'params')) return input;
  report.add('not_supported', [...path, 'params'], { key: 'params' });
  const { params: _, ...rest } = input as { params: unknown };
  return rest;
}

function parseAll(
  input: object,
  path: IssuePath,
  level: number,
  context: ParseContext,
): Condition | undefined {
  const parsed = context.report.parse(allSchema, input, path);
  if (parsed === undefined) return undefined;
  const conditions = parseParts(parsed.all, [...path, 'all'], level, context);
  return conditions && Object.freeze({ kind: 'all', conditions, ...nameOf(parsed) });
}

function parseAny(
  input: object,
  path: IssuePath,
  level: number,
  context: ParseContext,
): Condition | undefined {
  const parsed = context.report.parse(anySchema, input, path);
  if (parsed === undefined) return undefined;
  if (parsed.any.length === 0) context.report.add('empty_any', [...path, 'any'], {});
  const conditions = parseParts(parsed.any, [...path, 'any'], level, context);
  return conditions && Object.freeze({ kind: 'any', conditions, ...nameOf(parsed) });
}

function parseParts(
  parts: readonly unknown[],
  path: IssuePath,
  level: number,
  context: ParseContext,
): readonly Condition[] | undefined {
  const parsed = parts.map((part, index) => parseCondition(part, [...path, index], level + 1, context));
  const conditions = parsed.filter((condition) => condition !== undefined);
  return conditions.length === parts.length ? Object.freeze(conditions) : undefined;
}

function parseNot(
  input: object,
  path: IssuePath,
  level: number,
  context: ParseContext,
): Condition | undefined {
  const parsed = context.report.parse(notSchema, input, path);
  if (parsed === undefined) return undefined;
  const condition = parseCondition(parsed.not, [...path, 'not'], level + 1, context);
  return condition && Object.freeze({ kind: 'not', condition, ...nameOf(parsed) });
}

function parseReference(
  input: object,
  path: IssuePath,
  level: number,
  context: ParseContext,
): Condition | undefined {
  const parsed = context.report.parse(referenceSchema, input, path);
  if (parsed === undefined) return undefined;
  const condition = context.resolve(parsed.condition, [...path, 'condition'], level + 1);
  return condition && Object.freeze({ ...condition, name: parsed.name ?? parsed.condition });
}

function parseComparison(input: object, path: IssuePath, context: ParseContext): Comparison | undefined {
  const parsed = context.report.parse(comparisonSchema, input, path);
  if (parsed === undefined) return undefined;
  const fact = parseFactReference(parsed, path, context);
  const operator = parseOperator(parsed.operator, [...path, 'operator'], context);
  const value = parseOperand(input, [...path, 'value'], context);
  if (fact === undefined || operator === undefined || value === undefined) return undefined;
  const comparison: Comparison = Object.freeze({
    kind: 'comparison',
    fact: fact.reference,
    ...operator,
    value: value.operand,
    ...nameOf(parsed),
  });
  checkComparison(comparison, fact.type, value.type, path, context.report);
  return comparison;
}

interface TypedOperand {
  readonly operand: Operand;
  /** The type of the fact that the value is; absent for a value that stands in the rule. */
  readonly type?: FactType;
}

function parseOperand(input: object, path: IssuePath, context: ParseContext): TypedOperand | undefined {
  if (!Object.hasOwn(input, 'value')) {
    context.report.add('missing', path, { expected: ['text', 'number', 'boolean', 'array'] });
    return undefined;
  }
  // The document was found to be plain JSON, and copied and frozen, before its parts are parsed.
  const { value } = input as { value: JsonValue };
  if (isFactReference(value)) {
    const parsed = context.report.parse(factReferenceSchema, value, path);
    const fact = parsed && parseFactReference(parsed, path, context);
    return fact && { operand: fact.reference, type: fact.type };
  }
  if (Array.isArray(value) && value.length > context.limits.listLength) {
    context.report.add('limit_exceeded', path, { limit: 'listLength', maximum: context.limits.listLength });
    return undefined;
  }
  return { operand: Object.freeze({ kind: 'literal', value }) };
}

/** Whether a value stands for a fact, as the original tells it: by a key `fact`. */
export function isFactReference(value: unknown): value is { fact: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'fact');
}

function nameOf({ name }: { readonly name?: string }): { readonly name?: string } {
  return name === undefined ? {} : { name };
}
