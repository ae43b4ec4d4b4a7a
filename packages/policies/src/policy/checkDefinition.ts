import type { IssuePath } from '@aftercare/core';
import type { Authority } from '../authority/index.js';
import { PARTIES } from '../case/index.js';
import {
  type Duration,
  type EffectUse,
  type Invariant,
  membersOf,
  type Opening,
  type PolicyDefinition,
  readEffect,
  type Transition,
} from '../definition/index.js';
import { type PolicyIssue, policyIssues } from '../issues/index.js';
import { effectCommandSchemas, isEffectCommand, type Kind } from '../kind/index.js';
import { allKnown, duplicate, keysKnown, known } from './checkNames.js';
import { checkSets, type Nameable, nameableOf } from './checkSets.js';
import { longestHours } from './longestHours.js';
import type { Calendars } from './policy.js';

/** What a definition is checked against. */
export interface CheckContext {
  readonly kind: Kind;
  readonly authority: Authority;
  readonly calendars: Calendars;
}

/** Every name in a definition that stands for nothing, and whatever else does not fit together. */
export function* checkDefinition(
  definition: PolicyDefinition,
  context: CheckContext,
): Generator<PolicyIssue> {
  const { shape } = context.kind;
  if (definition.kind !== shape.name) {
    const details = { received: definition.kind, expected: shape.name };
    yield policyIssues.create('other_kind', ['kind'], details);
    return;
  }
  const { kind } = context;
  const nameable = nameableOf(definition, kind);
  yield* known('state', definition.initial, Object.keys(definition.states), ['initial']);
  yield* checkSets(definition, kind);
  yield* checkStep(definition.opening, ['opening'], definition, nameable, context);
  const names = new Set<string>();
  for (const [index, transition] of definition.transitions.entries()) {
    const path = ['transitions', index];
    yield* duplicate(transition.name, names, path);
    yield* checkTransition(transition, path, definition, nameable, context);
    yield* checkStep(transition, path, definition, nameable, context);
  }
  yield* checkDeadlines(definition, nameable, context);
  yield* checkCounters(definition, context);
  if (definition.approvalsValidFor !== undefined) {
    yield* checkDuration(definition.approvalsValidFor, ['approvalsValidFor'], context);
  }
  yield* keysKnown('guard', definition.examples, Object.keys(definition.guards ?? {}), ['examples']);
  if (shape.reasons !== undefined) {
    yield* keysKnown('reason', definition.evidence, shape.reasons, ['evidence']);
  }
}

function* checkTransition(
  transition: Transition,
  path: IssuePath,
  { states, sets = {} }: PolicyDefinition,
  nameable: Nameable,
  { kind }: CheckContext,
): Generator<PolicyIssue> {
  const { shape } = kind;
  const { to } = transition;
  for (const [index, name] of transition.from.entries()) {
    const place = [...path, 'from', index];
    yield* known('state', name, nameable.state, place);
    for (const state of membersOf([name], sets)) {
      const leaves = to !== undefined && to !== state;
      if (states[state]?.final === true && leaves)
        yield policyIssues.create('leaves_final_state', place, { state });
    }
  }
  if (to !== undefined) yield* known('state', to, Object.keys(states), [...path, 'to']);
  if (isEffectCommand(transition.on) !== (transition.of !== undefined)) {
    yield policyIssues.create('effect_of_command', [...path, 'of'], { command: transition.on });
  }
  yield* allKnown('effect', transition.of, nameable.effect, [...path, 'of']);
  const grants = Object.keys(shape.grants);
  for (const use of ['asks', 'grants', 'approves', 'requires', 'commits', 'releases'] as const) {
    const grant = transition[use];
    if (grant !== undefined) yield* known('grant', grant, grants, [...path, use]);
  }
}

/** What transitions and the opening have in common. */
function* checkStep(
  step: Opening | Transition,
  path: IssuePath,
  { sets = {} }: PolicyDefinition,
  nameable: Nameable,
  context: CheckContext,
): Generator<PolicyIssue> {
  const { kind } = context;
  const { shape, behaviour } = kind;
  yield* known(
    'command',
    step.on,
    [...Object.keys(shape.commands), ...Object.keys(effectCommandSchemas)],
    [...path, 'on'],
  );
  yield* known('event', step.event, Object.keys(shape.events), [...path, 'event']);
  yield* allKnown('role', step.by, rolesOf(context), [...path, 'by']);
  yield* allKnown('guard', step.when, nameable.guard, [...path, 'when']);
  yield* allKnown('calculator', step.calculate, nameable.calculator, [...path, 'calculate']);
  yield* checkEffects(step.effects ?? [], [...path, 'effects'], sets, nameable, context);
  if (step.needsEvidence && behaviour.evidence === undefined) {
    yield policyIssues.create('no_evidence', [...path, 'needsEvidence'], { kind: shape.name });
  }
  yield* checkValues(step, [...path, 'event'], sets, kind);
}

/** The roles of staff, and the parties. */
function rolesOf({ authority }: CheckContext): string[] {
  return [...authority.matrix.roles.map(({ role }) => role), ...PARTIES];
}

/** Whether all that the event keeps comes from somewhere. */
function* checkValues(
  step: Opening | Transition,
  path: IssuePath,
  sets: NonNullable<PolicyDefinition['sets']>,
  { shape, behaviour }: Kind,
): Generator<PolicyIssue> {
  const event = shape.events[step.event];
  if (event === undefined) return;
  const command = isEffectCommand(step.on) ? effectCommandSchemas[step.on] : shape.commands[step.on];
  if (command === undefined) return;
  const given = new Set<string>(Object.keys(command.shape));
  for (const name of membersOf(step.calculate ?? [], sets)) {
    for (const value of behaviour.calculators[name]?.gives ?? []) given.add(value);
  }
  for (const [value, schema] of Object.entries(event.shape)) {
    if (given.has(value) || schema._zod.optin === 'optional') continue;
    yield policyIssues.create('value_missing', path, { event: step.event, value });
  }
}

/** Whether effects exist, and their fixed parameters fit. */
function* checkEffects(
  uses: readonly EffectUse[],
  path: IssuePath,
  sets: NonNullable<PolicyDefinition['sets']>,
  nameable: Nameable,
  context: CheckContext,
): Generator<PolicyIssue> {
  const done = new Set<string>();
  for (const [index, use] of uses.entries()) {
    const [name, fixed] = readEffect(use);
    const place = typeof use === 'string' ? [...path, index] : [...path, index, name];
    yield* known('effect', name, nameable.effect, place);
    for (const effect of membersOf([name], sets)) {
      yield* checkParams(effect, fixed, place, context);
      // Named beside a set that holds it, an effect would be carried out twice.
      const same = JSON.stringify([effect, fixed]);
      if (done.has(same)) yield policyIssues.create('duplicate_name', place, { name: effect });
      done.add(same);
    }
  }
}

function* checkParams(
  effect: string,
  params: Readonly<Record<string, unknown>>,
  path: IssuePath,
  context: CheckContext,
): Generator<PolicyIssue> {
  const schemas = context.kind.shape.effects[effect]?.params.shape;
  if (schemas === undefined) return;
  for (const [name, value] of Object.entries(params)) {
    const schema = schemas[name];
    if (schema === undefined) yield policyIssues.create('unknown_key', path, { key: name });
    else if (!schema.safeParse(value).success) {
      const sentence = `It does not fit the effect "${effect}".`;
      yield policyIssues.create('check_failed', [...path, name], {
        received: JSON.stringify(value),
        sentence,
      });
      // A task for a role that the shop does not have would be seen by nobody.
    } else if (name === 'role') yield* known('role', String(value), rolesOf(context), [...path, name]);
  }
}

function* checkDeadlines(
  definition: PolicyDefinition,
  nameable: Nameable,
  context: CheckContext,
): Generator<PolicyIssue> {
  const { shape, behaviour } = context.kind;
  const { sets = {} } = definition;
  const names = new Set<string>();
  for (const [index, deadline] of (definition.deadlines ?? []).entries()) {
    const path = ['deadlines', index];
    yield* duplicate(deadline.name, names, path);
    yield* allKnown('state', deadline.while, nameable.state, [...path, 'while']);
    yield* checkDuration(deadline.after, [...path, 'after'], context);
    if (deadline.from !== undefined) {
      yield* known('anchor', deadline.from, Object.keys(behaviour.anchors ?? {}), [...path, 'from']);
    }
    yield* known('command', deadline.command, Object.keys(shape.commands), [...path, 'command']);
    const command = shape.commands[deadline.command];
    if (command !== undefined && !command.safeParse(deadline.params ?? {}).success) {
      yield policyIssues.create('deadline_params', [...path, 'params'], { command: deadline.command });
    }
    for (const [place, { before, effects }] of (deadline.reminders ?? []).entries()) {
      const at = [...path, 'reminders', place];
      yield* checkEffects(effects, [...at, 'effects'], sets, nameable, context);
      if (longestHours(before) > longestHours(deadline.after)) {
        yield policyIssues.create('reminder_too_early', [...at, 'before'], { deadline: deadline.name });
      }
    }
  }
}

function* checkDuration(
  duration: Duration,
  path: IssuePath,
  { calendars }: CheckContext,
): Generator<PolicyIssue> {
  if ('calendar' in duration) {
    yield* known('calendar', duration.calendar, Object.keys(calendars), [...path, 'calendar']);
  }
}

function* checkCounters(definition: PolicyDefinition, { kind }: CheckContext): Generator<PolicyIssue> {
  const { counters } = kind.shape;
  const names = new Set<string>();
  for (const [index, invariant] of (definition.invariants ?? []).entries()) {
    const path = ['invariants', index];
    yield* duplicate(invariant.name, names, path);
    for (const side of ['sum', 'sumOf'] as const)
      yield* checkSide(invariant, side, [...path, side], counters);
  }
}

function* checkSide(
  invariant: Invariant,
  side: 'sum' | 'sumOf',
  path: IssuePath,
  counters: Kind['shape']['counters'],
): Generator<PolicyIssue> {
  for (const [index, counter] of invariant[side].entries()) {
    const scope = counters[counter];
    if (scope === undefined) yield* known('counter', counter, Object.keys(counters), [...path, index]);
    else if (scope !== invariant.per)
      yield policyIssues.create('counter_scope', [...path, index], { counter });
  }
}
