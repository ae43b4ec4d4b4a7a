import type * as z from 'zod';

/**
 * Finds the keys that a zod object knows, for "did you mean". An issue of a parse that has ended no longer says which
 * schema found it, and a path does not lead to the schema through unions. While parsing, zod shows every issue with its
 * schema to the `error` function of the parse. The array of unknown keys is the same object then and later, so the known
 * ones are kept under it.
 */
export interface KnownKeys {
  /** For the `error` option of a parse: looks on, and leaves the message to zod. */
  readonly watch: (issue: z.core.$ZodRawIssue) => undefined;
  /** The keys known where these were not; empty where the schema does not tell. */
  readonly beside: (unknownKeys: readonly string[]) => readonly string[];
}

/** The known keys of the objects of one parse. */
export function watchKnownKeys(): KnownKeys {
  const knownByUnknown = new Map<unknown, readonly string[]>();
  return {
    watch(issue) {
      if (issue.code === 'unrecognized_keys') knownByUnknown.set(issue.keys, keysOf(issue.inst));
      return undefined;
    },
    beside: (unknownKeys) => knownByUnknown.get(unknownKeys) ?? [],
  };
}

function keysOf(found: z.core.$ZodType | z.core.$ZodCheck | undefined): readonly string[] {
  // `$ZodTypes` is the closed union of zod's own schemas, which its documentation gives for looking into them.
  const definition = (found as z.core.$ZodTypes | undefined)?._zod.def;
  switch (definition?.type) {
    case 'object':
      return Object.keys(definition.shape);
    case 'record':
      // Of a record with an enum for its keys.
      return [...(definition.keyType._zod.values ?? [])].map(String);
    default:
      return [];
  }
}
