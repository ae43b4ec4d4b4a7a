import type { AnyIssue, IssuePath } from '../issue/issue.js';

/**
 * The one error of all aftercare packages, thrown on misuse: an argument that the caller's code, not their data, got
 * wrong. `code` and `path` are those of the first issue; `issues` has them all.
 *
 * @example
 * ```ts
 * import { AftercareError, createShopCalendar } from '@aftercare/core';
 *
 * try {
 *   createShopCalendar({ timeZone: 'Asia/Shangai' });
 * } catch (error) {
 *   if (!(error instanceof AftercareError)) throw error;
 *   error.code; // => 'unknown_time_zone'
 *   error.path; // => ['timeZone']
 * }
 * ```
 */
export class AftercareError<Found extends AnyIssue = AnyIssue> extends Error {
  override readonly name = 'AftercareError';
  readonly code: Found['code'];
  readonly path: IssuePath;
  readonly issues: readonly [Found, ...Found[]];

  constructor(issues: readonly [Found, ...Found[]], options?: { readonly cause?: unknown }) {
    super(issues.map((issue) => issue.message).join('\n'), options);
    this.code = issues[0].code;
    this.path = issues[0].path;
    this.issues = issues;
  }
}
