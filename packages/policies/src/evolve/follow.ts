import type { JsonRecord } from '@aftercare/rules';
import type {
  Approval,
  Case,
  CaseEvent,
  Counters,
  Effect,
  EffectOutcome,
  EffectRecord,
  RecordedCommand,
} from '../case/index.js';
import { appended } from './appended.js';

/**
 * The case after an event, given the data and counters that the event leads to.
 *
 * @param commands - all commands of the case, that of the event included
 */
export function follow(
  before: Case | null,
  event: CaseEvent,
  data: JsonRecord,
  counters: Counters,
  commands: readonly RecordedCommand[] = before === null
    ? [event.command]
    : appended(before.commands, event.command),
): Case {
  const { effects, outcome } = event;
  if (before === null) {
    return {
      id: event.caseId,
      policy: event.policy,
      policyVersion: event.policyVersion,
      state: event.state,
      version: event.sequence,
      data,
      counters,
      deadlines: event.deadlines ?? [],
      requests: event.requests ?? [],
      approvals: event.approvals,
      effects: effectsAfter([], effects, outcome),
      commands,
      openedAt: event.at,
      changedAt: event.at,
    };
  }
  return {
    id: before.id,
    policy: before.policy,
    policyVersion: event.policyVersion,
    state: event.state,
    version: event.sequence,
    data,
    counters,
    deadlines: event.deadlines ?? before.deadlines,
    requests: event.requests ?? before.requests,
    approvals: approvalsAfter(before.approvals, event.approvals),
    effects: effectsAfter(before.effects, effects, outcome),
    commands,
    openedAt: before.openedAt,
    changedAt: event.at,
  };
}

/** Approvals after some are new or changed: one of the same grant and id takes the other's place. */
export function approvalsAfter(
  before: readonly Approval[],
  changed: readonly Approval[],
): readonly Approval[] {
  if (changed.length === 0) return before;
  if (before.length === 0) return changed;
  let after = before;
  for (const approval of changed) {
    const place = lastOf(after, approval);
    const isLast = place >= 0 && place === after.length - 1;
    after = isLast ? replaced(after, place, approval) : appended(without(after, place), approval);
  }
  return after;
}

/** From the end: what changes is mostly what came last, and a long case has hundreds. */
function lastOf(approvals: readonly Approval[], { grant, id }: Approval): number {
  for (let place = approvals.length - 1; place >= 0; place--) {
    const one = approvals[place];
    if (one?.id === id && one.grant === grant) return place;
  }
  return -1;
}

function without<One>(list: readonly One[], place: number): readonly One[] {
  return place < 0 ? list : [...list.slice(0, place), ...list.slice(place + 1)];
}

function effectsAfter(
  before: readonly EffectRecord[],
  added: readonly Effect[],
  outcome: EffectOutcome | null,
): readonly EffectRecord[] {
  if (added.length === 0 && outcome === null) return before;
  let after = before;
  if (outcome !== null) {
    const place = lastWith(before, outcome.key);
    const effect = before[place];
    if (effect !== undefined) after = replaced(before, place, recordOf(effect, outcome.status));
  }
  for (const effect of added) {
    // One that is tried again moves to the end, under the same key.
    const others = effect.attempt > 1 ? without(after, lastWith(after, effect.key)) : after;
    after = appended(others, recordOf(effect, 'pending'));
  }
  return after;
}

/** From the end, as with approvals. */
function lastWith(effects: readonly EffectRecord[], key: string): number {
  for (let place = effects.length - 1; place >= 0; place--) if (effects[place]?.key === key) return place;
  return -1;
}

function replaced<One>(list: readonly One[], place: number, by: One): readonly One[] {
  const after = list.slice();
  after[place] = by;
  return after;
}

function recordOf({ key, type, params, attempt }: Effect, status: EffectRecord['status']): EffectRecord {
  return { key, type, params, attempt, status };
}
