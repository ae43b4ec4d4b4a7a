import { closest, parseWith } from '@aftercare/core';
import type * as z from 'zod';
import type { Authority } from '../authority/index.js';
import {
  definitionSchema,
  expandSets,
  type PolicyDefinition,
  versionOfDefinition,
} from '../definition/index.js';
import {
  issueAt,
  type LoadPolicyIssue,
  type PolicyResult,
  policyIssues,
  requireMade,
} from '../issues/index.js';
import type { Kind, KindShape } from '../kind/index.js';
import { checkDefinition } from './checkDefinition.js';
import { checkExampleFacts } from './checkExampleFacts.js';
import { guardCompiler } from './compileGuards.js';
import { compileMachine } from './compileMachine.js';
import { guardFactsOf } from './guardFacts.js';
import type { Calendars, Policy } from './policy.js';

/** What a policy is bound to. */
export interface LoadPolicyOptions {
  readonly authority: Authority;
  /** The calendars that durations of the definition name. */
  readonly calendars: Calendars;
}

/**
 * Loads a policy: checks a definition against its kind, the authority matrix and the calendars, and binds them.
 *
 * @returns the policy, or every issue found, each with its place in the definition
 * @throws AftercareError `not_made` for a kind, an authority or a calendar that is none, such as a result that was not
 *   unwrapped
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   loadAuthority,
 *   loadPolicy,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 * policy.name; // => 'compensation'
 *
 * const broken = { ...compensationDefinition, initial: 'reportd' };
 * const result = loadPolicy(compensationKind, broken, { authority, calendars });
 * result.ok ? [] : result.issues.map(({ message }) => message);
 * // => ['initial: There is no state "reportd". Did you mean "reported"?']
 * ```
 */
export function loadPolicy<Shape extends KindShape>(
  kind: Kind<Shape>,
  document: unknown,
  options: LoadPolicyOptions,
): PolicyResult<Policy<Shape>> {
  requireMade(kind, 'shape', ['kind'], 'defineKind(…)');
  requireMade(options, 'authority', ['options'], 'an object { authority, calendars }');
  const { authority, calendars } = options;
  requireMade(authority, 'schemeFor', ['authority'], 'unwrap(loadAuthority(…))');
  requireCalendars(calendars);
  const parsed = parseWith(policyIssues, definitionSchema, document);
  if (!parsed.ok) return parsed;
  // Guards and settings are still unknown; the checks below make them what the type says.
  const raw = parsed.value as PolicyDefinition;
  // From here on names come from the definition; the literal types of the kind's names are of no use.
  const erased = kind as unknown as Kind;
  const issues: LoadPolicyIssue[] = [...checkDefinition(raw, { kind: erased, authority, calendars })];
  // A definition of another kind has nothing else to be checked against.
  if (issues.some(({ code }) => code === 'other_kind')) return failed(issues);
  const settings = parseWith(policyIssues, kind.shape.settings as z.ZodType, raw.settings);
  if (!settings.ok) issues.push(...settings.issues.map((issue) => issueAt(['settings'], issue)));
  else
    issues.push(...unknownCalendars(erased, settings.value as Readonly<Record<string, unknown>>, calendars));
  const expanded = expandSets(raw);
  const catalogue = guardFactsOf(kind.shape);
  const compileGuards = guardCompiler(expanded, catalogue);
  if (!compileGuards.ok) issues.push(...compileGuards.issues.filter((issue) => !isToldByName(issue)));
  issues.push(...checkExampleFacts(expanded, catalogue));
  if (issues.length > 0 || !settings.ok || !compileGuards.ok) return failed(issues);
  const definition = Object.freeze({ ...expanded, settings: settings.value });
  const policy: Policy = {
    name: definition.name,
    version: versionOfDefinition(expanded, kind.shape.revision),
    kind: erased,
    definition: definition as Policy['definition'],
    authority,
    calendars,
    machine: compileMachine(definition, erased, calendars, authority, compileGuards.value),
  };
  return { ok: true, value: Object.freeze(policy) as unknown as Policy<Shape> };
}

function unknownCalendars(
  { behaviour: { calendarSettings = [] } }: Kind,
  settings: Readonly<Record<string, unknown>>,
  calendars: Calendars,
): LoadPolicyIssue[] {
  return calendarSettings.flatMap((setting: string) => {
    const name = String(settings[setting]);
    if (Object.hasOwn(calendars, name)) return [];
    const suggestion = closest(name, Object.keys(calendars));
    const details = { what: 'calendar', name, ...(suggestion === undefined ? {} : { suggestion }) } as const;
    return [policyIssues.create('unknown_name', ['settings', setting], details)];
  });
}

function requireCalendars(calendars: unknown): void {
  const maker = 'createShopCalendar({ timeZone: … })';
  if (typeof calendars !== 'object' || calendars === null)
    requireMade(calendars, '', ['calendars'], `{ shop: ${maker} }`);
  for (const [name, calendar] of Object.entries(Object(calendars)))
    requireMade(calendar, 'dayNumberAt', ['calendars', name], maker);
}

function failed(issues: readonly LoadPolicyIssue[]): PolicyResult<never> {
  const [first, ...more] = issues;
  if (first === undefined) throw new RangeError('A definition failed without an issue.');
  return { ok: false, issues: [first, ...more] };
}

/** A guard of a step that does not exist is found twice: by name, and as a condition that no rule document has. */
function isToldByName({ code, path }: LoadPolicyIssue): boolean {
  return code === 'unknown_condition' && path[0] !== 'guards';
}
