import { AftercareError } from '../error/aftercareError.js';
import type { AnyIssue } from '../issue/issue.js';
import type { Result } from './result.js';

/**
 * The value of a success; for input that you know to be good, such as a constant or a document shipped with your code.
 *
 * @throws {@link AftercareError} with all issues when the result is a failure.
 *
 * @example
 * ```ts
 * import { parseMoney, unwrap } from '@aftercare/core';
 *
 * unwrap(parseMoney({ minor: 1250, currency: 'CNY' })); // => { minor: 1250, currency: 'CNY' }
 * ```
 */
export function unwrap<Value, Found extends AnyIssue>(result: Result<Value, Found>): Value {
  if (result.ok) return result.value;
  throw new AftercareError(result.issues);
}
