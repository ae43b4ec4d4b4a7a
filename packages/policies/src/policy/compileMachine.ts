import { AftercareError, epochMillisOf, instantOf, type ShopCalendar, showValue } from '@aftercare/core';
import type { Authority } from '../authority/index.js';
import type { Deadline } from '../case/index.js';
import type {
  DeadlineDefinition,
  EffectUse,
  Opening,
  PolicyDefinition,
  Transition,
} from '../definition/index.js';
import { policyIssues } from '../issues/index.js';
import { effectCommandSchemas, type Kind } from '../kind/index.js';
import { compileDuration, millisOf } from './compileDuration.js';
import type { GuardCompiler } from './compileGuards.js';
import { factReader } from './guardFacts.js';
import type {
  Calendars,
  CommandGroup,
  CompiledDeadline,
  CompiledEffect,
  CompiledGrant,
  CompiledGrantUse,
  CompiledState,
  CompiledTransition,
  Machine,
} from './policy.js';

/** The machine of a definition that has been checked: every name in it is known. */
export function compileMachine(
  definition: PolicyDefinition,
  kind: Kind,
  calendars: Calendars,
  authority: Authority,
  compileGuards: GuardCompiler,
): Machine {
  const rolesAbove = (role: string) => {
    const rank = authority.rankOf(role);
    return rank < 0 ? [role] : authority.matrix.roles.slice(rank).map((one) => one.role);
  };
  const transitions = new Map<Opening | Transition, CompiledTransition>(
    [definition.opening, ...definition.transitions].map((step) => [
      step,
      compileTransition(step, kind, new Set(step.by.flatMap(rolesAbove))),
    ]),
  );
  const group = (steps: readonly (Opening | Transition)[]): CommandGroup => {
    const compiled = steps.map((step) => found(transitions.get(step)));
    const hasGuards = steps.some(({ when }) => when !== undefined);
    const guards = hasGuards ? compileGuards(steps) : undefined;
    const facts = guards?.factNames.map((name) => factReader(name, kind)) ?? [];
    return { transitions: compiled, guards, facts };
  };
  const deadlines = (definition.deadlines ?? []).map((deadline) =>
    compileDeadline(deadline, kind, calendars),
  );
  const { approvalsValidFor } = definition;
  return {
    opening: group([definition.opening]),
    states: new Map(
      Object.entries(definition.states).map(([name, { final = false }]) => {
        const commands = commandsOf(name, definition.transitions, group);
        const state: CompiledState = { name, isFinal: final, commands };
        return [name, state];
      }),
    ),
    commands: new Map(Object.entries({ ...kind.shape.commands, ...effectCommandSchemas })),
    deadlines,
    hasAnchors: deadlines.some(({ anchor }) => anchor !== undefined),
    calendar: (name) => calendarOf(calendars, name),
    approvalsEnd: approvalsValidFor && compileDuration(approvalsValidFor, calendars),
  };
}

function calendarOf(calendars: Calendars, name: string): ShopCalendar {
  const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (calendar !== undefined) return calendar;
  const options = Object.keys(calendars).map(showValue);
  const details = { received: showValue(name), options };
  throw new AftercareError([policyIssues.create('not_one_of', ['calendars', name], details)]);
}

/** The key of the transitions of a command: outcomes of different effects are different commands. */
export function commandKey(command: string, effect: string | undefined): string {
  return effect === undefined ? command : `${command}:${effect}`;
}

function commandsOf(
  state: string,
  transitions: readonly Transition[],
  group: (steps: readonly Transition[]) => CommandGroup,
): ReadonlyMap<string, CommandGroup> {
  const byCommand = new Map<string, Transition[]>();
  for (const transition of transitions) {
    if (!transition.from.includes(state)) continue;
    for (const effect of transition.of ?? [undefined]) {
      const key = commandKey(transition.on, effect);
      const others = byCommand.get(key);
      if (others === undefined) byCommand.set(key, [transition]);
      else others.push(transition);
    }
  }
  return new Map([...byCommand].map(([key, steps]) => [key, group(steps)]));
}

function compileTransition(
  step: Opening | Transition,
  kind: Kind,
  by: ReadonlySet<string>,
): CompiledTransition {
  const { shape, behaviour } = kind;
  const transition = 'name' in step ? step : undefined;
  const use = (name: string | undefined) => (name === undefined ? undefined : grantUse(name, kind));
  return {
    name: transition?.name ?? 'opening',
    because: step.because,
    by,
    byNamed: step.by,
    guardNames: step.when ?? [],
    needsEvidence: step.needsEvidence ?? false,
    calculators: (step.calculate ?? []).map((name) => found(behaviour.calculators[name])),
    event: step.event,
    eventKeys: Object.keys(found(shape.events[step.event]).shape),
    to: transition?.to,
    effects: (step.effects ?? []).map((effect) => compileEffect(effect, kind)),
    grant: transition && compileGrant(transition, kind),
    requires: use(transition?.requires),
    commits: use(transition?.commits),
    releases: use(transition?.releases),
  };
}

function grantUse(name: string, { shape, behaviour }: Kind): CompiledGrantUse {
  return { name, action: found(shape.grants[name]), describe: found(behaviour.grants[name]) };
}

function compileGrant({ asks, grants, approves }: Transition, kind: Kind): CompiledGrant | undefined {
  if (asks !== undefined) return { ...grantUse(asks, kind), mode: 'asks' };
  if (grants !== undefined) return { ...grantUse(grants, kind), mode: 'grants' };
  return approves === undefined ? undefined : { ...grantUse(approves, kind), mode: 'approves' };
}

function compileEffect(use: EffectUse, { behaviour }: Kind): CompiledEffect {
  return { use, compute: found(behaviour.effects[use.effect]) };
}

function compileDeadline(deadline: DeadlineDefinition, kind: Kind, calendars: Calendars): CompiledDeadline {
  const { from, reminders = [] } = deadline;
  return {
    name: deadline.name,
    while: new Set(deadline.while),
    anchor: from === undefined ? undefined : found(kind.behaviour.anchors?.[from]),
    begin: compileBegin(deadline, calendars),
    command: deadline.command,
    params: deadline.params ?? {},
    reminders: reminders.map(({ effects }) => effects.map((use) => compileEffect(use, kind))),
    because: deadline.because,
  };
}

/** Makes a deadline run. One that ends with a day is the same object for all instants of the day on which it begins. */
function compileBegin(
  { name, after, reminders = [] }: DeadlineDefinition,
  calendars: Calendars,
): CompiledDeadline['begin'] {
  const dueAfter = compileDuration(after, calendars);
  const before = reminders.map((reminder) => millisOf(reminder.before));
  let known: Deadline | undefined;
  return (millis) => {
    const dueAt = dueAfter(millis);
    if (known?.dueAt !== dueAt) {
      const due = epochMillisOf(dueAt) ?? Number.NaN;
      const given = before.map((early, index) => Object.freeze({ index, dueAt: instantOf(due - early) }));
      known = Object.freeze({ name, dueAt, reminders: Object.freeze(given), spent: false });
    }
    return known;
  };
}

/** What a name of the definition stands for; the checks have made sure that there is something. */
function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('A name of the definition stands for nothing.');
  return value;
}
