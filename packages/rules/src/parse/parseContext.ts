import { closest, type IssuePath, showValue } from '@aftercare/core/foundation';
import { type Condition, type FactReference, formatPath, parsePath } from '../ast/index.js';
import type { FactCatalogue, FactDescription } from '../catalogue/index.js';
import type { LoadLimits } from '../document/index.js';
import { type FactType, isForbiddenName, summaryOf, typeAtPath } from '../factType/index.js';
import type { IssueReport } from '../issues/index.js';
import type { CustomOperators } from '../operators/index.js';
import type { Extent } from './conditionExtent.js';

/** The path of a fact without one. */
const WHOLE: FactReference['path'] = Object.freeze([]);

/** What every part of a document is parsed with. */
export interface ParseContext {
  readonly catalogue: FactCatalogue;
  readonly operators: CustomOperators;
  readonly limits: LoadLimits;
  readonly report: IssueReport;
  /** The named condition that a reference stands for; `undefined` once its issue is reported. */
  resolve(name: string, path: IssuePath, level: number): Condition | undefined;
  /** How large a condition is with its references resolved. */
  extentOf(condition: Condition): Extent;
}

/** A reference to a fact, with the type of what it refers to. */
export interface TypedReference {
  readonly reference: FactReference;
  readonly type: FactType;
}

/** A fact and a path into it, checked against the catalogue. */
export function parseFactReference(
  input: { readonly fact: string; readonly path?: string },
  path: IssuePath,
  context: ParseContext,
): TypedReference | undefined {
  const description = lookUpFact(input.fact, [...path, 'fact'], context);
  const steps = input.path === undefined ? WHOLE : parseSteps(input.path, [...path, 'path'], context);
  if (description === undefined || steps === undefined) return undefined;
  const found = typeAtPath(description.type, steps);
  if ('within' in found) {
    const details = { fact: input.fact, path: formatPath(steps), within: summaryOf(found.within) };
    context.report.add('impossible_path', [...path, 'path'], details);
    return undefined;
  }
  const reference: FactReference = Object.freeze({ kind: 'fact', fact: input.fact, path: steps });
  return { reference, type: found.type };
}

/** The description of a fact, or an issue that suggests the name that was meant. */
export function lookUpFact(
  name: string,
  path: IssuePath,
  { catalogue, report }: Pick<ParseContext, 'catalogue' | 'report'>,
): FactDescription | undefined {
  if (Object.hasOwn(catalogue.facts, name)) return catalogue.facts[name];
  if (isForbiddenName(name)) report.add('forbidden_name', path, { name });
  else
    report.add('unknown_fact', path, { fact: name, ...suggest(name, Object.keys(catalogue.facts), report) });
  return undefined;
}

/** After so many issues a document is of another kind, and guessing what each word meant would only cost time. */
const MOST_SUGGESTIONS = 100;

/** The part of an issue's details that says which word was meant, if any is near. */
export function suggest(
  word: string,
  known: Iterable<string>,
  { issues }: Pick<IssueReport, 'issues'>,
): { readonly suggestion?: string } {
  const suggestion = issues.length > MOST_SUGGESTIONS ? undefined : closest(word, known);
  return suggestion === undefined ? {} : { suggestion };
}

function parseSteps(
  text: string,
  path: IssuePath,
  { report }: ParseContext,
): FactReference['path'] | undefined {
  const steps = parsePath(text);
  if (steps === undefined) {
    report.add('invalid_path', path, { received: showValue(text) });
    return undefined;
  }
  const forbidden = steps.filter((step) => typeof step === 'string' && isForbiddenName(step));
  for (const step of forbidden) report.add('forbidden_name', path, { name: String(step) });
  return forbidden.length === 0 ? Object.freeze(steps) : undefined;
}
