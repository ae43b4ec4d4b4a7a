import { closest, type IssuePath } from '@aftercare/core';
import { type LifecycleIssue, lifecycleIssues } from '../issues/index.js';
import type { MessageParameter, ParameterType } from '../templates/index.js';
import type { IcuPart } from './icuText.js';

/** What a `select` sees of a parameter that has no value. */
export const ABSENT = 'absent';

/** A text under check. */
interface Check {
  readonly parameters: Readonly<Record<string, MessageParameter>>;
  readonly path: IssuePath;
  readonly issues: LifecycleIssue[];
  readonly named: Set<string>;
}

/** Forms, beside the plain `{name}`, in which the values of a type can stand. */
const FORMS: Readonly<Record<ParameterType, readonly string[]>> = {
  text: ['select'],
  coupon: ['select'],
  integer: ['select', 'number', 'plural'],
  money: [],
  day: [],
  link: [],
};

/**
 * Checks that a text names declared parameters only, each in a form for its type, and those that may be absent only where
 * it is known that they are not.
 *
 * @returns the parameters that it names
 */
export function checkText(
  parts: readonly IcuPart[],
  parameters: Check['parameters'],
  path: IssuePath,
  issues: LifecycleIssue[],
): ReadonlySet<string> {
  const check: Check = { parameters, path, issues, named: new Set() };
  for (const part of parts) checkPart(part, check, new Set());
  return check.named;
}

function checkPart(part: IcuPart, check: Check, present: ReadonlySet<string>): void {
  if (part.kind === 'literal') return;
  const { parameter: name } = part;
  const parameter = Object.hasOwn(check.parameters, name) ? check.parameters[name] : undefined;
  check.named.add(name);
  if (parameter === undefined) {
    const suggestion = closest(name, Object.keys(check.parameters));
    const details = suggestion === undefined ? { parameter: name } : { parameter: name, suggestion };
    check.issues.push(lifecycleIssues.create('undeclared_parameter', check.path, details));
    return;
  }
  const mayBeAbsent = parameter.optional === true && !present.has(name);
  const asksForIt = part.kind === 'select' && part.branches.some(([key]) => key === ABSENT);
  if (mayBeAbsent && !asksForIt) {
    check.issues.push(lifecycleIssues.create('optional_without_branch', check.path, { parameter: name }));
  }
  const form = part.kind === 'value' ? part.form : part.kind;
  const fits = form === 'text' || FORMS[parameter.type].includes(form) || (mayBeAbsent && asksForIt);
  if (!fits) {
    const details = { parameter: name, type: parameter.type, form };
    check.issues.push(lifecycleIssues.create('placeholder_of_other_type', check.path, details));
  }
  if (part.kind === 'value') return;
  for (const [key, parts] of part.branches) {
    const presentHere = asksForIt && key !== ABSENT ? new Set([...present, name]) : present;
    for (const inner of parts) checkPart(inner, check, presentHere);
  }
}
