import { AftercareError, type Instant } from '@aftercare/core';
import type { Actor, Case, Command, Deadline } from '../case/index.js';
import { follow } from '../evolve/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { CompiledDeadline, Policy } from '../policy/index.js';
import { refusalTexts } from '../refusal/index.js';
import { effectsOf, eventOf, NO_CHANGES } from './attempt.js';
import { checkCase, checkContext } from './checkContext.js';
import { clockIdOf } from './clockId.js';
import type { Accepted, Context, EffectOf } from './decision.js';
import { judge } from './judge.js';
import { millisOf, recorded, viewOf, workingOf } from './working.js';

/** The clock, in whose name deadlines act. It has no authority to grant anything. */
const CLOCK: Actor = Object.freeze({ id: 'clock', role: 'clock' });

/** Something of a deadline that comes due: one of its reminders, or the deadline itself. */
interface DueItem {
  readonly deadline: Deadline;
  readonly dueAt: Instant;
  /** The place of the reminder in the definition; absent for the deadline itself. */
  readonly reminder?: number;
}

/**
 * When something of a case comes due next: a reminder or a deadline. Null when nothing will.
 *
 * @example
 * ```ts
 * import { nextDueAt } from '@aftercare/policies';
 *
 * const deadlines = [
 *   { name: 'answer', dueAt: '2026-03-09T16:00:00.000Z', reminders: [], spent: false },
 *   { name: 'payment', dueAt: '2026-03-03T16:00:00.000Z', reminders: [], spent: true },
 * ];
 * nextDueAt({ deadlines }); // => '2026-03-09T16:00:00.000Z'
 * nextDueAt({ deadlines: [] }); // => null
 * ```
 */
export function nextDueAt(current: Pick<Case, 'deadlines'>): Instant | null {
  return earliest(current.deadlines)?.dueAt ?? null;
}

/**
 * What the passing of time causes: the decision for the earliest reminder or deadline that has come due, or null. Call it
 * again with the case that it gives until it returns null. A deadline whose command is refused is over all the same, and
 * its event says so; nothing is granted by the passing of time.
 *
 * @param policy - of the version that the case has; another one may have other deadlines, and `migrateCase` comes first
 * @throws AftercareError `other_policy_version` for another version of the policy, whether or not anything is due; for
 * misuse as {@link decide} does
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
 *   nextDueAt,
 *   openCase,
 *   tick,
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
 * nextDueAt(opened.next); // => '2026-03-03T02:00:00.000Z'
 * tick(policy, opened.next, { ...context, now: '2026-03-03T01:59:59.999Z' }); // => null
 *
 * const due = tick(policy, opened.next, { ...context, now: '2026-03-03T02:00:00.000Z' });
 * due?.effects.map(({ params }) => params); // => [{ role: 'lead', task: 'overdue_complaint' }]
 * ```
 */
export function tick<Shape extends KindShape>(
  policy: Policy<Shape>,
  current: Case<DataOf<Shape>>,
  context: Omit<Context<HostFactsOf<Shape>>, 'actor'>,
): Accepted<DataOf<Shape>, EffectOf<Shape>> | null {
  const erased = policy as unknown as Policy;
  const due = tickAny(erased, current as Case, context);
  return due as unknown as Accepted<DataOf<Shape>, EffectOf<Shape>> | null;
}

/** {@link tick} without the types of a kind. */
export function tickAny(policy: Policy, current: Case, timed: Omit<Context, 'actor'>): Accepted | null {
  checkCase(policy, current);
  // Thrown, and not kept as a deadline that has passed: it would be spent without effect.
  if (current.policyVersion !== policy.version) {
    const details = { caseVersion: current.policyVersion, policyVersion: policy.version };
    throw new AftercareError([refusalTexts.create('other_policy_version', [], details)]);
  }
  const context: Context = { ...timed, actor: CLOCK };
  checkContext(policy, context);
  const item = earliest(current.deadlines);
  if (item === undefined || millisOf(item.dueAt) > millisOf(context.now)) return null;
  const { deadline, reminder } = item;
  const compiled = policy.machine.deadlines.find(({ name }) => name === deadline.name);
  const id = clockIdOf(current.id, { ...item, deadline: deadline.name });
  if (compiled === undefined || reminder !== undefined) {
    return note(policy, current, context, item, compiled, {
      id,
      type: 'remind',
      params: { deadline: deadline.name },
    });
  }
  const command = { id, type: compiled.command, params: compiled.params };
  const decision = judge(policy, current, command, context, deadline.name);
  if (decision.ok && decision.duplicateOf === undefined) return decision;
  return note(policy, current, context, item, compiled, command);
}

/** Keeps that a reminder was given, or that a deadline passed without consequence. */
function note(
  policy: Policy,
  current: Case,
  context: Context,
  { deadline, reminder }: DueItem,
  compiled: CompiledDeadline | undefined,
  { id, type: commandType, params }: Command,
): Accepted {
  const command = recorded(id, commandType, params, context.actor);
  const view = viewOf(policy, current, command, context, context.actor.role, undefined);
  const working = workingOf(policy, current, command, view, { spent: deadline.name });
  const isReminder = reminder !== undefined;
  const effects = isReminder ? effectsOf(compiled?.reminders[reminder] ?? [], working) : [];
  const deadlines = current.deadlines.map((one): Deadline => {
    if (one !== deadline) return one;
    if (!isReminder) return { ...one, reminders: [], spent: true };
    return { ...one, reminders: one.reminders.filter(({ index }) => index !== reminder) };
  });
  const type = isReminder ? 'deadline_reminded' : 'deadline_lapsed';
  const event = eventOf(
    working,
    type,
    current.state,
    { deadline: deadline.name },
    { ...NO_CHANGES, deadlines, effects },
  );
  return {
    ok: true,
    events: [event],
    next: follow(current, event, current.data, current.counters),
    effects,
    reservations: [],
    receipt: {
      policy: policy.name,
      policyVersion: policy.version,
      transition: type,
      because: compiled?.because ?? {},
      guards: [],
      facts: {},
      assessment: null,
    },
  };
}

function earliest(deadlines: readonly Deadline[]): DueItem | undefined {
  let first: DueItem | undefined;
  for (const deadline of deadlines) {
    if (deadline.spent) continue;
    for (const { index, dueAt } of deadline.reminders)
      first = earlier(first, { deadline, dueAt, reminder: index });
    first = earlier(first, { deadline, dueAt: deadline.dueAt });
  }
  return first;
}

/** Of two at one instant the first, which is a reminder before its deadline. */
function earlier(one: DueItem | undefined, other: DueItem): DueItem {
  return one === undefined || millisOf(other.dueAt) < millisOf(one.dueAt) ? other : one;
}
