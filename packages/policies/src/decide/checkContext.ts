import {
  AftercareError,
  type CoreIssue,
  coreIssues,
  type IssuePath,
  parseWith,
  showValue,
} from '@aftercare/core';
import type * as z from 'zod';
import type { Usage } from '../authority/index.js';
import { type Actor, actorSchema, type Case, type Command } from '../case/index.js';
import { policyIssues } from '../issues/index.js';
import type { Policy } from '../policy/index.js';
import type { Context } from './decision.js';

/**
 * What was checked last: facts and budgets are read-only, and often come with many commands one after the other, such as
 * the budgets of a whole shop in a simulation.
 */
const checked: { facts?: object; schema?: z.ZodType; usage?: object } = {};

/**
 * Checks what a host says of the world. Types promise it, and know nothing of a column that a database gives as text or of
 * a field that a query has left out: such a value would become a wrong amount, or be kept in the case for ever.
 *
 * @throws AftercareError that names the place, such as `facts.lines[0].pieces`
 */
export function checkContext({ kind }: Policy, context: Context): void {
  if (!isObject(context)) throw unfit(['context'], 'object', context);
  const { facts, actor, usage, ids } = context;
  const schema = kind.shape.facts;
  if (checked.facts !== facts || checked.schema !== schema) {
    check(schema, facts, 'facts');
    checked.facts = facts;
    checked.schema = schema;
  }
  if (!isActor(actor)) check(actorSchema, actor, 'actor');
  if (checked.usage !== usage) {
    checkUsage(usage);
    checked.usage = usage;
  }
  if (ids === undefined) return;
  if (!Array.isArray(ids)) throw unfit(['ids'], 'array', ids);
  for (const [index, id] of ids.entries()) {
    if (!isText(id)) throw unfit(['ids', index], 'text', id);
  }
}

function checkUsage(usage: Usage): void {
  // Nobody would find the budgets of a `Map`.
  if (!isObject(usage) || usage instanceof Map) throw unfit(['usage'], 'object', usage);
  // A schema would make a copy of what was just read, for each decision.
  for (const key in usage) {
    const entry: unknown = usage[key];
    if (!isObject(entry)) throw unfit(['usage', key], 'object', entry);
    const { amount, version } = entry;
    if (!Number.isSafeInteger(amount)) throw unfit(['usage', key, 'amount'], 'integer', amount);
    if (!Number.isSafeInteger(version)) throw unfit(['usage', key, 'version'], 'integer', version);
  }
}

/**
 * Checks that a case is one of the policy, as far as a decision depends on the host for it: what it holds, the policy has made.
 *
 * @throws AftercareError `case_of_other_policy`, and `invalid_type` for what is no case
 */
export function checkCase({ name }: Policy, current: Case): void {
  if (!isObject(current)) throw unfit(['case'], 'object', current);
  if (!Number.isSafeInteger(current.version)) throw unfit(['case', 'version'], 'integer', current.version);
  if (current.policy === name) return;
  const details = { received: name, expected: String(current.policy) };
  throw new AftercareError([policyIssues.create('case_of_other_policy', ['case', 'policy'], details)]);
}

/** Checks that a command is a record: what is in it, its schema checks. */
export function checkCommand(command: Command): void {
  if (!isObject(command)) throw unfit(['command'], 'object', command);
}

function check(schema: z.ZodType, value: object, place: string): void {
  if (schema.safeParse(value).success) return;
  const result = parseWith(coreIssues, schema, value);
  if (result.ok) return;
  const placed = (issue: CoreIssue) => coreIssues.complete({ ...issue, path: [place, ...issue.path] });
  const [first, ...more] = result.issues;
  throw new AftercareError([placed(first), ...more.map(placed)]);
}

/** What the schema asks for, as far as the types of its fields go; a schema takes as long as a fifth of a decision. */
function isActor(actor: Actor): boolean {
  return (
    isObject(actor) &&
    isText(actor.id) &&
    isText(actor.role) &&
    (actor.onBehalfOf === undefined || isText(actor.onBehalfOf))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function unfit(
  path: IssuePath,
  expected: 'object' | 'integer' | 'array' | 'text',
  received: unknown,
): AftercareError {
  return new AftercareError([
    coreIssues.create('invalid_type', path, { expected: [expected], received: showValue(received) }),
  ]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
