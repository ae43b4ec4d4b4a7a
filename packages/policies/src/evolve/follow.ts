import type { JsonRecord } from '@aftercare/rules';
import type {
  Approval,
  Case,
  CaseEvent,
  Counters,
  Effect,
  EffectOutcome,
  EffectRecord,
} from '../case/index.js';

/** The case after an event, given the data and counters that the event leads to. */
export function follow(before: Case | null, event: CaseEvent, data: JsonRecord, counters: Counters): Case {
  const { command, effects, outcome } = event;
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
      commands: [command],
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
    commands: [...before.commands, command],
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
  const kept = before.filter((old) => !changed.some(({ grant, id }) => grant === old.grant && id === old.id));
  return [...kept, ...changed];
}

function effectsAfter(
  before: readonly EffectRecord[],
  added: readonly Effect[],
  outcome: EffectOutcome | null,
): readonly EffectRecord[] {
  if (added.length === 0 && outcome === null) return before;
  const after: EffectRecord[] = [];
  for (const effect of before) {
    if (outcome !== null && effect.key === outcome.key) after.push(recordOf(effect, outcome.status));
    // One that is tried again moves to the end, under the same key.
    else if (!added.some(({ key }) => key === effect.key)) after.push(effect);
  }
  for (const effect of added) after.push(recordOf(effect, 'pending'));
  return after;
}

function recordOf({ key, type, params, attempt }: Effect, status: EffectRecord['status']): EffectRecord {
  return { key, type, params, attempt, status };
}
