import * as z from 'zod';
import type { JsonRecord, JsonValue } from '../ast/index.js';
import type { CombinedConditionDocument, FactReferenceDocument } from './conditionDocument.js';

/** Schema of a rule without its conditions, which are parsed part by part. */
export const ruleSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .exactOptional()
    .meta({ description: 'Unique in the document. Absent: the place of the rule, such as rules[3].' }),
  priority: z.int().min(1).exactOptional().meta({ description: 'Higher comes first. Default 1.' }),
  because: z.string().exactOptional().meta({ description: 'The reason for the rule, for people.' }),
  tags: z.array(z.string()).exactOptional(),
  conditions: z.unknown(),
  event: z.strictObject({
    type: z.string().min(1),
    params: z.record(z.string(), z.unknown()).exactOptional(),
  }),
  examples: z
    .array(z.strictObject({ facts: z.record(z.string(), z.unknown()), fires: z.boolean() }))
    .exactOptional()
    .meta({ description: 'Facts with which the rule must fire, or must not.' }),
});

/** Schema of {@link RuleGroup}. */
export const groupSchema = z.strictObject({
  name: z.string().min(1),
  rules: z.array(z.string()).min(1).meta({ description: 'Names of rules.' }),
  over: z.string().exactOptional().meta({ description: 'The numeric fact that "complete" is about.' }),
  exclusive: z.boolean().exactOptional().meta({ description: 'No two of the rules fire together.' }),
  complete: z.strictObject({ from: z.number(), to: z.number().exactOptional() }).exactOptional().meta({
    description: 'One of the rules fires for every value in [from, to); without "to", up from there.',
  }),
});

/** Schema of a document without what is in its rules, groups and conditions. */
export const documentSchema = z.strictObject({
  $schema: z.string().exactOptional().meta({ description: 'The JSON Schema of the document, for editors.' }),
  format: z.literal(1),
  conditions: z.record(z.string(), z.unknown()).exactOptional(),
  groups: z.array(z.unknown()).exactOptional(),
  rules: z.array(z.unknown()),
});

/** A set of rules as JSON. */
export interface RuleSetDocument
  extends Readonly<Omit<z.infer<typeof documentSchema>, 'conditions' | 'groups' | 'rules'>> {
  /** Conditions that rules refer to by name. */
  readonly conditions?: Readonly<Record<string, CombinedConditionDocument>>;
  /** What {@link lintRules} is to check of several rules together. */
  readonly groups?: readonly RuleGroup[];
  readonly rules: readonly RuleDocument[];
}

/** A rule as JSON: one of json-rules-engine's, with texts and examples at its top that the original ignores. */
export interface RuleDocument
  extends Readonly<Omit<z.infer<typeof ruleSchema>, 'conditions' | 'event' | 'examples' | 'tags'>> {
  readonly tags?: readonly string[];
  readonly conditions: CombinedConditionDocument;
  readonly event: EventDocument;
  readonly examples?: readonly RuleExample[];
}

/** What happens when a rule fires. A parameter `{ "fact": "x" }` becomes the value of that fact. */
export interface EventDocument {
  readonly type: string;
  readonly params?: Readonly<Record<string, JsonValue | FactReferenceDocument>>;
}

/** Facts with which a rule must fire, or must not. Only the facts that the rule reads are needed. */
export interface RuleExample {
  readonly facts: JsonRecord;
  readonly fires: boolean;
}

/** What a document promises of several rules together. `lintRules` checks it; evaluation takes no notice. */
export interface RuleGroup extends Readonly<z.infer<typeof groupSchema>> {}
