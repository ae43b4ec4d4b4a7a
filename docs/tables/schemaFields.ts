import * as z from 'zod';

/** A field that a schema asks for, as a line of a table. */
export interface SchemaField {
  /** From the outermost field: `lines[].replacements[].sku`; with a question mark where it may be left out. */
  readonly path: string;
  readonly type: string;
  /** Empty where the schema says nothing. */
  readonly description: string;
}

type Node = z.core.JSONSchema.BaseSchema;

/** All fields of a schema of an object, each followed by those within it. */
export function schemaFields(schema: z.ZodType): readonly SchemaField[] {
  return fieldsWithin(z.toJSONSchema(schema, { unrepresentable: 'any' }), '');
}

function fieldsWithin(node: Node, prefix: string): SchemaField[] {
  const { properties = {}, required = [] } = node;
  return Object.entries(properties).flatMap(([name, of]) => {
    const property = asNode(of);
    return fieldsOf(property, `${prefix}${name}`, !required.includes(name));
  });
}

function fieldsOf(node: Node, path: string, isOptional: boolean): SchemaField[] {
  const { of, isNullable } = withoutNull(node);
  const type = isNullable ? `${typeOf(of)}, or \`null\`` : typeOf(of);
  const field = { path: isOptional ? `${path}?` : path, type, description: descriptionOf(node) };
  if (isMoney(of)) return [field];
  const within = of.type === 'array' ? withoutNull(asNode(of.items)).of : of;
  const prefix = of.type === 'array' ? `${path}[].` : `${path}.`;
  const alternatives = within.oneOf?.map(asNode);
  const nested =
    alternatives === undefined ? fieldsWithin(within, prefix) : fieldsOfOne(alternatives, prefix);
  return [field, ...nested];
}

/** The fields of objects that one field tells apart: those that only some of them have say of which they are. */
function fieldsOfOne(alternatives: readonly Node[], prefix: string): SchemaField[] {
  const [first = {}] = alternatives;
  const tag = Object.entries(first.properties ?? {}).find(([, of]) => asNode(of).const !== undefined)?.[0];
  if (tag === undefined) throw new RangeError(`Nothing tells apart what "${prefix}" can be.`);
  const tagOf = (node: Node) => code(asNode(node.properties?.[tag]).const);
  const lines = new Map<string, { readonly field: SchemaField; readonly tags: string[] }>();
  for (const alternative of alternatives) {
    for (const field of fieldsWithin(alternative, prefix)) {
      if (field.path === `${prefix}${tag}`) continue;
      const known = lines.get(field.path);
      if (known === undefined) lines.set(field.path, { field, tags: [tagOf(alternative)] });
      else known.tags.push(tagOf(alternative));
    }
  }
  return [
    { path: `${prefix}${tag}`, type: oneOf(alternatives.map(tagOf)), description: 'Which of these it is.' },
    ...[...lines.values()].map(({ field, tags }) => {
      if (tags.length === alternatives.length) return field;
      const only = `Where \`${tag}\` is ${tags.join(' or ')}.`;
      return { ...field, description: [only, field.description].filter((text) => text !== '').join(' ') };
    }),
  ];
}

/** What a value must be, in a few words. */
function typeOf(node: Node): string {
  if (isMoney(node)) return `money${rangeOf(asNode(node.properties?.minor))}`;
  if (node.const !== undefined) return code(node.const);
  if (node.enum !== undefined) return oneOf(node.enum.map(code));
  if (node.oneOf !== undefined) return 'object';
  if (node.anyOf !== undefined) return node.anyOf.map((one) => typeOf(asNode(one))).join(' or ');
  switch (node.type) {
    case 'integer':
    case 'number':
      return `${node.type}${rangeOf(node)}`;
    case 'string':
      return textTypeOf(node);
    case 'array':
      return `list${countOf(node)}: ${typeOf(withoutNull(asNode(node.items)).of)}`;
    case 'object':
      return isRecord(node) ? `object of any names: ${typeOf(asNode(node.additionalProperties))}` : 'object';
    default:
      return node.type === undefined ? 'any value' : [node.type].flat().map(wordOf).join(' or ');
  }
}

function wordOf(type: string): string {
  return type === 'string' ? 'text' : type === 'null' ? '`null`' : type;
}

const NAMED_PATTERNS: Readonly<Record<string, string>> = {
  '^\\S(?:[\\s\\S]*\\S)?$': 'identifier',
  '^[a-z][a-z0-9_]*$': 'code',
};

function textTypeOf({ pattern, format, maxLength }: Node): string {
  if (format === 'date-time') return 'instant';
  if (format === 'date') return 'day';
  const named = pattern === undefined ? undefined : NAMED_PATTERNS[pattern];
  if (named !== undefined) return named;
  return maxLength === undefined ? 'text' : `text, up to ${count(maxLength)} characters`;
}

function rangeOf({ minimum, maximum }: Node): string {
  const from = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? undefined : minimum;
  // Beyond that a bound is there for the arithmetic, and says nothing to people.
  const to = maximum === undefined || maximum > 1e15 ? undefined : maximum;
  if (from === undefined && to === undefined) return '';
  if (to === undefined) return `, ${count(from ?? 0)} or more`;
  return from === undefined ? `, up to ${count(to)}` : `, ${count(from)} to ${count(to)}`;
}

function countOf({ minItems = 0, maxItems }: Node): string {
  if (maxItems !== undefined) return ` of ${count(minItems)} to ${count(maxItems)}`;
  return minItems === 0 ? '' : ` of ${count(minItems)} or more`;
}

/** What is said of every identifier, code and instant is told once, above the tables. */
const SAID_ONCE: readonly (string | undefined)[] = [
  'An identifier given by the shop.',
  'A code in snake_case.',
  'A moment, ISO 8601 with an offset.',
];

function descriptionOf(node: Node): string {
  const said = [node, withoutNull(node).of].map(({ description }) => description);
  return said.find((text) => text !== undefined && !SAID_ONCE.includes(text)) ?? '';
}

function withoutNull(node: Node): { readonly of: Node; readonly isNullable: boolean } {
  const others = node.anyOf?.map(asNode).filter(({ type }) => type !== 'null') ?? [];
  const [only] = others;
  if (only !== undefined && others.length === 1) return { of: only, isNullable: true };
  return { of: node, isNullable: false };
}

function isMoney({ properties = {} }: Node): boolean {
  return Object.keys(properties).sort().join() === 'currency,minor';
}

function isRecord({ properties = {}, additionalProperties }: Node): boolean {
  return Object.keys(properties).length === 0 && typeof additionalProperties === 'object';
}

/** JSON Schema knows `true` and `false` as schemas, and several for the places of a list: no schema of ours has them. */
function asNode(of: unknown): Node {
  if (!isNode(of)) throw new RangeError('That is no schema.');
  return of;
}

function isNode(of: unknown): of is Node {
  return typeof of === 'object' && of !== null && !Array.isArray(of);
}

function oneOf(values: readonly string[]): string {
  return values.length > 2 ? `one of ${values.join(', ')}` : values.join(' or ');
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
