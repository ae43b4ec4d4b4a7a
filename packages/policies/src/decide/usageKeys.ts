import { authorityKeys, paidKey } from '../authority/index.js';
import type { Case } from '../case/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import type { Context } from './decision.js';

/**
 * The keys of all budgets that a decision about a case can read: what a host looks up in its store to give `usage`.
 */
export function usageKeys<Shape extends KindShape>(
  policy: Policy<Shape>,
  current: Pick<Case<DataOf<Shape>>, 'data'>,
  { actor, now }: Pick<Context<HostFactsOf<Shape>>, 'actor' | 'now'>,
): readonly string[] {
  const { kind, authority, name } = policy as unknown as Policy;
  const { orderId, customerId, paid, budgets = [] } = kind.behaviour.subject(current.data as Case['data']);
  const keys = Object.values(kind.shape.grants).flatMap((action) =>
    authorityKeys({ policy: name, action, orderId, customerId, paid, actor, now }, authority),
  );
  return [...new Set([paidKey(orderId, paid.currency), ...keys, ...budgets])];
}
