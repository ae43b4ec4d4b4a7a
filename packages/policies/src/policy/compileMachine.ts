import { AftercareError, type ShopCalendar, showValue } from '@aftercare/core';
import type { Authority } from '../authority/index.js';
import type { Opening, PolicyDefinition, Transition } from '../definition/index.js';
import { policyIssues } from '../issues/index.js';
import { effectCommandSchemas, type Kind } from '../kind/index.js';
import { compileDeadline } from './compileDeadline.js';
import { compileDuration } from './compileDuration.js';
import type { GuardCompiler } from './compileGuards.js';
import { compileTransition } from './compileTransition.js';
import { found } from './found.js';
import { factReader } from './guardFacts.js';
import { instantReader } from './instantReader.js';
import type { Calendars, CommandGroup, CompiledState, CompiledTransition, Machine } from './policy.js';

/** The machine of a definition that has been checked: every name in it is known. */
export function compileMachine(
  definition: PolicyDefinition,
  kind: Kind,
  calendars: Calendars,
  authority: Authority,
  compileGuards: GuardCompiler,
): Machine {
  const { texts } = definition;
  const binding = { policy: definition.name, kind, authority, texts };
  const transitions = new Map<Opening | Transition, CompiledTransition>(
    [definition.opening, ...definition.transitions].map((step) => [step, compileTransition(step, binding)]),
  );
  const group = (steps: readonly (Opening | Transition)[]): CommandGroup => {
    const compiled = steps.map((step) => found(transitions.get(step)));
    const hasGuards = steps.some(({ when }) => when !== undefined);
    const guards = hasGuards ? compileGuards(steps) : undefined;
    const facts = guards?.factNames.map((name) => factReader(name, kind)) ?? [];
    return { transitions: compiled, guards, facts };
  };
  const deadlines = (definition.deadlines ?? []).map((deadline) =>
    compileDeadline(deadline, kind, calendars, definition),
  );
  const { approvalsValidFor } = definition;
  return {
    opening: group([definition.opening]),
    states: new Map(
      Object.entries(definition.states).map(([name, { final = false }]) => {
        const commands = commandsOf(name, definition.transitions, group);
        const running = deadlines.filter((deadline) => deadline.while.has(name));
        const state: CompiledState = {
          name,
          isFinal: final,
          deadlines: running,
          commands,
          aboutEffects: aboutEffects(commands, kind),
        };
        return [name, state];
      }),
    ),
    commands: new Map(Object.entries({ ...kind.shape.commands, ...effectCommandSchemas })),
    deadlines,
    hasAnchors: deadlines.some(({ anchor }) => anchor !== undefined),
    calendar: (name) => calendarOf(calendars, name),
    approvalsEnd: approvalsValidFor && compileDuration(approvalsValidFor, calendars),
    readNow: instantReader(),
    readExpiry: instantReader(),
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

function aboutEffects(
  commands: ReadonlyMap<string, CommandGroup>,
  { shape }: Kind,
): CompiledState['aboutEffects'] {
  const groupsOf = (command: string) =>
    Object.keys(shape.effects).flatMap((effect) => {
      const group = commands.get(commandKey(command, effect));
      return group === undefined ? [] : [[effect, group] as const];
    });
  const names = Object.keys(effectCommandSchemas);
  return new Map(names.map((command) => [command, new Map(groupsOf(command))]));
}
