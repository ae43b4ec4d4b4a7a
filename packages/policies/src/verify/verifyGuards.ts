import { lintRules } from '@aftercare/rules';
import type { CommandGroup, CompiledTransition, Policy } from '../policy/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

/** Findings about guards: transitions that can never happen, and those that an earlier one always takes the turn of. */
export function* verifyGuards({ machine, definition }: Policy): Generator<PolicyFinding> {
  const never = new Set<string>();
  for (const [state, { commands }] of machine.states) {
    for (const group of commands.values()) {
      const hidden = hiddenByGuards(group);
      for (const [index, transition] of group.transitions.entries()) {
        const at = definition.transitions.findIndex(({ name }) => name === transition.name);
        const path = ['transitions', at];
        if (hidden.never.has(index) && !never.has(transition.name)) {
          never.add(transition.name);
          yield policyFindings.create('transition_never', path, { transition: transition.name });
        }
        const by = group.transitions.find(
          (earlier, place) => place < index && takesAll(earlier, transition, hidden.by.get(transition.name)),
        );
        if (by === undefined) continue;
        yield policyFindings.create('transition_hidden', path, {
          transition: transition.name,
          by: by.name,
          state,
        });
      }
    }
  }
}

/** What lint says about the guards of a group: which never hold, and which hold only where an earlier one does. */
function hiddenByGuards({ guards }: CommandGroup): {
  readonly never: ReadonlySet<number>;
  readonly by: ReadonlyMap<string, string>;
} {
  const never = new Set<number>();
  const by = new Map<string, string>();
  if (guards === undefined) return { never, by };
  // Lint takes a rule set of any facts.
  for (const finding of lintRules(guards as unknown as Parameters<typeof lintRules>[0])) {
    if (finding.code === 'never_fires') never.add(Number(finding.path[1]));
    if (finding.code === 'covered') by.set(finding.details.rule, finding.details.by);
    if (finding.code === 'duplicate') by.set(finding.details.rule, finding.details.of);
  }
  return { never, by };
}

/**
 * Whether an earlier transition always takes the turn: it is for the same actors or more, its guards hold whenever the
 * later one's do, and nothing else can stop it.
 */
function takesAll(
  earlier: CompiledTransition,
  later: CompiledTransition,
  coveredBy: string | undefined,
): boolean {
  const { by, guardNames, grant, requires, needsEvidence } = earlier;
  if (grant !== undefined || requires !== undefined || (needsEvidence && !later.needsEvidence)) return false;
  if (![...later.by].every((role) => by.has(role))) return false;
  return guardNames.length === 0 || coveredBy === earlier.name;
}
