import type { AnyIssue, IssuePath } from '../issue/issue.js';

/**
 * The one error of all aftercare packages, thrown on misuse: an argument that the caller's code, not their data, got
 * wrong. `code` and `path` are those of the first issue; `issues` has
 * them all, and `message` the sentences of the first ten.
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
export class AftercareError extends Error {
  override readonly name = 'AftercareError';
  readonly code: string;
  readonly path: IssuePath;
  readonly issues: readonly [AnyIssue, ...AnyIssue[]];

  constructor(issues: readonly [AnyIssue, ...AnyIssue[]], options?: { readonly cause?: unknown }) {
    super(messageOf(issues), options);
    this.code = issues[0].code;
    this.path = issues[0].path;
    this.issues = issues;
  }
}

/** A whole file of bad records must not fill the log. */
const MOST_SENTENCES = 10;

function messageOf(issues: readonly AnyIssue[]): string {
  const sentences = issues.slice(0, MOST_SENTENCES).map((issue) => issue.message);
  const more = issues.length - sentences.length;
  return more === 0 ? sentences.join('\n') : `${sentences.join('\n')}\nand ${more} more`;
}
