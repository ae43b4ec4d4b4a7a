import { closest, type IssuePath } from '@aftercare/core';
import { type Named, type PolicyIssue, policyIssues } from '../issues/index.js';

/** An issue when a name is none of those that there are. */
export function* known(
  what: Named,
  name: string,
  options: readonly string[],
  path: IssuePath,
): Generator<PolicyIssue> {
  if (options.includes(name)) return;
  const suggestion = closest(name, options);
  yield policyIssues.create(
    'unknown_name',
    path,
    suggestion === undefined ? { what, name } : { what, name, suggestion },
  );
}

/** An issue for each name of a list that is none of those that there are. */
export function* allKnown(
  what: Named,
  names: readonly string[] | undefined,
  options: readonly string[],
  path: IssuePath,
): Generator<PolicyIssue> {
  for (const [index, name] of (names ?? []).entries()) yield* known(what, name, options, [...path, index]);
}

/** An issue for each key of a record that is none of the names that there are. */
export function* keysKnown(
  what: Named,
  record: object | undefined,
  options: readonly string[],
  path: IssuePath,
): Generator<PolicyIssue> {
  for (const name of Object.keys(record ?? {})) yield* known(what, name, options, [...path, name]);
}

/** An issue when a name has been there before; it is there from now on. */
export function* duplicate(name: string, names: Set<string>, path: IssuePath): Generator<PolicyIssue> {
  if (names.has(name)) yield policyIssues.create('duplicate_name', [...path, 'name'], { name });
  names.add(name);
}
