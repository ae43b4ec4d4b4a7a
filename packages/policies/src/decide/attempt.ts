import type { JsonRecord } from '@aftercare/rules';
import type { Case, CaseEvent, Counters, Effect, EffectOutcome, EffectRecord } from '../case/index.js';
import type { Invariant } from '../definition/index.js';
import { appended, countAll, follow } from '../evolve/index.js';
import type { Calculator, KindShape, View } from '../kind/index.js';
import { type CompiledEffect, type CompiledTransition, found } from '../policy/index.js';
import type { Accepted } from './decision.js';
import { type Granting, grantingOf } from './granting.js';
import { type Lack, lacking } from './lack.js';
import { deadlinesAfter } from './runningDeadlines.js';
import { NO_VALUES, rewind, type Working } from './working.js';

const NONE: readonly never[] = Object.freeze([]);

/** Goes through with a transition whose guards hold: the decision, or what it lacks after all. */
export function attempt(
  transition: CompiledTransition,
  facts: JsonRecord,
  working: Working,
): Accepted | Lack {
  const { policy, current, view, isOpening } = working;
  const { reduce, count } = transition;
  rewind(working, current.data, current.counters);
  const payload = payloadOf(transition, working);
  const data = reduce === undefined ? view.data : reduce(view.data, payload, view.now);
  const counts = count === undefined ? NONE : count(payload, view.data);
  const counters = countAll(current.counters, counts);
  const broken = counts.length === 0 ? undefined : brokenInvariant(policy.definition.invariants, counters);
  if (broken !== undefined) return broken;
  const state = transition.to ?? current.state;
  view.data = data;
  view.counters = counters;
  view.state = state;
  const after = found(policy.machine.states.get(state));
  const isFinal = state !== current.state && after.isFinal;
  const granting = grantingOf(transition, working, isFinal);
  if (!granting.ok) return granting;
  const event = eventOf(working, transition.event, state, payload, {
    opened: isOpening ? current.data : null,
    counts,
    deadlines: deadlinesAfter(working, after),
    requests: granting.requests,
    approvals: granting.approvals,
    effects: effectsOf(transition.effects, working),
  });
  return accept(working, event, data as JsonRecord, counters, transition, facts, granting);
}

/** What an event changes. */
type Changes = Pick<CaseEvent, 'opened' | 'counts' | 'deadlines' | 'requests' | 'approvals' | 'effects'>;

/** An event that changes nothing but what its type says. */
export const NO_CHANGES: Changes = Object.freeze({
  opened: null,
  counts: NONE,
  deadlines: null,
  requests: null,
  approvals: NONE,
  effects: NONE,
});

/** The event of the command under decision. Written out field by field: spread objects cost more than all the rest. */
export function eventOf(
  { policy, current, command, view, eventId }: Working,
  type: string,
  state: string,
  payload: JsonRecord,
  changes: Changes,
): CaseEvent {
  return {
    id: eventId,
    caseId: current.id,
    sequence: current.version + 1,
    type,
    at: view.now,
    by: view.actor,
    policy: policy.name,
    policyVersion: policy.version,
    command,
    state,
    payload,
    opened: changes.opened,
    counts: changes.counts,
    deadlines: changes.deadlines,
    requests: changes.requests,
    approvals: changes.approvals,
    effects: changes.effects,
    outcome: view.effect === undefined ? null : outcomeOf(view.effect, command.type),
  };
}

/** How the effect turned out that the command is about; null when it is to be tried again. */
function outcomeOf({ key }: EffectRecord, command: string): EffectOutcome | null {
  if (command === 'retry_effect') return null;
  return { key, status: command === 'effect_succeeded' ? 'succeeded' : 'failed' };
}

function accept(
  working: Working,
  event: CaseEvent,
  data: JsonRecord,
  counters: Counters,
  { name, because, guardNames }: CompiledTransition,
  facts: JsonRecord,
  { assessment, reservations }: Granting,
): Accepted {
  const { policy, current, isOpening } = working;
  const next: Case = follow(isOpening ? null : current, event, data, counters);
  return {
    ok: true,
    events: [event],
    next,
    effects: event.effects,
    reservations,
    receipt: {
      policy: policy.name,
      policyVersion: policy.version,
      transition: name,
      because,
      guards: guardNames,
      facts,
      assessment,
    },
  };
}

/** What the event keeps: what calculators give, and else what the command says. */
function payloadOf({ calculators, eventKeys }: CompiledTransition, { view, command }: Working): JsonRecord {
  if (eventKeys.length === 0 && calculators.length === 0) return NOTHING;
  const payload: Record<string, unknown> = {};
  const params = command.params as JsonRecord;
  for (const calculator of calculators) calculate(calculator, view);
  const { values } = view;
  for (const { name, isCalculated } of eventKeys) {
    const value = isCalculated ? values[name] : params[name];
    if (value !== undefined) payload[name] = value;
  }
  return payload as JsonRecord;
}

const NOTHING: JsonRecord = Object.freeze({});

function calculate(calculator: Calculator<KindShape>, view: Working['view']): void {
  const given = calculator.of(view as unknown as View);
  view.values = view.values === NO_VALUES ? given : { ...view.values, ...given };
}

/** The effects of a transition or reminder, with the one that is tried again. */
export function effectsOf(uses: readonly CompiledEffect[], working: Working): readonly Effect[] {
  const { view, command, eventId } = working;
  const isRetry = command.type === 'retry_effect';
  if (uses.length === 0 && !isRetry) return NONE;
  let effects: readonly Effect[] = isRetry && view.effect !== undefined ? [again(view.effect)] : NONE;
  for (const { type, fixed, compute } of uses) {
    for (const computed of compute(view as unknown as View)) {
      const key = `${eventId}/${effects.length}`;
      effects = appended(effects, { key, type, params: withFixed(computed, fixed), attempt: 1 });
    }
  }
  return effects;
}

function withFixed(computed: object, fixed: CompiledEffect['fixed']): JsonRecord {
  if (fixed.length === 0) return computed as JsonRecord;
  // Not by spreading, which is slow for objects of many shapes.
  const params: Record<string, unknown> = {};
  for (const key of Object.keys(computed)) params[key] = computed[key as keyof typeof computed];
  for (const [key, value] of fixed) params[key] = value;
  return params as JsonRecord;
}

/** A failed effect once more: the same thing to do, so under the same key. */
export function again({ key, type, params, attempt: last }: Effect): Effect {
  return { key, type, params, attempt: last + 1 };
}

function brokenInvariant(invariants: readonly Invariant[] | undefined, counters: Counters): Lack | undefined {
  for (const invariant of invariants ?? NONE) {
    const { name } = invariant;
    if (invariant.per === 'case') {
      if (!holds(invariant, counters.case))
        return lacking('invariant_broken', { invariant: name, line: null });
      continue;
    }
    for (const [line, counts] of Object.entries(counters.lines)) {
      if (!holds(invariant, counts)) return lacking('invariant_broken', { invariant: name, line });
    }
  }
  return undefined;
}

type Counts = Readonly<Record<string, number>>;

function holds({ sum, is, sumOf }: Invariant, counts: Counts): boolean {
  const [less, more] = [total(sum, counts), total(sumOf, counts)];
  return is === 'at_most' ? less <= more : less === more;
}

function total(names: readonly string[], counts: Counts): number {
  let all = 0;
  for (const name of names) all += counts[name] ?? 0;
  return all;
}
