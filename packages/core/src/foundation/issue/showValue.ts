/** Longest text, in characters, that a message quotes of an input. */
const LONGEST = 60;

/**
 * An offending value as a message shows it: JSON where there is some, shortened to 60 characters, never an exception.
 *
 * @example
 * ```ts
 * import { showValue } from '@aftercare/core/foundation';
 *
 * showValue('CNX'); // => '"CNX"'
 * showValue(undefined); // => 'undefined'
 * showValue(Number.NaN); // => 'NaN'
 * ```
 */
export function showValue(value: unknown): string {
  const text = textOf(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      // Cut before quoting: a hostile string of many megabytes is not escaped first and thrown away after.
      return JSON.stringify(value.slice(0, LONGEST + 1));
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `an array of ${value.length}`;
      if (value instanceof Date)
        return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
      return 'an object';
  }
}
