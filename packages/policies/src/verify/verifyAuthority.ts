import type { IssuePath } from '@aftercare/core';
import type { AuthorityLimit } from '../authority/index.js';
import { isParty } from '../case/index.js';
import type { EffectUse, PolicyDefinition } from '../definition/index.js';
import type { Policy } from '../policy/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

/** Findings about who may grant what the policy grants, and whom its effects name. */
export function* verifyAuthority(policy: Policy): Generator<PolicyFinding> {
  const { kind, name, authority } = policy;
  yield* verifyRoles(policy);
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
        yield policyFindings.create('limit_falls', path, { action, role, below: below.role });
      }
      if (own.length > 0) below = { role, limits: own };
    }
  }
}

/** A task for a role that a shop does not have, such as a manager where there are only agents and leads. */
function* verifyRoles({ definition, authority }: Policy): Generator<PolicyFinding> {
  for (const [{ effect, params = {} }, path] of effectsOf(definition)) {
    const { role } = params;
    if (typeof role !== 'string' || isParty(role) || authority.rankOf(role) >= 0) continue;
    yield policyFindings.create('role_of_nobody', path, { effect, role });
  }
}

/** Every effect of a definition, with the part that it is in. */
function effectsOf({ opening, transitions, deadlines = [] }: PolicyDefinition): [EffectUse, IssuePath][] {
  const parts = [
    { path: ['opening'], effects: opening.effects ?? [] },
    ...transitions.map(({ effects = [] }, index) => ({ path: ['transitions', index], effects })),
    ...deadlines.map(({ reminders = [] }, index) => ({
      path: ['deadlines', index],
      effects: reminders.flatMap(({ effects }) => effects),
    })),
  ];
  return parts.flatMap(({ path, effects }) => effects.map((use): [EffectUse, IssuePath] => [use, path]));
}

/** Whether a role may grant less of anything than one below it, or none of it. */
function falls(lower: readonly AuthorityLimit[], higher: readonly AuthorityLimit[]): boolean {
  return lower.some(({ most }) => {
    const same = higher.find((limit) => unitOf(limit.most) === unitOf(most));
    return same === undefined || amountOf(same.most) < amountOf(most);
  });
}

function unitOf(most: AuthorityLimit['most']): string {
  return 'currency' in most ? most.currency : 'count' in most ? 'count' : 'percent';
}

function amountOf(most: AuthorityLimit['most']): number {
  if ('minor' in most) return most.minor;
  return 'count' in most ? most.count : most.percentOfOrder;
}
