import { inputIssues, parseWith, showValue } from '@aftercare/core';
import type { FiredRule, JsonRecord } from '@aftercare/rules';
import type { Actor, Case, Command, EffectRecord, RecordedCommand } from '../case/index.js';
import { policyIssues } from '../issues/index.js';
import { isEffectCommand, type View } from '../kind/index.js';
import type { CommandGroup, CompiledTransition, Policy } from '../policy/index.js';
import { attempt } from './attempt.js';
import { checkCase, checkCommand, checkContext } from './checkContext.js';
import { isClockId } from './clockId.js';
import type { Context, Repeated } from './decision.js';
import { type Lack, lacking } from './lack.js';
import { noteOutcome } from './noteOutcome.js';
import type { Failed } from './refuse.js';
import { type Judgement, rejected } from './rejection.js';
import { sameJson } from './sameJson.js';
import { recorded, rewind, roleOf, viewOf, type Working, workingOf } from './working.js';

/**
 * Judges a command like `decide`, and leaves a rejection as it is: who tries thousands of commands to learn which ones
 * pass does not read why the others fail, and to find the words costs ten times as much as the judgement.
 *
 * @param spent - the deadline in whose name the clock acts
 */
export function judge(
  policy: Policy,
  current: Case,
  command: Command,
  context: Context,
  spent?: string,
): Judgement {
  checkCommand(command);
  checkCase(policy, current);
  checkContext(policy, context);
  const { id, type } = command;
  const early = lackBefore(policy, current, command, context, spent);
  if (typeof early === 'number') return repeated(early, current);
  if (early !== undefined) return rejected(early);
  const state = policy.machine.states.get(current.state);
  const isAboutEffect = isEffectCommand(type);
  const direct = isAboutEffect ? undefined : state?.commands.get(type);
  if (!isAboutEffect && direct === undefined) return rejected(lackOfPlace(policy, current, type));
  const parsed = policy.machine.commands.get(type)?.safeParse(command.params);
  if (parsed?.success !== true) {
    return rejected(lackOfParams(policy, command));
  }
  const clean = recorded(id, type, parsed.data, context.actor);
  const effect = isAboutEffect ? effectOf(current, clean) : undefined;
  const unfit = isAboutEffect ? lackOfEffect(effect, clean) : undefined;
  if (unfit !== undefined) return rejected(unfit);
  const role = roleOf(policy, context);
  if (role === undefined) return rejected(notDelegated(context));
  const view = viewOf(policy, current, clean, context, role, effect);
  const working = workingOf(policy, current, clean, view, { spent });
  if (effect === undefined)
    return direct === undefined ? rejected(lackOfPlace(policy, current, type)) : judgeAmong(direct, working);
  const group = state?.aboutEffects.get(type)?.get(effect.type);
  const decision = group && judgeAmong(group, working);
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
  spent: string | undefined,
): Lack | number | undefined {
  const unnamed = lackOfId(id);
  if (unnamed !== undefined) return unnamed;
  const { commands, policyVersion } = current;
  for (let index = commands.length - 1; index >= 0; index--) {
    const known = commands[index];
    if (known?.id !== id) continue;
    const same = known.type === type && isSameSender(known.by, actor) && sameJson(known.params, params);
    return same ? index + 1 : lacking('command_id_reused', { sequence: index + 1 });
  }
  if (spent === undefined && isClockId(id, current.id)) return lacking('command_id_of_clock', { id });
  if (policyVersion !== policy.version) {
    const details = { caseVersion: policyVersion, policyVersion: policy.version };
    return lacking('other_policy_version', details);
  }
  if (expectedVersion === undefined || expectedVersion === current.version) return undefined;
  if (!Number.isSafeInteger(expectedVersion)) {
    const details = { expected: ['integer'], received: showValue(expectedVersion) } as const;
    return lacking('invalid_command', {
      issues: [inputIssues.create('invalid_type', ['expectedVersion'], details)],
    });
  }
  return lacking('stale_version', { expected: expectedVersion, actual: current.version });
}

/** The shop's own programs are one sender: what one worker has not come to say, another one says in its place. */
function isSameSender(one: Actor, other: Actor): boolean {
  return one.id === other.id || (one.role === 'system' && other.role === 'system');
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

function repeated(sequence: number, current: Case): Repeated {
  return { ok: true, duplicateOf: sequence, events: [], next: current, effects: [], reservations: [] };
}

/** Why the parameters of a command are not what its schema asks for. */
export function lackOfParams({ machine }: Policy, { type, params }: Command): Lack {
  const schema = machine.commands.get(type);
  if (schema === undefined) return unknownCommand(machine, type);
  if (params === undefined) {
    const issue = inputIssues.create('missing', ['params'], { expected: ['object'] });
    return lacking('invalid_command', { issues: [issue] });
  }
  const result = parseWith(policyIssues, schema, params);
  return lacking('invalid_command', { issues: result.ok ? [] : result.issues });
}

function effectOf({ effects }: Case, { params }: RecordedCommand): EffectRecord | undefined {
  const { key } = params as { readonly key: string };
  for (const effect of effects) if (effect.key === key) return effect;
  return undefined;
}

/** An outcome must be of an effect that is open, a retry of one that failed. */
function lackOfEffect(effect: EffectRecord | undefined, { type, params }: RecordedCommand): Lack | undefined {
  const { key } = params as { readonly key: string };
  if (effect === undefined) return lacking('unknown_effect', { key });
  const { status } = effect;
  const isOpen = type === 'retry_effect' ? status === 'failed' : status !== 'succeeded';
  return isOpen ? undefined : lacking('effect_settled', { key, status });
}

/** Tries the transitions of a state and command in order. */
export function judgeAmong(group: CommandGroup, working: Working): Judgement {
  const { view, current } = working;
  rewind(working, current.data, current.counters);
  const facts: Record<string, unknown> = {};
  for (const fact of group.facts) facts[fact.name] = fact.read(view as unknown as View);
  const fired = group.guards?.fired(facts);
  let failed: Failed[] | undefined;
  let index = -1;
  for (const transition of group.transitions) {
    index += 1;
    const holds = fired === undefined || hasFired(fired, index);
    const lack = lackOf(transition, working, holds);
    const result = lack ?? attempt(transition, facts as JsonRecord, working);
    if (result.ok) return result;
    failed ??= [];
    failed.push({ transition, index, lack: result });
  }
  return { ok: false, group, failed: failed ?? [], facts: facts as JsonRecord };
}

function lackOf(transition: CompiledTransition, working: Working, guardsHold: boolean): Lack | undefined {
  const { view, policy, current } = working;
  const lack = lackOfActor(transition, view.role, policy, current, view);
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
  { actor }: Pick<Context, 'actor'>,
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
  if (needed.length === 0) return undefined;
  const missing = needed.filter((kind) => !provided.includes(kind));
  return missing.length === 0 ? undefined : lacking('evidence_missing', { reason, missing });
}
