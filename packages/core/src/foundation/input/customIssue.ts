/**
 * The `params` of a custom zod check that fails with an issue of ours.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { customIssue, inputIssues, parseWith, showValue } from '@aftercare/core/foundation';
 *
 * const pairs = z.int().check((context) => {
 *   if (context.value % 2 === 0) return;
 *   const params = customIssue('not_multiple_of', { received: showValue(context.value), step: 2 });
 *   context.issues.push({ code: 'custom', input: context.value, params });
 * });
 * const result = parseWith(inputIssues, pairs, 3);
 * result.ok ? '' : result.issues[0].message; // => 'Expected a multiple of 2 and received 3.'
 * ```
 */
export function customIssue<Details extends object>(
  code: string,
  details: Details,
): { aftercare: { code: string; details: Details } } {
  return { aftercare: { code, details } };
}
