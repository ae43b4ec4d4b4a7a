import * as z from 'zod';
import type { JsonRecord } from '../ast/index.js';
import type { FactCatalogue, FactDescription, FactShape } from '../catalogue/index.js';
import { documentSchema, groupSchema, ruleSchema } from '../document/index.js';
import { comparisonSchemas } from './comparisonSchemas.js';

/** What a JSON Schema of rules is made with. */
export interface RulesJsonSchemaOptions {
  /** Names of custom operators that rules may use. Default: none. */
  readonly operators?: readonly string[];
}

/**
 * A JSON Schema (draft 7, the one that editors know best) of rule documents over a catalogue's facts: an editor that has it
 * completes the names of facts, operators and enum values, shows descriptions, and marks what is wrong while one types.
 * It accepts every document that `loadRules` accepts; what needs to see more than one place (names, references, paths),
 * only `loadRules` checks.
 *
 * @returns plain JSON, to be written to a file that documents name in `$schema`
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, rulesJsonSchema } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ tier: z.enum(['tier_1', 'tier_2']) }));
 * JSON.stringify(rulesJsonSchema(facts)).includes('"enum":["tier_1","tier_2"]'); // => true
 * ```
 */
export function rulesJsonSchema<Shape extends FactShape>(
  catalogue: FactCatalogue<Shape>,
  options: RulesJsonSchemaOptions = {},
): JsonRecord {
  const { operators = [] } = options;
  const facts: readonly FactDescription[] = Object.values(catalogue.facts);
  const factNames = facts.map(({ name }) => name);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    anyOf: [ref('document'), { type: 'array', items: ref('rule') }],
    definitions: {
      document: withProperties(draft7(documentSchema), {
        conditions: { type: 'object', additionalProperties: ref('combined') },
        groups: { type: 'array', items: ref('group') },
        rules: { type: 'array', items: ref('rule') },
      }),
      rule: withProperties(draft7(ruleSchema), { conditions: ref('combined') }),
      group: draft7(groupSchema),
      combined: {
        anyOf: [
          combination('all', { type: 'array', items: ref('condition') }),
          combination('any', { type: 'array', items: ref('condition'), minItems: 1 }),
          combination('not', ref('condition')),
          combination('condition', { type: 'string', description: 'The name of a named condition.' }),
        ],
      },
      condition: { anyOf: [ref('combined'), ref('comparison')] },
      comparison: { anyOf: facts.flatMap((fact) => comparisonSchemas(fact, operators)) },
      factReference: {
        type: 'object',
        properties: { fact: { enum: factNames }, path: { type: 'string', pattern: '^\\$' } },
        required: ['fact'],
        additionalProperties: false,
      },
      name: { type: 'string', description: 'A name for people; it decides nothing.' },
      priority: {
        type: 'integer',
        minimum: 1,
        description: 'Kept for json-rules-engine; it decides nothing here.',
      },
    },
  };
}

function ref(name: string): JsonRecord {
  return { $ref: `#/definitions/${name}` };
}

function draft7(schema: z.ZodType): JsonRecord {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  // A JSON Schema is plain JSON, which zod's type of it, an object of many optional keys, does not tell.
  return rest as unknown as JsonRecord;
}

/** A schema of an object with other schemas for some of its properties. */
function withProperties(schema: JsonRecord, properties: JsonRecord): JsonRecord {
  const own = schema.properties as JsonRecord;
  return { ...schema, properties: { ...own, ...properties } };
}

function combination(key: string, value: JsonRecord): JsonRecord {
  return {
    type: 'object',
    properties: { [key]: value, name: ref('name'), priority: ref('priority') },
    required: [key],
    additionalProperties: false,
  };
}
