/** Where in the input an issue stands: keys and indexes from the root, `['lines', 2, 'quantity']`. Empty: the root. */
export type IssuePath = readonly (string | number)[];

/**
 * One thing that is wrong with an input, as data.
 *
 * `code` and `details` are the contract, meant for programs, and a published code never changes its meaning. `message` is
 * the English sentence made from them; `formatIssue` of the package that found the issue makes it in another language.
 */
export interface Issue<Code extends string, Details extends object> {
  readonly code: Code;
  readonly path: IssuePath;
  readonly message: string;
  readonly details: Details;
}

/** An issue of any package, when its code does not matter. */
export type AnyIssue = Issue<string, object>;

/**
 * The closed union of a package's issues, made from a map of code to details.
 *
 * @example
 * ```ts
 * import type { IssueOf } from '@aftercare/core/foundation';
 *
 * type ParcelIssue = IssueOf<{ too_heavy: { grams: number; limit: number }; no_address: object }>;
 * const issue: ParcelIssue = {
 *   code: 'too_heavy',
 *   path: ['parcels', 0],
 *   message: 'The parcel weighs 31000 g and at most 30000 g are carried.',
 *   details: { grams: 31000, limit: 30000 },
 * };
 * issue.details; // => { grams: 31000, limit: 30000 }
 * ```
 */
export type IssueOf<DetailsByCode extends Record<string, object>> = {
  [Code in keyof DetailsByCode & string]: Issue<Code, DetailsByCode[Code]>;
}[keyof DetailsByCode & string];
