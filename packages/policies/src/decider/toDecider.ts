import { AftercareError } from '@aftercare/core';
import type { Reservation } from '../authority/index.js';
import type { Case, CaseEvent } from '../case/index.js';
import { type CommandOf, decide, type OpenContext, openCase } from '../decide/index.js';
import { evolve } from '../evolve/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';

/** The three functions that event stores take. The state before the first event is null. */
export interface Decider<Command, Event, State, Decided extends Event = Event> {
  decide(command: Command, state: State): Decided[];
  evolve(state: State, event: Event): State;
  initialState(): State;
}

/** An event with what its decision takes from budgets and gives back: for the transaction that appends it. */
export interface DecidedEvent extends CaseEvent {
  readonly reservations: readonly Reservation[];
}

/**
 * A policy in the shape that event stores take: `decide`, `evolve`, `initialState`. A refusal is thrown, as stores expect
 * it. Effects are in the events, and so is what the decision reserves. Make the reservations in the transaction that appends
 * the events, in an inline projection say, and give it up when one has no room or another `usageVersion`: else two hosts that
 * read one `usage` would both pass.
 *
 * @throws AftercareError from its `decide`, with the code of the refusal
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
 *   toDecider,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const actor = { id: 'li', role: 'agent' };
 * const now = '2026-03-02T02:00:00.000Z';
 * const decider = toDecider(policy, { now, actor, usage: {}, facts, ids: ['case-1'] });
 * const params = { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] } as const;
 * const events = decider.decide({ id: '1', type: 'report', params }, decider.initialState());
 * events.reduce(decider.evolve, decider.initialState())?.state; // => 'reported'
 * ```
 */
export function toDecider<Shape extends KindShape>(
  policy: Policy<Shape>,
  context: OpenContext<HostFactsOf<Shape>>,
): Decider<CommandOf<Shape>, CaseEvent, Case<DataOf<Shape>> | null, DecidedEvent> {
  return {
    decide(command, state) {
      const decision =
        state === null ? openCase(policy, command, context) : decide(policy, state, command, context);
      if (!decision.ok) throw new AftercareError([decision.refusal]);
      const { events, reservations } = decision;
      return events.map((event, place) => ({ ...event, reservations: place === 0 ? reservations : [] }));
    },
    evolve: (state, event) => evolve(policy, state, event),
    initialState: () => null,
  };
}
