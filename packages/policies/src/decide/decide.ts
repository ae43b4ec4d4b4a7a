import type { Case, Command } from '../case/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import type { CommandOf, Context, Decision, EffectOf } from './decision.js';
import { judge } from './judge.js';
import { inWords } from './rejection.js';

/**
 * Decides a command: what happens, what is to be done and what the case is then, or why it is refused and who could do
 * it. A pure function: the host commits events, effects and reservations together, or decides again.
 *
 * A command id that the case has had before is answered as a repetition, with nothing to do; another command under that
 * id is refused.
 *
 * @throws AftercareError for misuse, with the place: a fact that is missing or not as the kind declares it
 * (`facts.lines[0].pieces`), budgets or an actor that are none, a `now` that is no instant, a case of another policy
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
): Decision<DataOf<Shape>, EffectOf<Shape>> {
  // What the kind's types promise is no longer of use where names come from the definition.
  const erased = policy as unknown as Policy;
  return decideAny(erased, current as Case, command, context) as unknown as Decision<
    DataOf<Shape>,
    EffectOf<Shape>
  >;
}

/** {@link decide} without the types of a kind. */
export function decideAny(policy: Policy, current: Case, command: Command, context: Context): Decision {
  const judged = judge(policy, current, command, context);
  return judged.ok ? judged : inWords(judged, command.type, current, policy);
}
