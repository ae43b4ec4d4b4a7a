import type { KindShape } from '../kind/index.js';
import type { CommandGroup, CompiledTransition, Policy } from '../policy/index.js';

/** An event of the XState machine: a command with everything that its guards look at. */
export interface ChartEvent {
  /** The command; of those about effects, `command:effect`. */
  readonly type: string;
  /** The role of whoever gives it. */
  readonly role: string;
  /** The facts that guards read. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Transitions that authority, approvals, evidence or counters rule out, which the bare chart knows nothing of. */
  readonly ruledOut?: readonly string[];
}

/** A state of the machine config. */
export interface ChartState {
  readonly type?: 'final';
  readonly on?: Readonly<Record<string, readonly { readonly target?: string; readonly guard: string }[]>>;
}

/** What `setup({ guards }).createMachine(config)` of XState v5 takes. */
export interface Chart {
  readonly config: {
    readonly id: string;
    readonly initial: string;
    readonly states: Readonly<Record<string, ChartState>>;
  };
  readonly guards: Readonly<Record<string, (input: { readonly event: ChartEvent }) => boolean>>;
}

/**
 * The bare chart of a policy as a machine config of XState v5, with its guard implementations: states, transitions in
 * their order, roles and guards. Authority, approvals, evidence, counters and deadlines are not part of a chart.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   loadAuthority,
 *   loadPolicy,
 *   toXState,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { config, guards } = toXState(policy);
 * config.initial; // => 'reported'
 * config.states.offered?.on?.reject; // => [{ target: 'rejected_by_customer', guard: 'offered/reject' }]
 * const event = { type: 'reject', role: 'customer', facts: {} };
 * guards['offered/reject']?.({ event }); // => true
 * ```
 */
export function toXState<Shape extends KindShape>(policy: Policy<Shape>): Chart {
  const { definition, machine } = policy;
  const guards: Record<string, Chart['guards'][string]> = {};
  const states = [...machine.states.values()].map(({ name, isFinal, commands }) => {
    const on = [...commands].map(([key, group]) => [key, arrowsOf(group, name, guards)] as const);
    const state: ChartState = isFinal ? { type: 'final' } : { on: Object.fromEntries(on) };
    return [name, state] as const;
  });
  return {
    config: { id: definition.name, initial: definition.initial, states: Object.fromEntries(states) },
    guards,
  };
}

function arrowsOf(
  group: CommandGroup,
  state: string,
  guards: Record<string, Chart['guards'][string]>,
): { readonly target?: string; readonly guard: string }[] {
  return group.transitions.map((transition, index) => {
    const guard = `${state}/${transition.name}`;
    guards[guard] = ({ event }) => passes(transition, index, group, event);
    return transition.to === undefined ? { guard } : { target: transition.to, guard };
  });
}

function passes(
  transition: CompiledTransition,
  index: number,
  { guards }: CommandGroup,
  event: ChartEvent,
): boolean {
  if (!transition.by.has(event.role) || event.ruledOut?.includes(transition.name)) return false;
  return guards === undefined || guards.fired(event.facts).some(({ rule }) => rule.index === index);
}
