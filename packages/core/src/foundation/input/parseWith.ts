import type { z } from 'zod';
import type { IssueOf } from '../issue/issue.js';
import type { IssueCatalogue } from '../issue/issueCatalogue.js';
import { fail, ok, type Result } from '../result/result.js';
import type { InputIssueDetails } from './inputIssues.js';
import { issueDraftsOf } from './zodIssues.js';

/**
 * Checks an unknown input against a zod schema and says what is wrong with it in the issues of a package: the one place
 * where zod's issues become ours.
 *
 * @param catalogue - the package's issues; a check of the schema's own names one of its codes with {@link customIssue}
 * @param schema - a zod 4 schema
 * @param input - anything
 * @returns the parsed value, or every issue found, each with its path
 */
export function parseWith<
  DetailsByCode extends InputIssueDetails & Record<string, object>,
  Schema extends z.ZodType,
>(
  catalogue: IssueCatalogue<DetailsByCode>,
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, IssueOf<DetailsByCode>> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  const [first, ...more] = issueDraftsOf(parsed.error.issues).map((draft) => catalogue.complete(draft));
  // zod fails with at least one issue; without this line its promise would have to be taken on trust.
  if (first === undefined) throw new TypeError('A zod schema failed without an issue.');
  return fail(first, ...more);
}

/**
 * The `params` of a custom zod check that fails with an issue of ours.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { customIssue, inputIssues, parseWith } from '@aftercare/core/foundation';
 *
 * const even = z.number().refine((n) => n % 2 === 0, {
 *   params: customIssue('not_multiple_of', { received: 'an odd number', step: 2 }),
 * });
 * const result = parseWith(inputIssues, even, 3);
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['not_multiple_of']
 * ```
 */
export function customIssue<Details extends object>(
  code: string,
  details: Details,
): { aftercare: { code: string; details: Details } } {
  return { aftercare: { code, details } };
}
