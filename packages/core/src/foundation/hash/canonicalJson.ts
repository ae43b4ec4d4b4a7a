import { AftercareError } from '../error/aftercareError.js';
import { inputIssues } from '../input/inputIssues.js';
import type { IssuePath } from '../issue/issue.js';
import { showValue } from '../issue/showValue.js';

/**
 * JSON text with sorted keys and no white space, as RFC 8785 (JSON Canonicalization Scheme) asks for: one value has one
 * text. A key whose value is `undefined` counts as absent, as in `JSON.stringify`.
 *
 * @throws {@link AftercareError} `not_json` for what JSON would lose or refuse: NaN, infinities, `undefined` in an array,
 * functions, dates and other class instances, cycles. Nothing is dropped silently.
 *
 * @example
 * ```ts
 * import { canonicalJson } from '@aftercare/core/foundation';
 *
 * canonicalJson({ b: [1, 2.50], a: 'é' }); // => '{"a":"é","b":[1,2.5]}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  return write(value, [], new Set());
}

function write(value: unknown, path: IssuePath, ancestors: Set<object>): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw notJson(value, path);
  if (ancestors.has(value)) throw notJson(value, path, 'a cycle');
  ancestors.add(value);
  const text = Array.isArray(value)
    ? writeArray(value, path, ancestors)
    : writeObject(value, path, ancestors);
  ancestors.delete(value);
  return text;
}

function writeArray(values: readonly unknown[], path: IssuePath, ancestors: Set<object>): string {
  // Array.from visits holes, which `map` would skip and leave in the text as nothing at all.
  const items = Array.from(values, (item, index) => write(item, [...path, index], ancestors));
  return `[${items.join(',')}]`;
}

function writeObject(value: object, path: IssuePath, ancestors: Set<object>): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(value, path);
  // The default sort compares UTF-16 code units, which is the order that RFC 8785 prescribes.
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = entries.map(
    ([key, item]) => `${JSON.stringify(key)}:${write(item, [...path, key], ancestors)}`,
  );
  return `{${texts.join(',')}}`;
}

function notJson(value: unknown, path: IssuePath, received = showValue(value)): AftercareError {
  return new AftercareError([inputIssues.create('not_json', path, { received })]);
}
