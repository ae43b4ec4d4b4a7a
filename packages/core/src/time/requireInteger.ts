import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';

/**
 * Throws unless an argument is an integer between two bounds, both included.
 *
 * @param key - the argument's name, for the error's path
 */
export function requireInteger(value: number, key: string, minimum: number, maximum: number): void {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return;
  const received = showValue(value);
  if (!Number.isInteger(value)) {
    throw new AftercareError([coreIssues.create('not_multiple_of', [key], { received, step: 1 })]);
  }
  const details = { measure: 'value' as const, received, minimum, maximum, inclusive: true };
  throw new AftercareError([coreIssues.create('out_of_range', [key], details)]);
}
