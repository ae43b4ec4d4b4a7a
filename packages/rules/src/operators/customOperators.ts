import { AftercareError } from '@aftercare/core/foundation';
import type { Comparison } from '../ast/index.js';
import { isForbiddenName } from '../factType/index.js';
import { type RuleIssue, ruleIssues } from '../issues/index.js';
import { DECORATORS } from './decorators.js';
import { isOperatorName, OPERATORS, type OperatorTest } from './operators.js';

/**
 * Operators of your own, by name: pure synchronous functions of the fact's value and the rule's value. What they make of
 * values of a wrong type is theirs to say; the checks of rules know nothing of it.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ postalCode: z.string() }));
 * const operators = {
 *   startsWith: (actual: unknown, expected: unknown) => String(actual).startsWith(String(expected)),
 * };
 * const rule = {
 *   name: 'beijing',
 *   conditions: { all: [{ fact: 'postalCode', operator: 'startsWith', value: '10' }] },
 *   event: { type: 'care' },
 * };
 * const rules = unwrap(loadRules([rule], facts, { operators }));
 * rules.evaluate({ postalCode: '100010' }); // => [{ type: 'care' }]
 * ```
 */
export type CustomOperators = Readonly<Record<string, OperatorTest>>;

/** @throws {@link AftercareError} `invalid_operator_name` */
export function assertOperatorNames(operators: CustomOperators): void {
  const [first, ...more] = Object.keys(operators)
    .filter((name) => name === '' || name.includes(':') || isOperatorName(name) || isForbiddenName(name))
    .map(
      (operator): RuleIssue =>
        ruleIssues.create('invalid_operator_name', ['operators', operator], { operator }),
    );
  if (first !== undefined) throw new AftercareError([first, ...more]);
}

/** The test of a comparison: its operator with all its decorators. The operator must be known. */
export function testOf({ operator, decorators }: Comparison, custom: CustomOperators): OperatorTest {
  const base = isOperatorName(operator) ? OPERATORS[operator] : custom[operator];
  if (base === undefined) throw new TypeError(`No operator is called "${operator}".`);
  // A custom operator that answers with something else than a boolean says no, as in most places of the original.
  const test = isOperatorName(operator)
    ? base
    : (actual: unknown, expected: unknown) => base(actual, expected) === true;
  return decorators.reduceRight((next, decorator) => DECORATORS[decorator](next), test);
}
