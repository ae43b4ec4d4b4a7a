import type { IssuePath } from '@aftercare/core';
import { type EffectUse, readEffect, type Transition } from '../definition/index.js';
import type { Policy } from '../policy/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

/**
 * Steps and reminders that spend what a grant is about without it. Seen in the definition and not by playing cases: an
 * earlier grant of the same case, or samples that happen to ask for nothing, would hide it.
 */
export function* verifyGrants(policy: Policy): Generator<PolicyFinding> {
  const { opening, transitions, deadlines = [] } = policy.definition;
  yield* spentBy(opening, 'opening', ['opening'], policy);
  for (const [index, step] of transitions.entries()) {
    yield* spentBy(step, step.name, ['transitions', index], policy);
  }
  for (const [index, { name, reminders = [] }] of deadlines.entries()) {
    for (const [place, reminder] of reminders.entries()) {
      yield* spentBy(reminder, name, ['deadlines', index, 'reminders', place], policy);
    }
  }
}

interface Step extends Partial<Omit<Transition, 'effects'>> {
  readonly effects?: readonly EffectUse[];
}

function* spentBy(step: Step, name: string, path: IssuePath, policy: Policy): Generator<PolicyFinding> {
  const spends = (effect: string) => policy.kind.shape.effects[effect]?.spends;
  for (const grant of new Set(effectsOf(step).map(spends))) {
    if (grant === undefined || isGranted(step, grant, policy)) continue;
    const effects = effectsOf(step).filter((effect) => spends(effect) === grant);
    yield policyFindings.create('spends_ungranted', path, { step: name, grant, effects });
  }
}

/** What follows on the outcome of an effect was granted with that effect. */
function isGranted(step: Step, grant: string, policy: Policy, seen: readonly string[] = []): boolean {
  if ([step.grants, step.approves, step.requires].includes(grant)) return true;
  const { opening, transitions } = policy.definition;
  const steps: readonly Step[] = [opening, ...transitions];
  return (
    step.of?.every(
      (effect) =>
        policy.kind.shape.effects[effect]?.spends === grant ||
        seen.includes(effect) ||
        steps
          .filter((one) => effectsOf(one).includes(effect))
          .every((one) => isGranted(one, grant, policy, [...seen, effect])),
    ) ?? false
  );
}

function effectsOf({ effects = [] }: Step): string[] {
  return effects.map((use) => readEffect(use)[0]);
}
