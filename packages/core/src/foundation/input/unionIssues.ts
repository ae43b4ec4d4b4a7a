import type * as z from 'zod';
import type { IssuePath } from '../issue/issue.js';
import type { IssueDraft } from '../issue/issueCatalogue.js';
import { showValue } from '../issue/showValue.js';
import { inputDraft } from './inputDraft.js';
import type { Expected } from './inputIssueDetails.js';

/**
 * What is wrong with an input that fits no form of a union: the issues of the form that was most likely meant, or, when
 * it is of another type than all of them, which types there are.
 *
 * @param draftsOfForm - the drafts of the issues that one form has
 */
export function unionDrafts(
  issue: z.core.$ZodIssueInvalidUnion,
  path: IssuePath,
  draftsOfForm: (issues: z.core.$ZodIssue[]) => IssueDraft[],
): IssueDraft[] {
  const received = showValue(issue.input);
  if (issue.inclusive === false) {
    return [inputDraft('no_matching_form', path, { received, matches: issue.matches.length })];
  }
  if (issue.discriminator !== undefined && issue.options !== undefined) {
    return [wrongDiscriminator(issue.input, issue.discriminator, issue.options, path)];
  }
  const forms = issue.errors.map(draftsOfForm);
  const meant = forms.filter((drafts) => !drafts.some((draft) => isOfWhole(draft, path)));
  const [best] = meant.sort((a, b) => compareForms(a, b, path));
  return best ?? [otherType(forms.flat(), received, path)];
}

/** @param path - the place of the discriminator, as zod gives it */
function wrongDiscriminator(
  input: unknown,
  discriminator: string,
  values: readonly unknown[],
  path: IssuePath,
): IssueDraft {
  const options = values.map(showValue);
  const [first, ...more] = options;
  const isMissing = typeof input === 'object' && input !== null && !Object.hasOwn(input, discriminator);
  if (isMissing && first !== undefined) return inputDraft('missing', path, { expected: [first, ...more] });
  const value: unknown = Reflect.get(Object(input), discriminator);
  return inputDraft('not_one_of', path, { received: showValue(value), options });
}

/** Codes that, for the value of the union itself, say that it is nothing like this form. */
const OTHER_TYPE = new Set(['missing', 'invalid_type', 'not_one_of', 'no_matching_form']);

function isOfWhole({ code, path }: IssueDraft, whole: IssuePath): boolean {
  return path.length === whole.length && OTHER_TYPE.has(code);
}

/**
 * The form that was most likely meant comes first: the one that takes more of the keys and values that are there, then the
 * one that misses fewer. A fault deeper inside speaks for a form: the key that leads there was right.
 */
function compareForms(a: readonly IssueDraft[], b: readonly IssueDraft[], whole: IssuePath): number {
  const difference = (codes: readonly string[]) =>
    faultsOfKeys(a, whole, codes) - faultsOfKeys(b, whole, codes);
  return difference(['unknown_key', 'not_one_of']) || difference(['missing']) || a.length - b.length;
}

/** How many keys of the value itself, not of values inside it, have an issue of one of the codes. */
function faultsOfKeys(drafts: readonly IssueDraft[], whole: IssuePath, codes: readonly string[]): number {
  // An unknown key stands at its object, every other issue at the key.
  const depthOf = ({ code, path }: IssueDraft) => (code === 'unknown_key' ? path.length + 1 : path.length);
  return drafts.filter((draft) => codes.includes(draft.code) && depthOf(draft) === whole.length + 1).length;
}

function otherType(drafts: readonly IssueDraft[], received: string, path: IssuePath): IssueDraft {
  const faults = drafts.filter((draft) => isOfWhole(draft, path));
  // Made by `inputDraft` with one of the codes of OTHER_TYPE, whose details these are.
  const details = faults.map(
    (fault) => fault.details as { expected?: Expected; options?: readonly string[] },
  );
  const [first, ...more] = new Set(details.flatMap(({ expected, options }) => expected ?? options ?? []));
  if (first === undefined) return inputDraft('no_matching_form', path, { received, matches: 0 });
  if (faults.every(({ code }) => code === 'missing'))
    return inputDraft('missing', path, { expected: [first, ...more] });
  if (faults.every(({ code }) => code === 'not_one_of'))
    return inputDraft('not_one_of', path, { received, options: [first, ...more] });
  return inputDraft('invalid_type', path, { expected: [first, ...more], received });
}
