import { AftercareError, fail, ok } from '@aftercare/core/foundation';
import type { FactCatalogue, FactShape, Facts } from '../catalogue/index.js';
import { canGenerateCode, generatedMatcher } from '../compile/index.js';
import { DEFAULT_LIMITS, type LoadLimits } from '../document/index.js';
import { closureMatcher, type FactRecord } from '../evaluate/index.js';
import { type RuleResult, ruleIssues } from '../issues/index.js';
import { assertOperatorNames, type CustomOperators } from '../operators/index.js';
import { parseDocument } from '../parse/index.js';
import { factNamesOf, inEvaluationOrder, versionOfRules } from '../rule/index.js';
import { evaluationOf, type RuleSet, type Strategy } from './ruleSet.js';

/** How rules are loaded. */
export interface LoadOptions {
  /** Operators beside the ten. Default: none. */
  readonly operators?: CustomOperators;
  /** How rules are evaluated; both give the same answers. Default `auto`: generated code where the host allows it. */
  readonly strategy?: Strategy | 'auto';
  /** How large a document may be; each has its default. */
  readonly limits?: Partial<LoadLimits>;
}

/**
 * Loads rules from JSON: checks the whole document against the fact catalogue and makes it ready for evaluation.
 *
 * @param document - a document of format 1, or a list of json-rules-engine's rules
 * @returns the rule set, or every issue found, each with its place in the document
 * @throws {@link AftercareError} `invalid_operator_name` for custom operators that cannot be called so,
 * `generated_code_forbidden` when generated code is asked for and the host forbids it.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ purchaseCount: z.int().min(0) }));
 * const document = {
 *   format: 1,
 *   rules: [
 *     {
 *       name: 'first_purchase',
 *       conditions: { all: [{ fact: 'purchaseCount', operator: 'equal', value: 1 }] },
 *       event: { type: 'care', params: { template: 'thank_you' } },
 *     },
 *   ],
 * };
 * const rules = unwrap(loadRules(document, facts));
 * rules.evaluate({ purchaseCount: 1 }); // => [{ type: 'care', params: { template: 'thank_you' } }]
 * rules.evaluate({ purchaseCount: 2 }); // => []
 * rules.fired({ purchaseCount: 1 })[0]?.rule.name; // => 'first_purchase'
 * ```
 */
export function loadRules<Shape extends FactShape>(
  document: unknown,
  catalogue: FactCatalogue<Shape>,
  options: LoadOptions = {},
): RuleResult<RuleSet<Facts<Shape>>> {
  const { strategy = 'auto' } = options;
  const operators = Object.freeze({ ...options.operators });
  assertOperatorNames(operators);
  const chosen = chooseStrategy(strategy);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  // From here on facts are looked up by names from the document; the names' literal types are of no use.
  const erased = catalogue as unknown as FactCatalogue;
  const parsed = parseDocument(document, { catalogue: erased, operators, limits });
  const { rules, groups, issues } = parsed;
  const [first, ...more] = issues;
  if (first !== undefined) return fail(first, ...more);
  const ordered = inEvaluationOrder(rules);
  const matcher =
    chosen === 'generated' ? generatedMatcher(ordered, operators) : closureMatcher(ordered, operators);
  const ruleSet: RuleSet<FactRecord> = Object.freeze({
    version: versionOfRules(rules),
    rules,
    groups,
    document: parsed.document,
    catalogue: erased,
    operators,
    strategy: chosen,
    factNames: factNamesOf(rules),
    ...evaluationOf(ordered, matcher),
  });
  return ok(ruleSet as RuleSet<Facts<Shape>>);
}

function chooseStrategy(wanted: Strategy | 'auto'): Strategy {
  if (wanted === 'closures') return wanted;
  if (canGenerateCode()) return 'generated';
  if (wanted === 'auto') return 'closures';
  throw new AftercareError([ruleIssues.create('generated_code_forbidden', ['strategy'], {})]);
}
