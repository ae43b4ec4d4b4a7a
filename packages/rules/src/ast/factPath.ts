/** Steps into a fact's value: names of properties and indexes of list items. */
export type FactPath = readonly (string | number)[];

// Of JSONPath, what points at one place: names of letters, digits, _ and -, quoted ones also with blanks and dots.
// jsonpath-plus, which the original uses, gives other characters meanings of their own even in quotes.
const STEP =
  /\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d{1,9})\]|\['([\p{L}\p{N}_. -]+)'\]|\["([\p{L}\p{N}_. -]+)"\]/uy;

/**
 * The steps of a path like `$.a.b[0]['c']`, or `undefined` for any other text. Wildcards, filters, slices and `..` are
 * none: a path here has one place, or none.
 *
 * @example
 * ```ts
 * import { parsePath } from '@aftercare/rules';
 *
 * parsePath("$.address['postal code']"); // => ['address', 'postal code']
 * parsePath('$.lines[0].sku'); // => ['lines', 0, 'sku']
 * parsePath('$..sku'); // => undefined
 * ```
 */
export function parsePath(text: string): FactPath | undefined {
  if (!text.startsWith('$')) return undefined;
  const steps: (string | number)[] = [];
  let position = 1;
  while (position < text.length) {
    STEP.lastIndex = position;
    const match = STEP.exec(text);
    if (match === null) return undefined;
    const [, name, index, single, double] = match;
    steps.push(index === undefined ? (name ?? single ?? double ?? '') : Number(index));
    position = STEP.lastIndex;
  }
  return steps;
}

/**
 * A path as documents write it; the inverse of {@link parsePath}.
 *
 * @example
 * ```ts
 * import { formatPath } from '@aftercare/rules';
 *
 * formatPath(['lines', 0, 'unit price']); // => "$.lines[0]['unit price']"
 * ```
 */
export function formatPath(path: FactPath): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step) ? `.${step}` : `['${step}']`;
  });
  return `$${steps.join('')}`;
}

/**
 * The value at a path, or `undefined` where there is none. Reads own properties only. A value that is no object has no
 * parts: the path is ignored, as in the original.
 */
export function readPath(value: unknown, path: FactPath): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let part: unknown = value;
  for (const step of path) {
    // A text has own properties too, its length and letters, except for an empty one: so it is in the original.
    if (!part || !Object.hasOwn(Object(part), step)) return undefined;
    // An own property of this very name was just seen.
    part = (part as Record<string | number, unknown>)[step];
  }
  return part;
}
