import { AftercareError } from '../error/aftercareError.js';
import { DEEPEST } from '../input/depth.js';
import { inputIssues } from '../input/inputIssues.js';
import { showValue } from '../issue/showValue.js';

/**
 * JSON text with sorted keys and no white space, as RFC 8785 (JSON Canonicalization Scheme) asks for: one value has one
 * text. A key whose value is `undefined` counts as absent, as in `JSON.stringify`.
 *
 * @throws {@link AftercareError} for what JSON would lose or refuse; nothing is dropped silently:
 * - `not_json`: NaN, infinities, bigints, `undefined` in an array, functions, dates and other class instances, keys that
 *   are symbols, texts with half a surrogate pair;
 * - `cycle`: an object that contains itself;
 * - `too_deep`: objects and arrays nested in each other to more than 500 levels.
 *
 * @example
 * ```ts
 * import { canonicalJson } from '@aftercare/core/foundation';
 *
 * canonicalJson({ b: [1, 2.50], a: 'é' }); // => '{"a":"é","b":[1,2.5]}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  return write(value, { path: [], ancestors: new Set() });
}

/** Where the writer stands. Changed in place: a copy for every value would cost more than the writing. */
interface Place {
  readonly path: (string | number)[];
  readonly ancestors: Set<object>;
}

function write(value: unknown, place: Place): string {
  switch (typeof value) {
    case 'string':
      return writeText(value, place);
    case 'number':
      if (!Number.isFinite(value)) throw notJson(value, place);
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : writeNested(value, place);
    default:
      throw notJson(value, place);
  }
}

/** Half of a surrogate pair, which UTF-8 cannot encode; RFC 8785 refuses it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function writeText(text: string, place: Place): string {
  if (LONE_SURROGATE.test(text)) throw notJson(text, place);
  return JSON.stringify(text);
}

function writeNested(value: object, place: Place): string {
  const { path, ancestors } = place;
  if (ancestors.has(value)) {
    throw new AftercareError([inputIssues.create('cycle', [...path], { received: showValue(value) })]);
  }
  if (ancestors.size === DEEPEST) {
    throw new AftercareError([inputIssues.create('too_deep', [...path], { deepest: DEEPEST })]);
  }
  ancestors.add(value);
  const text = Array.isArray(value) ? writeArray(value, place) : writeObject(value, place);
  ancestors.delete(value);
  return text;
}

function writeArray(values: readonly unknown[], place: Place): string {
  // Array.from visits holes, which `map` would skip and leave in the text as nothing at all.
  const items = Array.from(values, (item, index) => writeAt(index, item, place));
  return `[${items.join(',')}]`;
}

function writeObject(value: object, place: Place): string {
  if (!isPlain(value) || Object.getOwnPropertySymbols(value).length > 0) throw notJson(value, place);
  // The default sort compares UTF-16 code units, which is the order that RFC 8785 prescribes.
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = entries.map(([key, item]) => `${writeText(key, place)}:${writeAt(key, item, place)}`);
  return `{${texts.join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not compared with Object.prototype: another realm (a test runner's sandbox, a frame) has its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function writeAt(step: string | number, value: unknown, place: Place): string {
  place.path.push(step);
  const text = write(value, place);
  place.path.pop();
  return text;
}

function notJson(value: unknown, { path }: Place): AftercareError {
  return new AftercareError([inputIssues.create('not_json', [...path], { received: showValue(value) })]);
}
