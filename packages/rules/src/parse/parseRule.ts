import { formatIssuePath, type IssuePath } from '@aftercare/core/foundation';
import { factReferenceSchema, type RuleDocument, type RuleExample, ruleSchema } from '../document/index.js';
import type { FactParam, Rule } from '../rule/index.js';
import { isFactReference, parseRootCondition } from './parseCondition.js';
import { lookUpFact, type ParseContext, parseFactReference } from './parseContext.js';

const NONE: readonly never[] = Object.freeze([]);

/** What the original takes and data cannot hold. */
const CALLBACKS = ['onSuccess', 'onFailure'] as const;

/** A rule of a document, or `undefined` when there was an issue. The input is frozen already. */
export function parseRule(
  input: unknown,
  index: number,
  path: IssuePath,
  context: ParseContext,
): Rule | undefined {
  const { report } = context;
  const parsed = report.parse(ruleSchema, withoutCallbacks(input, path, context), path);
  if (!isObject(input)) return undefined;
  // Whatever is wrong with the rest of the rule, the issues of its conditions are wanted too.
  const when = parseRootCondition(input.conditions, [...path, 'conditions'], 0, context);
  if (parsed === undefined) return undefined;
  // The schema has accepted it: this is the frozen original of what it returned a copy of.
  const { event, examples = NONE, tags = NONE } = input as unknown as RuleDocument;
  if (event.type === 'error')
    report.add('reserved_event_type', [...path, 'event', 'type'], { type: event.type });
  const factParams = parseFactParams(event.params ?? {}, [...path, 'event', 'params'], context);
  examples.forEach((example, place) => {
    checkExample(example, [...path, 'examples', place], context);
  });
  if (when === undefined) return undefined;
  const { name = defaultName(index), priority = 1, because } = parsed;
  const reason = because === undefined ? {} : { because };
  return Object.freeze({ name, index, priority, ...reason, tags, when, event, factParams, examples });
}

/** The name of a rule without one: its place. */
export function defaultName(index: number): string {
  return formatIssuePath(['rules', index]);
}

function isObject(input: unknown): input is { readonly conditions?: unknown } {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function withoutCallbacks(input: unknown, path: IssuePath, { report }: ParseContext): unknown {
  if (!isObject(input)) return input;
  const found = CALLBACKS.filter((key) => Object.hasOwn(input, key));
  for (const key of found) report.add('not_supported', [...path, key], { key });
  if (found.length === 0) return input;
  return Object.fromEntries(Object.entries(input).filter(([key]) => !found.some((name) => name === key)));
}

/** Only the parameters themselves can be facts, not parts of them; so it is in the original. */
function parseFactParams(params: object, path: IssuePath, context: ParseContext): readonly FactParam[] {
  const found = Object.entries(params).flatMap(([param, value]) => {
    if (!isFactReference(value)) return [];
    const parsed = context.report.parse(factReferenceSchema, value, [...path, param]);
    const fact = parsed && parseFactReference(parsed, [...path, param], context);
    return fact === undefined ? [] : [Object.freeze({ param, from: fact.reference })];
  });
  return Object.freeze(found);
}

function checkExample(example: RuleExample, path: IssuePath, context: ParseContext): void {
  for (const [name, value] of Object.entries(example.facts)) {
    const place = [...path, 'facts', name];
    const known = lookUpFact(name, place, context);
    const schema = known && context.catalogue.schema.shape[name];
    if (schema !== undefined) context.report.parse(schema, value, place);
  }
}
