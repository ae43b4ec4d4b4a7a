import type { PolicyDefinition } from '../definition/index.js';
import { type PolicyIssue, policyIssues } from '../issues/index.js';
import type { Kind } from '../kind/index.js';
import { known } from './checkNames.js';

/** What sets can be made of. */
type Member = 'state' | 'guard' | 'calculator' | 'effect';

const MEMBERS = ['state', 'guard', 'calculator', 'effect'] as const satisfies readonly Member[];

/** What can be named where states, guards, calculators and effects are: they themselves, and the sets of them. */
export type Nameable = Readonly<Record<Member, readonly string[]>>;

/** The names of states, guards, calculators and effects, with the sets whose first known member is one. */
export function nameableOf(definition: PolicyDefinition, kind: Kind): Nameable {
  const single = singleNames(definition, kind);
  const nameable = {
    state: [...single.state],
    guard: [...single.guard],
    calculator: [...single.calculator],
    effect: [...single.effect],
  };
  for (const [name, members] of Object.entries(definition.sets ?? {})) {
    const what = memberKind(members, single);
    if (what !== undefined) nameable[what].push(name);
  }
  return nameable;
}

/** Sets under a name that something else has, and members that stand for nothing or are of another sort than the first. */
export function* checkSets(definition: PolicyDefinition, kind: Kind): Generator<PolicyIssue> {
  const single = singleNames(definition, kind);
  const all = MEMBERS.flatMap((sort) => single[sort]);
  for (const [name, members] of Object.entries(definition.sets ?? {})) {
    if (all.includes(name)) yield policyIssues.create('duplicate_name', ['sets', name], { name });
    const what = memberKind(members, single);
    for (const [index, member] of members.entries()) {
      yield* known(what ?? 'state', member, what === undefined ? all : single[what], ['sets', name, index]);
    }
  }
}

function singleNames(definition: PolicyDefinition, { shape, behaviour }: Kind): Nameable {
  return {
    state: Object.keys(definition.states),
    guard: Object.keys(definition.guards ?? {}),
    calculator: Object.keys(behaviour.calculators),
    effect: Object.keys(shape.effects),
  };
}

function memberKind(members: readonly string[], single: Nameable): Member | undefined {
  for (const member of members) {
    const sort = MEMBERS.find((one) => single[one].includes(member));
    if (sort !== undefined) return sort;
  }
  return undefined;
}
