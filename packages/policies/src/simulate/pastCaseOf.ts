import { AftercareError } from '@aftercare/core';
import type { CaseEvent } from '../case/index.js';
import { policyIssues } from '../issues/index.js';
import type { PastCase } from './pastCase.js';
import { keyIn } from './pastEffect.js';

/**
 * A past case out of the events of a store. What the clock did is left out: deadlines come due anew, by the definition that
 * is tried. So are migrations, since that definition is the one from the beginning. Refused commands are not among events;
 * who keeps them adds their steps.
 *
 * @param events - all events of one case, in order
 * @param factsOf - the facts of the host as they were at the event; they are not part of it
 * @throws AftercareError `out_of_order` if there is no event
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
 *   pastCaseOf,
 *   simulate,
 * } from '@aftercare/policies';
 * import { startScenario } from '@aftercare/policies/testing';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const scenario = startScenario(policy, { now: '2026-03-02T02:00:00.000Z', facts });
 * const agent = { id: 'li', role: 'agent' };
 * scenario.given(agent, 'report', { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] });
 * scenario.given(agent, 'propose', { parts: [{ form: 'cash_refund', valueMinor: 4000 }] });
 *
 * const past = pastCaseOf(scenario.events, () => facts);
 * past.steps.map(({ command }) => command.type); // => ['report', 'propose']
 * simulate(policy, policy, [past]).present.approvalsAsked; // => 1
 * ```
 */
export function pastCaseOf<Facts>(
  events: readonly CaseEvent[],
  factsOf: (event: CaseEvent) => Facts,
): PastCase<Facts> {
  const [first] = events;
  if (first === undefined) {
    const details = { caseId: '', sequence: 0, expected: 1 };
    throw new AftercareError([policyIssues.create('out_of_order', [], details)]);
  }
  const given = events.filter(({ by, type }) => by.role !== 'clock' && type !== 'case_migrated');
  const types = new Map(events.flatMap(({ effects }) => effects.map(({ key, type }) => [key, type])));
  return {
    id: first.caseId,
    steps: given.map((event) => {
      const { id, type, params } = event.command;
      const effect = types.get(keyIn(params) ?? '');
      const step = { command: { id, type, params }, at: event.at, by: event.by, facts: factsOf(event) };
      return effect === undefined ? step : { ...step, effect };
    }),
    until: events.at(-1)?.at ?? first.at,
  };
}
