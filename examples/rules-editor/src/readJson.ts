import type { IssuePath } from '@aftercare/core';
import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** A place in a text, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text that is JSON, and where in it its parts stand; or what is wrong with it. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown; readonly placeOf: (path: IssuePath) => Place }
  | { readonly ok: false; readonly errors: readonly (Place & { readonly code: string })[] };

/** Reads JSON and remembers where everything stands, so that an issue's path leads back to a line of the file. */
export function readJson(text: string): ReadJson {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const at = (offset: number) => placeAt(text, offset);
  if (root === undefined || errors.length > 0) {
    const found = errors.map(({ error, offset }) => ({ ...at(offset), code: printParseErrorCode(error) }));
    return { ok: false, errors: found };
  }
  return {
    ok: true,
    value: JSON.parse(text),
    placeOf(path) {
      // Where something is missing, the place is that of what it is missing in.
      for (let length = path.length; length > 0; length--) {
        const node = findNodeAtLocation(root, path.slice(0, length));
        if (node !== undefined) return at(node.offset);
      }
      return at(root.offset);
    },
  };
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
