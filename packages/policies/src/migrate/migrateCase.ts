import type { Instant } from '@aftercare/core';
import type { Reservation } from '../authority/index.js';
import type { Approval, Case, CaseEvent, Deadline } from '../case/index.js';
import { eventOf, NO_CHANGES } from '../decide/attempt.js';
import { checkCase, checkContext } from '../decide/checkContext.js';
import type { Context } from '../decide/index.js';
import { deadlinesAfter } from '../decide/runningDeadlines.js';
import { recorded, viewOf, workingOf } from '../decide/working.js';
import { follow } from '../evolve/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';

/** How a case moves to another version of its policy. */
export interface MigrationOptions {
  /** The id of the command that does it. */
  readonly id: string;
  /** For states that the new version does not have: which of its states takes their place. */
  readonly states?: Readonly<Record<string, string>>;
}

/** Something that a migration changes. */
export type MigrationChange =
  | { readonly what: 'policy_version' | 'state'; readonly from: string; readonly to: string }
  | {
      readonly what: 'deadline';
      readonly name: string;
      readonly from: Instant | null;
      readonly to: Instant | null;
    }
  /**
   * Approvals are of the version under which they were given: what this one was for must be granted anew, unless it is
   * being carried out already. What it holds of budgets stays reserved.
   */
  | { readonly what: 'approval_void'; readonly grant: string; readonly id: string };

/** What a migration would do. Committing its events carries it out; not committing them makes it a preview. */
export type Migration<Data> =
  | {
      readonly ok: true;
      readonly changes: readonly MigrationChange[];
      readonly events: readonly CaseEvent[];
      readonly next: Case<Data>;
      readonly reservations: readonly Reservation[];
    }
  | { readonly ok: false; readonly missingState: string };

/**
 * Moves a case to another version of its policy, for instance when a shop has changed its limits or deadlines and wants
 * open cases to follow. Deadlines that the new version knows under the same name keep running; others end, new ones begin
 * now. One that counts from an anchor is counted as the new version does, unless it has come due. Approvals do not count
 * under the new version. What they hold of budgets stays reserved all the same, since what was approved may be on its way;
 * it is given back as always, when the case grants anew, gives it up or ends. A case that has this version already stays as
 * it is: nothing changes, and there is no event.
 *
 * @param policy - the version to move to
 * @returns what would change, with the event to commit; or the state that has no place in the new version
 * @throws AftercareError `case_of_other_policy` for a policy of another name; for other misuse as {@link decide} does
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
 *   migrateCase,
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
 * const changed = { ...compensationDefinition, approvalsValidFor: { hours: 48 } };
 * const later = unwrap(loadPolicy(compensationKind, changed, { authority, calendars }));
 * const migration = migrateCase(later, opened.next, context, { id: 'migration-1' });
 * migration.ok && migration.changes.map(({ what }) => what); // => ['policy_version']
 * ```
 */
export function migrateCase<Shape extends KindShape>(
  policy: Policy<Shape>,
  current: Case<DataOf<Shape>>,
  context: Context<HostFactsOf<Shape>>,
  options: MigrationOptions,
): Migration<DataOf<Shape>> {
  const erased = policy as unknown as Policy;
  return migrateAny(erased, current as Case, context, options) as Migration<DataOf<Shape>>;
}

function migrateAny(
  policy: Policy,
  current: Case,
  context: Context,
  { id, states = {} }: MigrationOptions,
): Migration<Case['data']> {
  checkCase(policy, current);
  if (current.policyVersion === policy.version) {
    return { ok: true, changes: [], events: [], next: current, reservations: [] };
  }
  checkContext(policy, context);
  const state = Object.hasOwn(states, current.state) ? (states[current.state] ?? '') : current.state;
  const place = policy.machine.states.get(state);
  if (place === undefined) return { ok: false, missingState: current.state };
  const command = recorded(id, 'migrate', { to: policy.version }, context.actor);
  const view = viewOf(policy, current, command, context, context.actor.role, undefined);
  const working = workingOf(policy, current, command, view);
  // As if the case entered its state anew, so that deadlines of the new version begin; those that go on are kept.
  const began = deadlinesAfter({ ...working, current: { ...current, state: '' } }, place) ?? [];
  const anchored = place.deadlines.filter(({ anchor }) => anchor !== undefined).map(({ name }) => name);
  const deadlines = began.map((fresh) => {
    const before = current.deadlines.find(({ name }) => name === fresh.name);
    return before === undefined || (anchored.includes(fresh.name) && !before.spent) ? fresh : before;
  });
  const event = eventOf(working, 'case_migrated', state, {}, { ...NO_CHANGES, deadlines });
  const next = follow(current, event, current.data, current.counters);
  return { ok: true, changes: changesOf(current, next), events: [event], next, reservations: [] };
}

function changesOf(before: Case, after: Case): MigrationChange[] {
  const changes: MigrationChange[] = [
    { what: 'policy_version', from: before.policyVersion, to: after.policyVersion },
  ];
  if (before.state !== after.state) changes.push({ what: 'state', from: before.state, to: after.state });
  const names = new Set([...before.deadlines, ...after.deadlines].map(({ name }) => name));
  for (const name of names) {
    const [from, to] = [dueAt(before.deadlines, name), dueAt(after.deadlines, name)];
    if (from !== to) changes.push({ what: 'deadline', name, from, to });
  }
  const voided = before.approvals.filter((one) => one.status === 'held' && isOfVersion(one, before));
  return [...changes, ...voided.map(({ grant, id }) => ({ what: 'approval_void' as const, grant, id }))];
}

/** An approval of an earlier version has been void before. */
function isOfVersion(approval: Approval, { policyVersion }: Case): boolean {
  return approval.policyVersion === policyVersion;
}

function dueAt(deadlines: readonly Deadline[], name: string): Instant | null {
  return deadlines.find((deadline) => deadline.name === name)?.dueAt ?? null;
}
