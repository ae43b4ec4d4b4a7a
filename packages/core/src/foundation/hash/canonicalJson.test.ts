import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { AftercareError } from '../error/index.js';
import { canonicalJson } from './index.js';

describe('canonical JSON writes', () => {
  test.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [false, 'false'],
    [[], '[]'],
    [{}, '{}'],
    [[1, [2, { a: [] }]], '[1,[2,{"a":[]}]]'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
  ])('%j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  // The number format of ECMAScript, which RFC 8785 prescribes: shortest digits that read back as the same double,
  // exponents from 1e21 up and below 1e-6.
  test.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-1.5, '-1.5'],
    [2.5, '2.5'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e20, '100000000000000000000'],
    [1e21, '1e+21'],
    [123456789012345680000, '123456789012345680000'],
    [1e-6, '0.000001'],
    [1e-7, '1e-7'],
    [5e-324, '5e-324'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('the number %d as %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  test('texts with only the escapes that JSON needs, in lower case', () => {
    expect(canonicalJson('\b\t\n\f\r"\\/')).toBe('"\\b\\t\\n\\f\\r\\"\\\\/"');
    expect(canonicalJson('\u0000\u001f\u007f')).toBe('"\\u0000\\u001f\u007f"');
    expect(canonicalJson('é€\u2028😀')).toBe('"é€\u2028😀"');
  });

  test('keys in the order of their UTF-16 code units, at every level', () => {
    // U+1F600 comes after U+FB33 as a character, and before it by its first code unit D83D.
    const keys = ['\ufb33', '😀', '€', 'é', 'z', 'a', 'A', '10', '1', ''];
    const value = Object.fromEntries(keys.map((key) => [key, { b: 1, a: 2 }]));
    const sorted = ['', '1', '10', 'A', 'a', 'z', 'é', '€', '😀', '\ufb33'];
    expect(canonicalJson(value)).toBe(`{${sorted.map((key) => `"${key}":{"a":2,"b":1}`).join(',')}}`);
  });

  test('no key whose value is undefined', () => {
    expect(canonicalJson({ b: undefined, a: { c: undefined } })).toBe('{"a":{}}');
  });

  test('the key __proto__ of a parsed document as any other', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"c":2}}'))).toBe('{"__proto__":{"c":2},"b":1}');
  });

  test('an object that is there twice, without taking it for a cycle', () => {
    const price = { minor: 1 };
    expect(canonicalJson([price, { price }])).toBe('[{"minor":1},{"price":{"minor":1}}]');
  });

  test('plain objects of another realm', () => {
    expect(canonicalJson(runInNewContext('({ b: [1], a: {} })'))).toBe('{"a":{},"b":[1]}');
  });
});

const holes = [1, 2, 3];
delete holes[1];

describe('canonical JSON refuses', () => {
  test.each<[string, unknown, (string | number)[], string]>([
    ['undefined', undefined, [], 'undefined'],
    ['NaN', { a: [1, Number.NaN] }, ['a', 1], 'NaN'],
    ['infinity', [Number.POSITIVE_INFINITY], [0], 'Infinity'],
    ['a bigint', { a: 1n }, ['a'], '1n'],
    ['undefined in an array', [undefined], [0], 'undefined'],
    ['a hole in an array', holes, [1], 'undefined'],
    ['a function', { toJSON: () => 1 }, ['toJSON'], 'function'],
    ['a symbol', [Symbol('a')], [0], 'symbol'],
    ['a key that is a symbol', { a: { [Symbol('a')]: 1 } }, ['a'], '{}'],
    ['a date', { at: new Date(0) }, ['at'], 'Date 1970-01-01T00:00:00.000Z'],
    ['a map', { a: { b: new Map() } }, ['a', 'b'], 'Map {…}'],
    ['a boxed text', [new String('a')], [0], 'String {…}'],
    ['an instance of a class', { error: new RangeError('a') }, ['error'], 'RangeError {…}'],
    ['half a surrogate pair', ['\ud83d'], [0], '"\\ud83d"'],
    ['a key with half a surrogate pair', { a: { '\ude00': 1 } }, ['a'], '"\\ude00"'],
  ])('%s', (_, value, path, received) => {
    expect(errorOf(value)).toMatchObject({ code: 'not_json', path, issues: [{ details: { received } }] });
  });

  test('an object that contains itself', () => {
    const order: Record<string, unknown> = { id: 'o-1' };
    order.lines = [{ order }];
    expect(errorOf(order)).toMatchObject({ code: 'cycle', path: ['lines', 0, 'order'] });
  });

  test('an array that contains itself', () => {
    const list: unknown[] = [];
    list.push(list);
    expect(errorOf(list)).toMatchObject({ code: 'cycle', path: [0] });
  });

  test('more than 500 levels, and not 500', () => {
    expect(canonicalJson(nested(500))).toBe('['.repeat(500) + ']'.repeat(500));
    expect(errorOf(nested(501))).toMatchObject({ code: 'too_deep', issues: [{ details: { deepest: 500 } }] });
    expect(errorOf(nested(100_000))).toMatchObject({ code: 'too_deep' });
  });
});

/** So many arrays within each other. */
function nested(levels: number): unknown {
  let value: unknown[] = [];
  for (let level = 1; level < levels; level++) value = [value];
  return value;
}

function errorOf(value: unknown): unknown {
  try {
    return canonicalJson(value);
  } catch (error) {
    expect(error).toBeInstanceOf(AftercareError);
    return error;
  }
}
