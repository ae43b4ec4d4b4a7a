import type { JsonRecord, JsonValue } from '../ast/index.js';
import type { FactDescription } from '../catalogue/index.js';
import type { FactType } from '../factType/index.js';
import { DECORATORS, OPERATORS } from '../operators/index.js';

const ORDER = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

const REFERENCE: JsonRecord = { $ref: '#/definitions/factReference' };

/** The schemas of all comparisons of a fact: one for each group of operators that take the same values. */
export function comparisonSchemas(fact: FactDescription, customOperators: readonly string[]): JsonRecord[] {
  const decorated = { pattern: `^((${Object.keys(DECORATORS).join('|')}):)+[^:]+$` };
  const anyOperator = { anyOf: [{ enum: [...Object.keys(OPERATORS), ...customOperators] }, decorated] };
  return [
    ...plainSchemas(fact),
    comparison(fact, decorated, {}),
    ...(customOperators.length === 0 ? [] : [comparison(fact, { enum: customOperators }, {})]),
    ...(hasParts(fact.type) ? [comparison(fact, anyOperator, {}, { type: 'string', pattern: '^\\$' })] : []),
  ];
}

function plainSchemas(fact: FactDescription): JsonRecord[] {
  const { type } = fact;
  const plain = (operators: readonly string[], value: JsonRecord) =>
    comparison(fact, { enum: operators }, { anyOf: [value, REFERENCE] });
  if (type.kind === 'any') return [comparison(fact, { enum: Object.keys(OPERATORS) }, {})];
  if (type.kind === 'object') return [];
  if (type.kind === 'list') return [plain(['contains', 'doesNotContain'], valueSchema(type.items))];
  const value = valueSchema(type);
  return [
    plain(['equal', 'notEqual'], value),
    plain(['in', 'notIn'], { type: 'array', items: value }),
    ...(isNumeric(type) ? [plain(ORDER, orderSchema(type))] : []),
  ];
}

function comparison(
  fact: FactDescription,
  operator: JsonRecord,
  value: JsonRecord,
  path?: JsonRecord,
): JsonRecord {
  return {
    type: 'object',
    properties: {
      fact: { const: fact.name, description: describe(fact) },
      operator: { type: 'string', ...operator },
      value,
      ...(path === undefined ? {} : { path }),
      name: { $ref: '#/definitions/name' },
      priority: { $ref: '#/definitions/priority' },
    },
    required: path === undefined ? ['fact', 'operator', 'value'] : ['fact', 'operator', 'value', 'path'],
    additionalProperties: false,
  };
}

function describe({ description, unit }: FactDescription): string {
  return unit === undefined ? description : `${description} (${unit})`;
}

/** The values that a fact, or an item of it, can be equal to. */
function valueSchema(type: FactType): JsonRecord {
  switch (type.kind) {
    case 'number':
      return { ...orderSchema(type), ...multiples(type.step), type: orNull('number', type.nullable) };
    case 'text':
      return { type: orNull('string', type.nullable) };
    case 'choice':
      return { enum: type.nullable ? [...type.choices, null] : type.choices };
    case 'null':
      return { type: 'null' };
    case 'any':
      return {};
    case 'list':
    case 'object':
      // Nothing is equal to a list or an object of a fact.
      return { not: {} };
  }
}

function orNull(name: string, nullable: boolean): JsonValue {
  return nullable ? [name, 'null'] : name;
}

/** The numbers that a fact can be compared with by order: within its range, bounds included. */
function orderSchema(type: FactType): JsonRecord {
  const { minimum, maximum } = type.kind === 'number' ? type : {};
  return {
    type: 'number',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** Steps that are no integers are left out: validators take 0.3 for no multiple of 0.1. */
function multiples(step: number | undefined): JsonRecord {
  return step !== undefined && Number.isInteger(step) ? { multipleOf: step } : {};
}

function isNumeric(type: FactType): boolean {
  if (type.kind === 'choice') return type.choices.every((choice) => typeof choice === 'number');
  return type.kind === 'number';
}

function hasParts({ kind }: FactType): boolean {
  return kind === 'object' || kind === 'list' || kind === 'any';
}
