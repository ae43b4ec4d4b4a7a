import { AftercareError, coreIssues, epochMillisOf, showValue } from '@aftercare/core';
import { budgetKey } from './budgetKey.js';
import { standingOf } from './delegation.js';
import type { GrantRequest } from './grantRequest.js';
import type { Authority } from './loadAuthority.js';

/**
 * The keys of all budgets that granting an action would be counted in: what a host looks up to give `usage`.
 *
 * @throws AftercareError `invalid_instant` for a `now` that is none
 */
export function authorityKeys(
  request: Omit<GrantRequest, 'amount' | 'caps'>,
  authority: Authority,
): readonly string[] {
  const millis = epochMillisOf(request.now);
  if (millis === undefined) {
    throw new AftercareError([
      coreIssues.create('invalid_instant', ['now'], { received: showValue(request.now) }),
    ]);
  }
  const { policy, action, actor, orderId, customerId } = request;
  const principal = standingOf(actor, authority.matrix, millis)?.principal ?? actor.id;
  const { budgets } = authority.schemeFor(policy, action);
  return budgets.map((budget) => budgetKey(budget, principal, { orderId, customerId, millis, authority }));
}
