import type * as z from 'zod';
import type { IssuePath } from '../issue/issue.js';
import type { IssueDraft } from '../issue/issueCatalogue.js';
import { showValue } from '../issue/showValue.js';
import { closest } from './closest.js';
import { inputDraft } from './inputDraft.js';
import type { InputIssueDetails } from './inputIssueDetails.js';
import type { KnownKeys } from './knownKeys.js';
import { unionDrafts } from './unionIssues.js';

type ZodIssue = z.core.$ZodIssue;

/** What an issue is seen in: the whole input, and what the schema would have known. */
export interface IssueContext {
  readonly input: unknown;
  readonly knownKeys: KnownKeys;
}

/** An input with hundreds of unknown keys is another document and no typing error; guessing would only cost time. */
const MOST_SUGGESTIONS = 20;

/** zod's issues as drafts of ours, in its order. A union's issue becomes those of the form that was most likely meant. */
export function issueDraftsOf(
  issues: readonly ZodIssue[],
  context: IssueContext,
  prefix: IssuePath = [],
): IssueDraft[] {
  return issues.flatMap((issue) => draftsOf(issue, context, [...prefix, ...stepsOf(issue.path)]));
}

function draftsOf(issue: ZodIssue, context: IssueContext, path: IssuePath): IssueDraft[] {
  const received = showValue(issue.input);
  switch (issue.code) {
    case 'invalid_type': {
      const expected = [typeCode(issue.expected)] as const;
      if (isAbsent(issue, context, path)) return [inputDraft('missing', path, { expected })];
      if (issue.expected === 'int') return [inputDraft('not_multiple_of', path, { received, step: 1 })];
      return [inputDraft('invalid_type', path, { expected, received })];
    }
    case 'invalid_value': {
      const options = issue.values.map(showValue);
      const [first = 'never', ...more] = options;
      if (isAbsent(issue, context, path))
        return [inputDraft('missing', path, { expected: [first, ...more] })];
      return [inputDraft('not_one_of', path, { received, options })];
    }
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, context, path);
    case 'too_small':
    case 'too_big':
      return [inputDraft('out_of_range', path, rangeOf(issue))];
    case 'not_multiple_of':
      return [inputDraft('not_multiple_of', path, { received, step: issue.divisor })];
    case 'invalid_format':
      return [inputDraft('invalid_format', path, { received, ...formatOf(issue) })];
    case 'invalid_union':
      return unionDrafts(issue, path, (form) => issueDraftsOf(form, context, path));
    case 'invalid_key':
    case 'invalid_element':
      return issueDraftsOf(issue.issues, context, path);
    case 'custom':
      return [customDraft(issue, path, received)];
  }
}

function customDraft(issue: z.core.$ZodIssueCustom, path: IssuePath, received: string): IssueDraft {
  const ours: unknown = issue.params?.aftercare;
  // Put there by `customIssue`, which gives it this shape.
  if (ours !== undefined) return { ...(ours as { code: string; details: object }), path };
  return inputDraft('check_failed', path, { received, sentence: issue.message });
}

function unknownKeys(keys: readonly string[], { knownKeys }: IssueContext, path: IssuePath): IssueDraft[] {
  const known = keys.length > MOST_SUGGESTIONS ? [] : knownKeys.beside(keys);
  return keys.map((key) => {
    const suggestion = closest(key, known);
    return inputDraft('unknown_key', path, suggestion === undefined ? { key } : { key, suggestion });
  });
}

/** Whether the key is not there at all: one that is there with the value `undefined` is of a wrong type. */
function isAbsent(issue: ZodIssue, { input }: IssueContext, path: IssuePath): boolean {
  if (issue.input !== undefined) return false;
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return true;
    value = Reflect.get(value, step);
  }
  return false;
}

function rangeOf(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): InputIssueDetails['out_of_range'] {
  const received = showValue(issue.input);
  const length = lengthOf(issue.input);
  const measured =
    length === undefined ? { measure: 'value' as const } : { measure: 'length' as const, length };
  const bound = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const minimum = issue.code === 'too_small' || issue.exact === true ? { minimum: bound } : {};
  const maximum = issue.code === 'too_big' || issue.exact === true ? { maximum: bound } : {};
  return { ...measured, received, ...minimum, ...maximum, inclusive: issue.inclusive ?? true };
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}

function typeCode(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text';
    case 'int':
      return 'integer';
    case 'record':
      return 'object';
    case 'tuple':
      return 'array';
    default:
      return expected;
  }
}

function formatOf(issue: z.core.$ZodIssueInvalidStringFormat): { format: string; pattern?: string } {
  const { format } = issue;
  // zod types the issue by its format only for literal ones; these fields come with just these formats.
  const { pattern, prefix, suffix, includes } = issue as Partial<
    z.core.$ZodIssueStringInvalidRegex &
      z.core.$ZodIssueStringStartsWith &
      z.core.$ZodIssueStringEndsWith &
      z.core.$ZodIssueStringIncludes
  >;
  if (format === 'regex' && pattern !== undefined) return { format, pattern };
  const part = prefix ?? suffix ?? includes;
  return part === undefined ? { format } : { format, pattern: showValue(part) };
}

function stepsOf(path: readonly PropertyKey[]): IssuePath {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
