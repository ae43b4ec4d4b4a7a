import type { Authority } from '../authority/index.js';
import {
  type DefinitionTexts,
  type EffectUse,
  type Opening,
  readEffect,
  type Transition,
} from '../definition/index.js';
import type { Kind } from '../kind/index.js';
import { found } from './found.js';
import type { CompiledEffect, CompiledGrant, CompiledGrantUse, CompiledTransition } from './policy.js';

/** What the names of a definition are bound to. */
export interface Binding {
  /** The name of the policy. */
  readonly policy: string;
  readonly kind: Kind;
  readonly authority: Authority;
  readonly texts: DefinitionTexts;
}

/** A transition, or the opening, with every name in it bound. */
export function compileTransition(step: Opening | Transition, binding: Binding): CompiledTransition {
  const { texts } = binding;
  const { shape, behaviour } = binding.kind;
  const transition = 'name' in step ? step : undefined;
  const calculators = (step.calculate ?? []).map((name) => found(behaviour.calculators[name]));
  const calculated = new Set<string>(calculators.flatMap(({ gives }) => gives));
  const use = (name: string | undefined) => (name === undefined ? undefined : grantUse(name, binding));
  return {
    name: transition?.name ?? 'opening',
    because: (transition === undefined ? texts.opening : texts.transitions?.[transition.name]) ?? {},
    by: new Set(step.by.flatMap((role) => rolesFrom(role, binding.authority))),
    byNamed: step.by,
    guardNames: step.when ?? [],
    needsEvidence: step.needsEvidence ?? false,
    calculators,
    event: step.event,
    eventKeys: Object.keys(found(shape.events[step.event]).shape).map((name) => ({
      name,
      isCalculated: calculated.has(name),
    })),
    reduce: behaviour.apply[step.event],
    count: behaviour.count?.[step.event],
    to: transition?.to,
    effects: (step.effects ?? []).map((effect) => compileEffect(effect, binding.kind)),
    grant: transition && compileGrant(transition, binding),
    requires: use(transition?.requires),
    commits: use(transition?.commits),
    releases: use(transition?.releases),
  };
}

/** A role and those above it; a party alone. */
function rolesFrom(role: string, { rankOf, matrix }: Authority): readonly string[] {
  const rank = rankOf(role);
  return rank < 0 ? [role] : matrix.roles.slice(rank).map((one) => one.role);
}

function grantUse(name: string, { kind, authority, policy }: Binding): CompiledGrantUse {
  const action = found(kind.shape.grants[name]);
  const grant = found(kind.behaviour.grants[name]);
  return { name, action, scheme: authority.schemeFor(policy, action), grant };
}

function compileGrant({ asks, grants, approves }: Transition, binding: Binding): CompiledGrant | undefined {
  if (asks !== undefined) return { ...grantUse(asks, binding), mode: 'asks' };
  if (grants !== undefined) return { ...grantUse(grants, binding), mode: 'grants' };
  return approves === undefined ? undefined : { ...grantUse(approves, binding), mode: 'approves' };
}

/** An effect of a definition with the function that computes its parameters. */
export function compileEffect(use: EffectUse, { behaviour }: Kind): CompiledEffect {
  const [type, fixed] = readEffect(use);
  return { type, fixed: Object.entries(fixed), compute: found(behaviour.effects[type]) };
}
