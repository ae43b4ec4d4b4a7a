import type { initialTransition as initialOf, setup as setupOf, transition as transitionOf } from 'xstate';
import type { Case } from '../src/case/index.js';
import { decideAny } from '../src/decide/decide.js';
import { openAny } from '../src/decide/openCase.js';
import { recorded, viewOf } from '../src/decide/working.js';
import type { KindShape, View } from '../src/kind/index.js';
import { commandKey, type Policy } from '../src/policy/index.js';
import { toXState } from '../src/show/index.js';
import { withReservations } from '../src/testing/index.js';
import { actorsOf, commandsFor } from '../src/verify/explore.js';

/** The parts of XState that a walk uses; handed in, so that only tests of the chart load it. */
interface XState {
  readonly setup: typeof setupOf;
  readonly initialTransition: typeof initialOf;
  readonly transition: typeof transitionOf;
}

/** One step of a walk. */
interface WalkStep {
  readonly pick: number;
  readonly who: number;
}

/**
 * Walks a case by our decisions and the machine by XState side by side.
 *
 * @returns a function that gives the places at which they came to different states
 */
export function differsFromXState<Shape extends KindShape>(
  typed: Policy<Shape>,
  { setup, initialTransition, transition }: XState,
): (steps: readonly WalkStep[]) => string[] {
  const policy = typed as unknown as Policy;
  const { config, guards } = toXState(policy);
  // XState's types want literal configurations; what a chart is made of is checked when the machine is created.
  const machine = setup({ guards: guards as never }).createMachine(config as never);
  return (steps) => {
    let current = openedCase(policy);
    let usage = {};
    let [snapshot] = initialTransition(machine);
    const differences: string[] = [];
    for (const [index, { pick, who }] of steps.entries()) {
      const commands = commandsFor(policy, current);
      const command = commands[pick % commands.length];
      const actors = actorsOf(policy, current);
      const actor = actors[who % actors.length];
      if (command === undefined || actor === undefined) continue;
      const facts = policy.kind.behaviour.samples.facts as object;
      const context = { now: '2026-03-02T10:00:00+08:00', actor, usage, facts };
      const full = recorded(`step-${index}`, command.type, command.params, context.actor);
      const decision = decideAny(policy, current, full, context);
      const key = 'key' in command.params ? command.params.key : undefined;
      const effect = current.effects.find((one) => one.key === key);
      const view = viewOf(policy, current, full, context, actor.role, effect);
      const type = commandKey(command.type, effect?.type);
      const group = policy.machine.states.get(current.state)?.commands.get(type);
      const entries = group?.facts.map((fact) => [fact.name, fact.read(view as unknown as View)]) ?? [];
      const taken = decision.ok && decision.duplicateOf === undefined ? decision.receipt.transition : '';
      const names = group?.transitions.map(({ name }) => name) ?? [];
      // What authority, approvals and evidence rule out, the chart cannot know: all that comes before the one taken and
      // has more than guards to it.
      const before = taken === '' || !names.includes(taken) ? names : names.slice(0, names.indexOf(taken));
      const ruledOut = before.filter((name) => hasMore(policy, name));
      const event = { type, role: actor.role, facts: Object.fromEntries(entries), ruledOut };
      [snapshot] = transition(machine, snapshot, event as never);
      if (decision.ok) {
        current = decision.next;
        usage = withReservations(usage, decision.reservations);
      }
      if (snapshot.value !== current.state)
        differences.push(`${type}: ${String(snapshot.value)}, ${current.state}`);
      if (current.state !== snapshot.value) break;
    }
    return differences;
  };
}

function hasMore({ definition }: Policy, name: string): boolean {
  const transition = definition.transitions.find((one) => one.name === name);
  const { asks, grants, approves, requires, needsEvidence } = transition ?? {};
  return [asks, grants, approves, requires, needsEvidence].some((part) => part !== undefined);
}

function openedCase(policy: Policy): Case {
  const [params] = policy.kind.behaviour.samples.opening;
  const facts = policy.kind.behaviour.samples.facts as object;
  for (const actor of actorsOf(policy, undefined)) {
    const context = { now: '2026-03-02T09:00:00+08:00', actor, usage: {}, facts, ids: ['case'] as const };
    const decision = openAny(policy, { id: 'open', type: policy.definition.opening.on, params }, context);
    if (decision.ok) return decision.next;
  }
  throw new Error('Nobody may open a case.');
}
