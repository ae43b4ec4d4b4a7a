import type { Comparison } from '../ast/index.js';
import type { FactCatalogue } from '../catalogue/index.js';
import { typeAtPath } from '../factType/index.js';
import { isOperatorName } from '../operators/index.js';
import type { ComparisonExplanation, Shift } from './explanation.js';

/** How far the number of a comparison is from turning it; `undefined` where it is not about a number. */
export function shiftOf(
  { comparison, holds, actual, expected }: ComparisonExplanation,
  catalogue: FactCatalogue,
): Shift | undefined {
  if (typeof actual !== 'number' || typeof expected !== 'number') return undefined;
  if (comparison.decorators.some((decorator) => decorator !== 'not')) return undefined;
  const target = targetOf(comparison, holds);
  if (target === undefined) return undefined;
  const { side, inclusive } = target;
  const direction = side === 'above' || (side === 'at' && expected > actual) ? 'up' : 'down';
  const gap = Math.abs(expected - actual);
  if (inclusive) return { direction, by: gap, beyond: false };
  const step = stepOf(comparison, catalogue);
  if (step === undefined || !Number.isInteger(expected / step)) return { direction, by: gap, beyond: true };
  return { direction, by: gap + step, beyond: false };
}

/** Where the actual number would have to be, seen from the expected one. */
interface Target {
  readonly side: 'below' | 'at' | 'above';
  /** Whether the expected number itself would do. */
  readonly inclusive: boolean;
}

/** @param holds - whether the comparison, with its decorators, holds now */
function targetOf({ operator, decorators }: Comparison, holds: boolean): Target | undefined {
  if (!isOperatorName(operator)) return undefined;
  // An odd number of "not" makes the operator itself the opposite of the comparison.
  const operatorHolds = decorators.length % 2 === 0 ? holds : !holds;
  switch (operator) {
    case 'equal':
      return operatorHolds ? undefined : { side: 'at', inclusive: true };
    case 'notEqual':
      return operatorHolds ? { side: 'at', inclusive: true } : undefined;
    case 'lessThan':
      return operatorHolds ? { side: 'above', inclusive: true } : { side: 'below', inclusive: false };
    case 'lessThanInclusive':
      return operatorHolds ? { side: 'above', inclusive: false } : { side: 'below', inclusive: true };
    case 'greaterThan':
      return operatorHolds ? { side: 'below', inclusive: true } : { side: 'above', inclusive: false };
    case 'greaterThanInclusive':
      return operatorHolds ? { side: 'below', inclusive: false } : { side: 'above', inclusive: true };
    case 'in':
    case 'notIn':
    case 'contains':
    case 'doesNotContain':
      return undefined;
  }
}

/** The step of the compared number: 1 for integers; `undefined` where it can be any number. */
function stepOf({ fact }: Comparison, catalogue: FactCatalogue): number | undefined {
  const description = catalogue.facts[fact.fact];
  if (description === undefined) return undefined;
  const found = typeAtPath(description.type, fact.path);
  return 'type' in found && found.type.kind === 'number' ? found.type.step : undefined;
}
