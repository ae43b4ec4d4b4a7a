import type { Case } from '../case/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import type { CommandOf, Context, Decision, EffectOf } from './decision.js';

/** A policy of any kind: what {@link anyPolicy} gives. */
export type AnyPolicy = Policy<KindShape>;
/** A case of any {@link AnyPolicy}. */
export type AnyCase = Case<DataOf<KindShape>>;
/** A command for any {@link AnyPolicy}. */
export type AnyCommand = CommandOf<KindShape>;
/** What comes of a command to any {@link AnyPolicy}. */
export type AnyDecision = Decision<DataOf<KindShape>, EffectOf<KindShape>>;
/** What any {@link AnyPolicy} is decided in; its facts are those of the policy's kind. */
export type AnyContext = Context<HostFactsOf<KindShape>>;

/**
 * A policy as one of any kind, so that a host keeps all of its policies in one record and decides over them in the same
 * way. Commands and facts are still checked by the schemas of the policy's kind when something is decided.
 *
 * @returns the very same policy
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   anyPolicy,
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   loadAuthority,
 *   loadPolicy,
 *   openCase,
 *   returnDefinition,
 *   returnKind,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const options = { authority: unwrap(loadAuthority(authorityCny, { calendar })), calendars: { shop: calendar } };
 * const policies = {
 *   compensation: anyPolicy(unwrap(loadPolicy(compensationKind, compensationDefinition, options))),
 *   return: anyPolicy(unwrap(loadPolicy(returnKind, returnDefinition, options))),
 * };
 *
 * const context = { now: '2026-03-02T02:00:00.000Z', actor: { id: 'li', role: 'agent' }, usage: {}, ids: ['case-1'] } as const;
 * const opened = Object.values(policies).map((policy) => {
 *   const { facts } = policy.kind.behaviour.samples;
 *   return openCase(policy, { id: '1', type: policy.definition.opening.on, params: {} }, { ...context, facts });
 * });
 * opened.map((decision) => (decision.ok ? '' : decision.refusal.code)); // => ['invalid_command', 'invalid_command']
 * ```
 */
export function anyPolicy<Shape extends KindShape>(policy: Policy<Shape>): AnyPolicy {
  // What the kind's types promise of commands, its schemas check again; of data, that they come from the policy itself.
  return policy as unknown as AnyPolicy;
}
