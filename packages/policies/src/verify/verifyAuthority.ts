import { closest } from '@aftercare/core';
import type { AuthorityLimit } from '../authority/index.js';
import type { Policy } from '../policy/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

/** Findings about who may grant what the policy grants. */
export function* verifyAuthority({ kind, name, authority }: Policy): Generator<PolicyFinding> {
  const { limits, roles } = authority.matrix;
  for (const [grant, action] of Object.entries(kind.shape.grants)) {
    const path = ['grants', grant];
    const opening = limits.filter(
      (limit) =>
        limit.per === 'grant' &&
        limit.valid === undefined &&
        limit.actions?.includes(action) === true &&
        (limit.policies?.includes(name) ?? true),
    );
    if (opening.length === 0) yield policyFindings.create('nobody_can_grant', path, { action });
    let below: { readonly role: string; readonly limits: readonly AuthorityLimit[] } | undefined;
    for (const { role } of roles) {
      const own = opening.filter((limit) => limit.role === role);
      if (below !== undefined && falls(below.limits, own)) {
        const details = { action, role, below: below.role };
        const [others, received] = [currenciesOf(below.limits), currenciesOf(own)];
        const isOther = received.length > 0 && !others.every((currency) => received.includes(currency));
        yield isOther
          ? policyFindings.create('limit_currencies_differ', path, { ...details, received, expected: others })
          : policyFindings.create('limit_falls', path, details);
      }
      if (own.length > 0) below = { role, limits: own };
    }
  }
  yield* mistyped(limits, Object.values(kind.shape.grants));
}

/**
 * Actions that are most likely mistyped ones of the policy. A matrix serves other policies too, whose actions are not known
 * here: one that a role may grant beside the action with nearly its name is one of theirs.
 */
function* mistyped(limits: readonly AuthorityLimit[], actions: readonly string[]): Generator<PolicyFinding> {
  const rolesWith = (action: string) =>
    limits.flatMap(({ role, per, actions: all }) => (per === 'grant' && all?.includes(action) ? [role] : []));
  for (const [index, limit] of limits.entries()) {
    for (const [place, action] of (limit.actions ?? []).entries()) {
      const suggestion = actions.includes(action) ? undefined : closest(action, actions);
      if (suggestion === undefined) continue;
      const roles = rolesWith(suggestion);
      if (rolesWith(action).some((role) => roles.includes(role))) continue;
      const path = ['authority', 'limits', index, 'actions', place];
      yield policyFindings.create('action_mistyped', path, { action, suggestion });
    }
  }
}

/** Whether a role may grant less of anything than one below it, or none of it. */
function falls(lower: readonly AuthorityLimit[], higher: readonly AuthorityLimit[]): boolean {
  return lower.some(({ most }) => {
    const same = higher.find((limit) => unitOf(limit.most) === unitOf(most));
    return same === undefined || amountOf(same.most) < amountOf(most);
  });
}

function currenciesOf(limits: readonly AuthorityLimit[]): string[] {
  return limits.flatMap(({ most }) => ('currency' in most ? [most.currency] : []));
}

function unitOf(most: AuthorityLimit['most']): string {
  return 'currency' in most ? most.currency : 'count' in most ? 'count' : 'percent';
}

function amountOf(most: AuthorityLimit['most']): number {
  if ('minor' in most) return most.minor;
  return 'count' in most ? most.count : most.percentOfOrder;
}
