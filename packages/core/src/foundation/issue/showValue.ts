/** Longest text, in characters, that a message quotes of an input. */
const LONGEST = 60;

/**
 * An offending value as a message shows it, in every language alike: texts as JSON, cut after 60 characters; of objects
 * and arrays only that they are some, since messages go to logs and an object may hold personal data. Never an exception.
 *
 * @example
 * ```ts
 * import { showValue } from '@aftercare/core/foundation';
 *
 * showValue('CNX'); // => '"CNX"'
 * showValue(Number.NaN); // => 'NaN'
 * showValue({ name: 'Li' }); // => '{…}'
 * showValue([1, 2]); // => '[…]'
 * showValue(new Map()); // => 'Map {…}'
 * ```
 */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'bigint':
      return cut(`${value}n`);
    case 'function':
    case 'symbol':
      return typeof value;
    case 'object':
      return value === null ? 'null' : showObject(value);
  }
}

function quote(text: string): string {
  return JSON.stringify(cut(text));
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  // Not in the middle of a character of two code units: its half would be shown as an escape.
  return `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function showObject(value: object): string {
  try {
    if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
    if (value instanceof Date)
      return Number.isNaN(value.getTime()) ? 'Date (NaN)' : `Date ${value.toISOString()}`;
    const name: unknown = Object.getPrototypeOf(value)?.constructor?.name;
    const isInstance = typeof name === 'string' && name !== '' && name !== 'Object';
    if (isInstance) return `${cut(name)} {…}`;
    return Object.keys(value).length === 0 ? '{}' : '{…}';
  } catch {
    // A proxy or a getter that throws.
    return '{…}';
  }
}
