import { type PolicyDefinition, readEffect, type Transition } from '../definition/index.js';
import type { Policy } from '../policy/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

/** Findings that the states and transitions alone show. */
export function* verifyGraph({ definition, kind }: Policy): Generator<PolicyFinding> {
  const { states, initial, transitions, opening, deadlines = [] } = definition;
  const reachable = reachableFrom([initial], (state) => targetsOf(state, transitions));
  const finals = Object.keys(states).filter((name) => states[name]?.final === true);
  const ending = reachableFrom(finals, (state) => sourcesOf(state, transitions));
  for (const [state, { final = false, waitsFor }] of Object.entries(states)) {
    const path = ['states', state];
    if (!reachable.has(state)) yield policyFindings.create('unreachable_state', path, { state });
    if (final) continue;
    if (targetsOf(state, transitions).length === 0) yield policyFindings.create('dead_end', path, { state });
    else if (!ending.has(state)) yield policyFindings.create('no_way_to_end', path, { state });
    const isTimed = deadlines.some((deadline) => deadline.while.includes(state));
    if (waitsFor === undefined && !isTimed) yield policyFindings.create('waits_for_nobody', path, { state });
  }
  const taken = new Set([opening.on, ...transitions.map(({ on }) => on)]);
  for (const command of Object.keys(kind.shape.commands)) {
    if (!taken.has(command)) yield policyFindings.create('command_of_nobody', ['transitions'], { command });
  }
  yield* verifyEffects(definition, kind.shape.effects);
  yield* verifyDeadlines(definition);
  yield* verifyApprovals(definition);
}

function targetsOf(state: string, transitions: readonly Transition[]): string[] {
  return transitions.flatMap(({ from, to }) =>
    from.includes(state) && to !== undefined && to !== state ? [to] : [],
  );
}

function sourcesOf(state: string, transitions: readonly Transition[]): string[] {
  return transitions.flatMap(({ from, to }) => (to === state ? [...from] : []));
}

function reachableFrom(starts: readonly string[], next: (state: string) => readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const state of reached) for (const target of next(state)) reached.add(target);
  return reached;
}

/** An awaited effect must have both outcomes handled in each state in which the case may be when it is told. */
function* verifyEffects(
  { transitions, opening, initial }: PolicyDefinition,
  effects: Policy['kind']['shape']['effects'],
): Generator<PolicyFinding> {
  const entered = new Map<string, Set<string>>();
  const note = (effect: string, state: string) => {
    if (effects[effect]?.outcome !== 'awaited') return;
    entered.set(effect, (entered.get(effect) ?? new Set<string>()).add(state));
  };
  for (const use of opening.effects ?? []) note(readEffect(use)[0], initial);
  for (const transition of transitions) {
    const reached = transition.to === undefined ? transition.from : [transition.to];
    for (const use of transition.effects ?? []) for (const state of reached) note(readEffect(use)[0], state);
  }
  for (const [effect, states] of entered) {
    for (const state of states) {
      for (const outcome of ['effect_succeeded', 'effect_failed'] as const) {
        const isHandled = transitions.some(
          ({ from, on, of }) => from.includes(state) && on === outcome && of?.includes(effect),
        );
        if (!isHandled)
          yield policyFindings.create('effect_unhandled', ['states', state], { effect, state, outcome });
      }
    }
  }
}

function* verifyDeadlines({ deadlines = [], transitions }: PolicyDefinition): Generator<PolicyFinding> {
  for (const [index, { by, grants, approves, name }] of transitions.entries()) {
    const isGrant = grants !== undefined || approves !== undefined;
    if (!isGrant || !by.includes('clock')) continue;
    yield policyFindings.create('deadline_grants', ['transitions', index], { transition: name });
  }
  for (const [index, deadline] of deadlines.entries()) {
    for (const state of deadline.while) {
      const acts = transitions.some(
        ({ from, on, by }) => from.includes(state) && on === deadline.command && by.includes('clock'),
      );
      if (acts) continue;
      const details = { deadline: deadline.name, state };
      yield policyFindings.create('deadline_without_transition', ['deadlines', index], details);
    }
  }
}

/** Where something was put before a superior, granting it must look at who asked. */
function* verifyApprovals({ transitions }: PolicyDefinition): Generator<PolicyFinding> {
  for (const asking of transitions) {
    const { asks, to } = asking;
    // A state in which one asks is none that waits for the superior alone.
    if (asks === undefined || to === undefined || asking.from.includes(to)) continue;
    for (const [index, { from, grants, name, by }] of transitions.entries()) {
      // What the platform decides by itself nobody of the shop has asked for.
      const isForced = by.every((role) => role === 'platform');
      if (grants !== asks || !from.includes(to) || isForced) continue;
      const details = { transition: name, state: to };
      yield policyFindings.create('approval_not_separate', ['transitions', index, 'grants'], details);
    }
  }
}
