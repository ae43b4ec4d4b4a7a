import { inputIssues, parseWith, showValue } from '@aftercare/core';
import type { FiredRule, JsonRecord } from '@aftercare/rules';
import type { Case, Command, EffectRecord } from '../case/index.js';
import { type DataOf, type HostFactsOf, isEffectCommand, type KindShape, type View } from '../kind/index.js';
import { type CommandGroup, type CompiledTransition, commandKey, type Policy } from '../policy/index.js';
import { attempt } from './attempt.js';
import type { CommandOf, Context, Decision } from './decision.js';
import { type Lack, lacking } from './lack.js';
import { noteOutcome } from './noteOutcome.js';
import { type Failed, refuse, refuseAll } from './refuse.js';
import { sameJson } from './sameJson.js';
import { millisOf, rewind, roleOf, viewOf, type Working } from './working.js';

/**
 * Decides a command: what happens, what is to be done and what the case is then, or why it is refused and who could do
 * it. A pure function: the host commits events, effects and reservations together, or decides again.
 *
 * A command id that the case has had before is answered as a repetition, with nothing to do; another command under that
 * id is refused.
 *
 * @throws AftercareError for misuse: `missing_fact` when the context lacks a fact, `invalid_instant` for a `now`
 * that is none
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   decide,
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
 * const params = { parts: [{ form: 'cash_refund', valueMinor: 1500 }] } as const;
 * const offered = decide(policy, opened.next, { id: '2', type: 'propose', params }, context);
 * offered.ok && offered.next.state; // => 'offered'
 *
 * const approval = decide(policy, opened.next, { id: '3', type: 'approve', params: {} }, context);
 * approval.ok ? '' : approval.refusal.code; // => 'not_in_state'
 * ```
 */
export function decide<Shape extends KindShape>(
  policy: Policy<Shape>,
  current: Case<DataOf<Shape>>,
  command: CommandOf<Shape>,
  context: Context<HostFactsOf<Shape>>,
): Decision<DataOf<Shape>> {
  // What the kind's types promise is no longer of use where names come from the definition.
  const erased = policy as unknown as Policy;
  return decideAny(erased, current as Case, command, context) as unknown as Decision<DataOf<Shape>>;
}

/** {@link decide} without the types of a kind. @param spent - the deadline in whose name the clock acts */
export function decideAny(
  policy: Policy,
  current: Case,
  command: Command,
  context: Context,
  spent?: string,
): Decision {
  const { type } = command;
  const refused = (lack: Lack) =>
    refuse(type, lack, policy.kind.behaviour.subject(current.data).paid.currency);
  const early = lackBefore(policy, current, command, context);
  if (typeof early === 'number') return repeated(early, current);
  if (early !== undefined) return refused(early);
  const state = policy.machine.states.get(current.state);
  const isAboutEffect = isEffectCommand(type);
  const direct = isAboutEffect ? undefined : state?.commands.get(type);
  if (!isAboutEffect && direct === undefined) return refused(lackOfPlace(policy, current, type));
  const parsed = policy.machine.commands.get(type)?.safeParse(command.params);
  if (parsed?.success !== true) return refused(lackOfParams(policy, command));
  const clean: Command = { id: command.id, type, params: parsed.data };
  const effect = isAboutEffect ? effectOf(current, clean) : undefined;
  const unfit = isAboutEffect ? lackOfEffect(effect, clean) : undefined;
  if (unfit !== undefined) return refused(unfit);
  const role = roleOf(policy, context);
  if (role === undefined) return refused(notDelegated(context));
  const view = viewOf(policy, current, clean, context, role, effect);
  const millis = millisOf(context.now);
  const working: Working = {
    policy,
    current,
    command: clean,
    context,
    millis,
    view,
    isOpening: false,
    spent,
  };
  if (effect === undefined)
    return direct === undefined ? refused(lackOfPlace(policy, current, type)) : decideAmong(direct, working);
  const group = state?.commands.get(commandKey(type, effect.type));
  const decision = group && decideAmong(group, working);
  // What is known of an effect is never lost, whatever the definition makes of it.
  return decision?.ok === true ? decision : noteOutcome(working, decision);
}

/** Why a command has no place in the state of a case. */
function lackOfPlace({ machine }: Policy, { state }: Case, type: string): Lack {
  if (!machine.commands.has(type)) return unknownCommand(machine, type);
  if (machine.states.get(state)?.isFinal === true) return lacking('closed', { state });
  const possible = [...machine.states.values()].filter(({ commands }) => commands.has(type));
  return lacking('not_in_state', { state, possibleIn: possible.map(({ name }) => name) });
}

function unknownCommand({ commands }: Policy['machine'], type: string): Lack {
  const options = [...commands.keys()].map(showValue);
  const issue = inputIssues.create('not_one_of', ['type'], { received: showValue(type), options });
  return lacking('invalid_command', { issues: [issue] });
}

/** Somebody acts for one who has lent them no authority. */
export function notDelegated({ actor }: Context): Lack {
  return lacking('not_delegated', { onBehalfOf: actor.onBehalfOf ?? '' });
}

/** What speaks against a command before it is looked at closer; the sequence number of a repeated one. */
function lackBefore(
  policy: Policy,
  current: Case,
  { id, type, params, expectedVersion }: Command,
  { actor }: Context,
): Lack | number | undefined {
  const unnamed = lackOfId(id);
  if (unnamed !== undefined) return unnamed;
  const { commands, policyVersion } = current;
  for (let index = commands.length - 1; index >= 0; index--) {
    const known = commands[index];
    if (known?.id !== id) continue;
    const same = known.type === type && known.by.id === actor.id && sameJson(known.params, params);
    return same ? index + 1 : lacking('command_id_reused', { sequence: index + 1 });
  }
  if (policyVersion !== policy.version) {
    const details = { caseVersion: policyVersion, policyVersion: policy.version };
    return lacking('other_policy_version', details);
  }
  if (expectedVersion === undefined || expectedVersion === current.version) return undefined;
  return lacking('stale_version', { expected: expectedVersion, actual: current.version });
}

/** A command without an id could not be told from another one. */
export function lackOfId(id: unknown): Lack | undefined {
  if (typeof id === 'string' && id !== '') return undefined;
  const issue = inputIssues.create('invalid_type', ['id'], {
    expected: ['text'],
    received: showValue(id),
  });
  return lacking('invalid_command', { issues: [issue] });
}

function repeated(sequence: number, current: Case): Decision {
  return { ok: true, duplicateOf: sequence, events: [], next: current, effects: [], reservations: [] };
}

/** Why the parameters of a command are not what its schema asks for. */
export function lackOfParams({ machine }: Policy, { type, params }: Command): Lack {
  const schema = machine.commands.get(type);
  if (schema === undefined) return unknownCommand(machine, type);
  const result = parseWith(inputIssues, schema, params);
  return lacking('invalid_command', { issues: result.ok ? [] : result.issues });
}

function effectOf({ effects }: Case, { params }: Command): EffectRecord | undefined {
  const { key } = params as { readonly key: string };
  return effects.find((one) => one.key === key);
}

/** An outcome must be of an effect that is open, a retry of one that failed. */
function lackOfEffect(effect: EffectRecord | undefined, { type, params }: Command): Lack | undefined {
  const { key } = params as { readonly key: string };
  if (effect === undefined) return lacking('unknown_effect', { key });
  const { status } = effect;
  const isOpen = type === 'retry_effect' ? status === 'failed' : status !== 'succeeded';
  return isOpen ? undefined : lacking('effect_settled', { key, status });
}

/** Tries the transitions of a state and command in order. */
export function decideAmong(group: CommandGroup, working: Working): Decision {
  const { policy, view, current, command } = working;
  rewind(working, current.data, current.counters);
  const facts: Record<string, unknown> = {};
  for (const fact of group.facts) facts[fact.name] = fact.read(view as unknown as View);
  const fired = group.guards?.fired(facts);
  const failed: Failed[] = [];
  let index = -1;
  for (const transition of group.transitions) {
    index += 1;
    const holds = fired === undefined || hasFired(fired, index);
    const lack = lackOf(transition, working, holds);
    const result = lack ?? attempt(transition, facts as JsonRecord, working);
    if (result.ok) return result;
    failed.push({ transition, index, lack: result });
  }
  const { currency } = policy.kind.behaviour.subject(current.data).paid;
  return refuseAll(policy, command.type, group, failed, facts as JsonRecord, currency);
}

function lackOf(transition: CompiledTransition, working: Working, guardsHold: boolean): Lack | undefined {
  const { view, policy, context, current } = working;
  const lack = lackOfActor(transition, view.role, policy, current, context);
  if (lack !== undefined) return lack;
  if (!guardsHold) return lacking('guard_failed', { guards: [] });
  return transition.needsEvidence ? lackOfEvidence(working) : undefined;
}

function hasFired(fired: readonly FiredRule[], index: number): boolean {
  for (const { rule } of fired) if (rule.index === index) return true;
  return false;
}

/** Why a transition is not for whoever acts. */
export function lackOfActor(
  { by }: CompiledTransition,
  role: string,
  { kind }: Policy,
  { data }: Case,
  { actor }: Context,
): Lack | undefined {
  if (!by.has(role)) return lacking('not_authorised', { role });
  if (role !== 'customer' || kind.behaviour.subject(data).customerId === actor.id) return undefined;
  return lacking('not_own_case', { customerId: actor.id });
}

function lackOfEvidence({ policy, view }: Working): Lack | undefined {
  const given = policy.kind.behaviour.evidence?.(view as unknown as View);
  if (given === undefined) return undefined;
  const { reason, provided } = given;
  const { evidence = {} } = policy.definition;
  const needed = Object.hasOwn(evidence, reason) ? (evidence[reason] ?? []) : [];
  const missing = needed.filter((kind) => !provided.includes(kind));
  return missing.length === 0 ? undefined : lacking('evidence_missing', { reason, missing });
}
