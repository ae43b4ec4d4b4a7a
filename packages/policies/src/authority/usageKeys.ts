import { AftercareError, coreIssues, epochMillisOf, showValue } from '@aftercare/core';
import type { Actor } from '../case/index.js';
import { budgetKey } from './budgetKey.js';
import { standingOf } from './delegation.js';
import type { GrantRequest } from './grantRequest.js';
import type { Authority } from './loadAuthority.js';

/** A grant of an action, as far as the keys of its budgets depend on it. */
interface KeyRequest extends Omit<GrantRequest, 'amount' | 'caps' | 'actor'> {
  readonly actor?: Actor;
}

/**
 * The keys of all budgets that granting an action would be counted in: what a host looks up to give `usage`. Without an
 * actor, those that are of no actor.
 *
 * @throws AftercareError `invalid_instant` for a `now` that is none
 */
export function authorityKeys(request: KeyRequest, authority: Authority): readonly string[] {
  const millis = epochMillisOf(request.now);
  if (millis === undefined) {
    throw new AftercareError([
      coreIssues.create('invalid_instant', ['now'], { received: showValue(request.now) }),
    ]);
  }
  const { policy, action, actor, orderId, customerId } = request;
  const { budgets } = authority.schemeFor(policy, action);
  const principal = actor && (standingOf(actor, authority.matrix, millis)?.principal ?? actor.id);
  const input = { orderId, customerId, millis };
  return budgets
    .filter(({ per }) => principal !== undefined || per !== 'actor')
    .map((budget) => budgetKey(budget, principal ?? '', input));
}
