import { type IssuePath, ok, unwrap } from '@aftercare/core';
import {
  type FactCatalogue,
  loadRules,
  type RuleIssue,
  type RuleResult,
  type RuleSet,
  type RuleSetDocument,
  ruleIssues,
} from '@aftercare/rules';
import type { Opening, PolicyDefinition, Transition } from '../definition/index.js';

/** A step of a definition with the guards it must pass. */
type Step = Opening | Transition;

/** Makes rule sets of the guards of transitions: one rule for each transition, in order. */
export type GuardCompiler = (steps: readonly Step[]) => RuleSet<Readonly<Record<string, unknown>>>;

/**
 * Checks the guards of a definition against the facts that they may speak of.
 *
 * @returns a function that makes the rule set of some transitions, or the issues with their places in the definition
 */
export function guardCompiler(
  definition: PolicyDefinition,
  catalogue: FactCatalogue,
): RuleResult<GuardCompiler> {
  const { guards: conditions = {} } = definition;
  const steps = [definition.opening, ...definition.transitions];
  const all = loadRules({ format: 1, conditions, rules: rulesOf(steps) }, catalogue);
  if (!all.ok) {
    const [first, ...more] = all.issues.map(inDefinition);
    return { ok: false, issues: first === undefined ? all.issues : [first, ...more] };
  }
  return ok((some) => unwrap(loadRules({ format: 1, conditions, rules: rulesOf(some) }, catalogue)));
}

/**
 * The guards alone, each a rule under its own name, with its examples: for lint and for tests of examples.
 *
 * @example
 * ```ts
 * import { checkExamples, unwrap } from '@aftercare/rules';
 * import { compensationDefinition, compensationKind, guardFactsOf, guardRules } from '@aftercare/policies';
 *
 * const rules = unwrap(guardRules(compensationDefinition, guardFactsOf(compensationKind.shape)));
 * checkExamples(rules); // => []
 * ```
 */
export function guardRules(definition: PolicyDefinition, catalogue: FactCatalogue): RuleResult<RuleSet> {
  const { guards: conditions = {}, examples = {} } = definition;
  const rules = Object.entries(conditions).map(([name, when]) => ({
    name,
    conditions: when,
    event: { type: 'holds', params: { guard: name } },
    examples: examples[name] ?? [],
  }));
  return loadRules({ format: 1, conditions, rules }, catalogue);
}

/** All rules have one event, so that lint tells of one that is hidden by an earlier one. */
function rulesOf(steps: readonly Step[]): RuleSetDocument['rules'] {
  return steps.map((step, index) => ({
    name: 'name' in step ? step.name : 'opening',
    priority: steps.length - index,
    conditions: { all: (step.when ?? []).map((condition) => ({ condition })) },
    event: { type: 'transition' },
  }));
}

function inDefinition({ code, path, details }: RuleIssue): RuleIssue {
  return ruleIssues.complete({ code, path: placeInDefinition(path), details });
}

function placeInDefinition(path: IssuePath): IssuePath {
  const [root, at, , , guard] = path;
  if (root === 'conditions' && at !== undefined) return ['guards', ...path.slice(1)];
  if (root !== 'rules' || typeof at !== 'number') return path;
  const step = at === 0 ? ['opening'] : ['transitions', at - 1];
  return guard === undefined ? step : [...step, 'when', guard];
}
