import type { z } from 'zod';
import type { IssuePath } from '../issue/issue.js';
import type { IssueDraft } from '../issue/issueCatalogue.js';
import { showValue } from '../issue/showValue.js';
import { closest } from './closest.js';
import type { InputIssueDetails } from './inputIssues.js';

type ZodIssue = z.core.$ZodIssue;

/** zod's issues as drafts of ours. A union's issue becomes those of the form that the input came closest to. */
export function issueDraftsOf(issues: readonly ZodIssue[], prefix: IssuePath = []): IssueDraft[] {
  return issues.flatMap((issue) => draftsOf(issue, [...prefix, ...stepsOf(issue.path)]));
}

function draftsOf(issue: ZodIssue, path: IssuePath): IssueDraft[] {
  const received = showValue(issue.input);
  switch (issue.code) {
    case 'invalid_type': {
      const expected = typeName(issue.expected);
      if (issue.input === undefined) return [draft('missing', path, { expected })];
      if (issue.expected === 'int') return [draft('not_multiple_of', path, { received, step: 1 })];
      return [draft('invalid_type', path, { expected, received })];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => draft('unknown_key', path, unknownKey(key, issue)));
    case 'invalid_value': {
      if (issue.input === undefined) {
        return [
          draft('missing', path, { expected: issue.values.map((value) => showValue(value)).join(' or ') }),
        ];
      }
      return [
        draft('not_one_of', path, { received, options: issue.values.map((value) => showValue(value)) }),
      ];
    }
    case 'too_small':
      return [
        draft('out_of_range', path, {
          measure: measureOf(issue.origin),
          received,
          minimum: Number(issue.minimum),
          inclusive: issue.inclusive ?? true,
        }),
      ];
    case 'too_big':
      return [
        draft('out_of_range', path, {
          measure: measureOf(issue.origin),
          received,
          maximum: Number(issue.maximum),
          inclusive: issue.inclusive ?? true,
        }),
      ];
    case 'not_multiple_of':
      return [draft('not_multiple_of', path, { received, step: issue.divisor })];
    case 'invalid_format':
      return [draft('invalid_format', path, { received, format: formatName(issue) })];
    case 'invalid_union':
      return closestForm(issue.errors, path) ?? [draft('no_matching_form', path, { received })];
    case 'invalid_key':
    case 'invalid_element':
      return issueDraftsOf(issue.issues, path);
    case 'custom':
      return [customDraft(issue, path, received)];
  }
}

function draft<Code extends keyof InputIssueDetails>(
  code: Code,
  path: IssuePath,
  details: InputIssueDetails[Code],
): IssueDraft {
  return { code, path, details };
}

function customDraft(issue: z.core.$ZodIssueCustom, path: IssuePath, received: string): IssueDraft {
  const ours: unknown = issue.params?.aftercare;
  // Put there by `customIssue`; a check of somebody else's says its own sentence as the expected format.
  if (ours !== undefined) return { ...(ours as { code: string; details: object }), path };
  return draft('invalid_format', path, { received, format: issue.message });
}

/** The issues of the form that fits best: the one whose first issue lies deepest, then the one with fewest issues. */
function closestForm(forms: readonly (readonly ZodIssue[])[], path: IssuePath): IssueDraft[] | undefined {
  const ranked = forms
    .filter((issues) => issues.length > 0 && issues.every((issue) => issue.path.length > 0))
    .sort((a, b) => a.length - b.length);
  const best = ranked[0];
  return best === undefined ? undefined : issueDraftsOf(best, path);
}

function unknownKey(key: string, issue: ZodIssue): InputIssueDetails['unknown_key'] {
  const known = (issue as { inst?: { _zod?: { def?: { shape?: object } } } }).inst?._zod?.def?.shape;
  const suggestion = known === undefined ? undefined : closest(key, Object.keys(known));
  return suggestion === undefined ? { key } : { key, suggestion };
}

function measureOf(origin: string): 'value' | 'length' {
  return origin === 'number' || origin === 'int' || origin === 'bigint' || origin === 'date'
    ? 'value'
    : 'length';
}

function typeName(expected: string): string {
  switch (expected) {
    case 'int':
      return 'an integer';
    case 'object':
    case 'record':
      return 'an object';
    case 'array':
    case 'tuple':
      return 'an array';
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return expected;
  }
}

function formatName(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return issue.pattern === undefined
    ? `the format "${issue.format}"`
    : `a text that matches ${issue.pattern}`;
}

function stepsOf(path: readonly PropertyKey[]): IssuePath {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
