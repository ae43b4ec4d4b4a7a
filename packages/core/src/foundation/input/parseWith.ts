import type * as z from 'zod';
import type { IssueOf } from '../issue/issue.js';
import type { IssueCatalogue, IssueDraft } from '../issue/issueCatalogue.js';
import { ok, type Result } from '../result/result.js';
import { isTooDeep, tooDeep } from './depth.js';
import type { InputIssueDetails } from './inputIssueDetails.js';
import { watchKnownKeys } from './knownKeys.js';
import { issueDraftsOf } from './zodIssues.js';

/**
 * Checks an unknown input against a zod schema and says what is wrong with it in the issues of a package: the one place
 * where zod's issues become ours.
 *
 * zod runs the checks of an object that look at several of its keys only when each of them is of the right type. An input
 * with faults of both kinds shows the first kind, and the others once these are mended.
 *
 * @param catalogue - the package's issues; a check of the schema's own names one of its codes with `customIssue`
 * @param schema - a zod 4 schema
 * @param input - anything
 * @returns the parsed value, or every issue found, each with its path
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { inputIssues, parseWith } from '@aftercare/core/foundation';
 *
 * const parcelSchema = z.strictObject({ grams: z.int().min(1) });
 * parseWith(inputIssues, parcelSchema, { grams: 250 }); // => { ok: true, value: { grams: 250 } }
 *
 * const result = parseWith(inputIssues, parcelSchema, { gram: 250 });
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['missing', 'unknown_key']
 * ```
 */
export function parseWith<
  DetailsByCode extends InputIssueDetails & Record<string, object>,
  Schema extends z.ZodType,
>(
  catalogue: IssueCatalogue<DetailsByCode>,
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, IssueOf<DetailsByCode>> {
  const outcome = parseOrDraft(schema, input);
  if (outcome.ok) return outcome;
  const [first, ...more] = outcome.drafts.map((draft) => catalogue.complete(draft));
  // zod fails with at least one issue, and again on the same input, unless a check of the schema is impure.
  if (first === undefined) throw new TypeError('A zod schema failed once, and then found no issue.');
  return { ok: false, issues: [first, ...more] };
}

function parseOrDraft<Schema extends z.ZodType>(schema: Schema, input: unknown) {
  try {
    const parsed = schema.safeParse(input);
    return parsed.success ? ok(parsed.data) : { ok: false as const, drafts: draftsOf(schema, input) };
  } catch (error) {
    // A schema that refers to itself follows the input to any depth and can exhaust the stack. Asked only then, so that
    // ordinary input is not walked twice.
    if (isTooDeep(input)) return { ok: false as const, drafts: [tooDeep] };
    throw error;
  }
}

/**
 * Parses again what has failed, now asking for all that issues are made of: a parse with options takes half as long
 * again, which good records, most of them, need not pay.
 */
function draftsOf(schema: z.ZodType, input: unknown): IssueDraft[] {
  const knownKeys = watchKnownKeys();
  const { error } = schema.safeParse(input, { reportInput: true, error: knownKeys.watch });
  return error === undefined ? [] : issueDraftsOf(error.issues, { input, knownKeys });
}
