import { AftercareError, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';

/**
 * Checks an option whose type callers without TypeScript do not have.
 *
 * @throws {@link AftercareError} `not_one_of`
 */
export function mustBeOneOf(option: string, received: string, options: readonly string[]): void {
  if (options.includes(received)) return;
  throw new AftercareError([
    coreIssues.create('not_one_of', [option], { received: showValue(received), options }),
  ]);
}
