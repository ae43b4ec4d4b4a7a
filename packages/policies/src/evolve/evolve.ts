import { AftercareError } from '@aftercare/core';
import type { JsonRecord } from '@aftercare/rules';
import type { Case, CaseEvent, RecordedCommand } from '../case/index.js';
import { policyIssues } from '../issues/index.js';
import type { DataOf, Kind, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import { countAll, NO_COUNTERS } from './counters.js';
import { follow } from './follow.js';

/**
 * The case after an event. It takes from the policy only the kind's reducers: events hold every value that was computed
 * for them, so neither rules nor calendars nor limits are asked again.
 *
 * @param before - the case before it; null for the first event
 * @throws AftercareError `out_of_order` for an event that is not the next one of this case, `unknown_name` for one that the
 * kind does not know
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   evolve,
 *   loadAuthority,
 *   loadPolicy,
 *   openCase,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const agent = { id: 'li', role: 'agent' };
 * const context = { now: '2026-03-02T02:00:00.000Z', actor: agent, usage: {}, facts };
 * const report = { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] } as const;
 * const opened = openCase(policy, { id: '1', type: 'report', params: report }, { ...context, ids: ['case-1'] });
 * if (!opened.ok) throw new Error(opened.refusal.message);
 *
 * const [first] = opened.events;
 * first && evolve(policy, null, first).state; // => 'reported'
 * ```
 */
export function evolve<Shape extends KindShape>(
  policy: Pick<Policy<Shape>, 'kind'>,
  before: Case<DataOf<Shape>> | null,
  event: CaseEvent,
): Case<DataOf<Shape>> {
  // Data is whatever the kind makes it; the kernel only hands it on.
  const after = evolveAny(policy.kind as unknown as Kind, before as Case | null, event);
  return after as unknown as Case<DataOf<Shape>>;
}

/** Events that change no data of any kind. */
const OF_KERNEL: ReadonlySet<string> = new Set([
  'effect_succeeded',
  'effect_failed',
  'effect_retried',
  'deadline_reminded',
  'deadline_lapsed',
  'case_migrated',
]);

function evolveAny(
  { behaviour }: Kind,
  before: Case | null,
  event: CaseEvent,
  commands?: readonly RecordedCommand[],
): Case {
  const expected = (before?.version ?? 0) + 1;
  const isNext = event.sequence === expected && (before === null || before.id === event.caseId);
  if (!isNext) {
    const details = { caseId: event.caseId, sequence: event.sequence, expected };
    throw new AftercareError([policyIssues.create('out_of_order', ['sequence'], details)]);
  }
  const reduce = Object.hasOwn(behaviour.apply, event.type) ? behaviour.apply[event.type] : undefined;
  if (reduce === undefined && !OF_KERNEL.has(event.type)) {
    const options = { what: 'event', name: event.type } as const;
    throw new AftercareError([policyIssues.create('unknown_name', ['type'], options)]);
  }
  const data: JsonRecord = event.opened ?? before?.data ?? {};
  const next = reduce === undefined ? data : (reduce(data, event.payload, event.at) as JsonRecord);
  return follow(before, event, next, countAll(before?.counters ?? NO_COUNTERS, event.counts), commands);
}

/**
 * The case that its events lead to.
 *
 * @param events - all events of one case, in order
 * @throws AftercareError `out_of_order` if one is missing, twice there, or of another case, and if there is none;
 * `unknown_name` for one that the kind does not know, such as those of another policy
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
 *   openCase,
 *   replay,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const agent = { id: 'li', role: 'agent' };
 * const context = { now: '2026-03-02T02:00:00.000Z', actor: agent, usage: {}, facts };
 * const report = { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] } as const;
 * const opened = openCase(policy, { id: '1', type: 'report', params: report }, { ...context, ids: ['case-1'] });
 * if (!opened.ok) throw new Error(opened.refusal.message);
 *
 * replay(policy, opened.events); // => opened.next
 * ```
 */
export function replay<Shape extends KindShape>(
  policy: Pick<Policy<Shape>, 'kind'>,
  events: readonly CaseEvent[],
): Case<DataOf<Shape>> {
  const kind = policy.kind as unknown as Kind;
  // One list for all steps, which nobody sees before the last one: to copy a growing list at each of a thousand events costs
  // more than all the rest.
  const commands = events.map(({ command }) => command);
  let current: Case | null = null;
  for (const event of events) current = evolveAny(kind, current, event, commands);
  if (current !== null) return current as unknown as Case<DataOf<Shape>>;
  const details = { caseId: '', sequence: 0, expected: 1 };
  throw new AftercareError([policyIssues.create('out_of_order', [], details)]);
}
