import type * as z from 'zod';

/** A value that a fact of few values can have. */
export type Choice = string | number | boolean;

/**
 * What the checks of rules know of the type of a fact, or of a part of it. `any` stands for every type that they know
 * nothing of: it passes all checks.
 */
export type FactType = { readonly nullable: boolean } & (
  | {
      readonly kind: 'number';
      /** Lowest value; absent: no bound. */
      readonly minimum?: number;
      /** Highest value; absent: no bound. */
      readonly maximum?: number;
      /** Whether the bound itself is excluded. */
      readonly exclusiveMinimum?: true;
      readonly exclusiveMaximum?: true;
      /** Values are multiples of it: 1 for integers. Absent: any number. */
      readonly step?: number;
    }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'list'; readonly items: FactType; readonly bounded: boolean }
  | {
      readonly kind: 'object';
      readonly properties: ReadonlyMap<string, FactType>;
      /** The properties that are always there. */
      readonly required: ReadonlySet<string>;
      /** The type of every other property; absent: there is none. */
      readonly rest?: FactType;
    }
  | { readonly kind: 'null' }
  | { readonly kind: 'any' }
);

/** Of what zod says about a type in JSON Schema, the part that rules are checked against. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The type that a JSON Schema of zod's describes. */
export function factTypeOf(schema: JsonSchema | boolean | undefined): FactType {
  if (schema === undefined || typeof schema === 'boolean') return { kind: 'any', nullable: true };
  const { type } = schema as { readonly type?: string | readonly string[] };
  if (typeof type === 'object') return unionOf(type.map((one) => ({ ...schema, type: one }) as JsonSchema));
  if (schema.anyOf !== undefined) return unionOf(schema.anyOf);
  if (schema.const !== undefined) return choicesOf([schema.const]);
  if (schema.enum !== undefined) return choicesOf(schema.enum);
  switch (type) {
    case 'number':
    case 'integer':
      return numberOf(schema);
    case 'string':
      return { kind: 'text', nullable: false };
    case 'boolean':
      return { kind: 'choice', choices: [false, true], nullable: false };
    case 'null':
      return { kind: 'null', nullable: true };
    case 'array':
      return listOf(schema);
    case 'object':
      return objectOf(schema);
    default:
      return { kind: 'any', nullable: true };
  }
}

function unionOf(schemas: readonly (JsonSchema | boolean)[]): FactType {
  const types = schemas.map(factTypeOf);
  const nullable = types.some((type) => type.nullable);
  const [only, ...others] = types.filter((type) => type.kind !== 'null');
  if (only === undefined) return { kind: 'null', nullable: true };
  if (others.length === 0) return { ...only, nullable };
  const choices = types.flatMap((type) => (type.kind === 'choice' ? type.choices : []));
  const finite = types.every((type) => type.kind === 'choice' || type.kind === 'null');
  return finite ? { kind: 'choice', choices: [...new Set(choices)], nullable } : { kind: 'any', nullable };
}

function choicesOf(values: readonly unknown[]): FactType {
  const choices = values.filter((value): value is Choice => value !== null && typeof value !== 'object');
  return { kind: 'choice', choices, nullable: values.includes(null) };
}

function numberOf(schema: JsonSchema): FactType {
  // zod gives every integer the bounds of safe integers; they say nothing about the fact.
  const bound = (value: number | boolean | undefined) =>
    typeof value !== 'number' || Math.abs(value) === Number.MAX_SAFE_INTEGER ? undefined : value;
  const minimum = bound(schema.exclusiveMinimum ?? schema.minimum);
  const maximum = bound(schema.exclusiveMaximum ?? schema.maximum);
  const step = schema.type === 'integer' ? integerStep(schema.multipleOf) : schema.multipleOf;
  return {
    kind: 'number',
    nullable: false,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(schema.exclusiveMinimum === undefined ? {} : { exclusiveMinimum: true }),
    ...(schema.exclusiveMaximum === undefined ? {} : { exclusiveMaximum: true }),
    ...(step === undefined ? {} : { step }),
  };
}

function integerStep(multipleOf: number | undefined): number {
  return multipleOf !== undefined && Number.isInteger(multipleOf) ? multipleOf : 1;
}

function listOf(schema: JsonSchema): FactType {
  const items = Array.isArray(schema.items) || schema.prefixItems !== undefined ? undefined : schema.items;
  const bounded = schema.minItems !== undefined || schema.maxItems !== undefined;
  return { kind: 'list', items: factTypeOf(items), bounded, nullable: false };
}

function objectOf(schema: JsonSchema): FactType {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, factTypeOf(property)] as const,
  );
  const rest = schema.additionalProperties;
  return {
    kind: 'object',
    properties: new Map(properties),
    required: new Set(schema.required ?? []),
    // A loose object allows everything, a record says what; zod's plain objects and strict ones allow nothing else.
    ...(rest === false || rest === undefined ? {} : { rest: factTypeOf(rest) }),
    nullable: false,
  };
}

/** Whether a literal of a rule can be a value of this type. */
export function accepts(type: FactType, value: unknown): boolean {
  if (value === null) return type.nullable;
  switch (type.kind) {
    case 'any':
      return true;
    case 'null':
      return false;
    case 'number':
      return typeof value === 'number' && isWithin(type, value) && isMultipleOf(value, type.step);
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return type.choices.some((choice) => choice === value);
    case 'list':
      return Array.isArray(value) && value.every((item) => accepts(type.items, item));
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
  }
}

/** Whether a number lies in a numeric type's range, its bounds included even where the type excludes them. */
export function isWithin(type: FactType & { kind: 'number' }, value: number): boolean {
  return value >= (type.minimum ?? -Infinity) && value <= (type.maximum ?? Infinity);
}

function isMultipleOf(value: number, step: number | undefined): boolean {
  // A quotient of decimals is rarely exact (0.3 / 0.1), so it may miss an integer by its rounding.
  if (step === undefined) return true;
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) <= Number.EPSILON * Math.max(1, Math.abs(quotient));
}
