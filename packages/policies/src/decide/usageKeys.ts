import { authorityKeys, paidKey } from '../authority/index.js';
import type { Case } from '../case/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import type { Context } from './decision.js';

/**
 * The keys of all budgets that a decision about a case can read: what a host looks up in its store to give `usage`.
 * Without an actor, those that {@link tick} can read: the clock grants nothing, so it has no budgets of its own.
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
 *   openCase,
 *   usageKeys,
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
 * usageKeys(policy, opened.next, context).slice(0, 2);
 * // => ['paid|CNY|order-1', 'order||*|compensation+free_shipping+gift|CNY||order-1']
 * const { now } = context;
 * usageKeys(policy, opened.next, { now }).some((key) => key.startsWith('actor')); // => false
 * ```
 */
export function usageKeys<Shape extends KindShape>(
  policy: Policy<Shape>,
  current: Pick<Case<DataOf<Shape>>, 'data'>,
  {
    actor,
    now,
  }: Pick<Context<HostFactsOf<Shape>>, 'now'> & Partial<Pick<Context<HostFactsOf<Shape>>, 'actor'>>,
): readonly string[] {
  const { kind, authority, name } = policy as unknown as Policy;
  const data = current.data as Case['data'];
  const { orderId, customerId, paid } = kind.behaviour.subject(data);
  const budgets = kind.behaviour.budgets?.(data) ?? [];
  const request = { policy: name, orderId, customerId, paid, now, ...(actor === undefined ? {} : { actor }) };
  const keys = Object.values(kind.shape.grants).flatMap((action) =>
    authorityKeys({ ...request, action }, authority),
  );
  return [...new Set([paidKey(orderId, paid.currency), ...keys, ...budgets])];
}
