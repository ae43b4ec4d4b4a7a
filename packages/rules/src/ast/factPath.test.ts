import { formatPath, parsePath } from '@aftercare/rules';
import { Almanac } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { readPath } from './factPath.js';

describe('a path', () => {
  test.each([
    ['$', []],
    ['$.a', ['a']],
    ['$.a.b', ['a', 'b']],
    ['$.a_1', ['a_1']],
    ['$._', ['_']],
    ['$.a-b', ['a-b']],
    ['$.城市', ['城市']],
    ['$[0]', [0]],
    ['$[10].a', [10, 'a']],
    ["$['c']", ['c']],
    ['$["c"]', ['c']],
    ["$['a b.c']", ['a b.c']],
    ["$.a.b[0]['c']", ['a', 'b', 0, 'c']],
  ])('%s leads to %j', (text, steps) => {
    expect(parsePath(text)).toEqual(steps);
  });

  test.each([
    '',
    'a',
    '.a',
    '$a',
    '$.',
    '$..a',
    '$.a.',
    '$.*',
    '$[*]',
    "$['*']",
    '$[-1]',
    '$[0:2]',
    '$[0,1]',
    '$[?(@.a)]',
    '$[(@.length-1)]',
    '$.a^',
    '$.a~',
    '$.$',
    '$.0',
    '$.a b',
    "$['a",
    '$[]',
    "$['']",
    "$['it's']",
    '$.a\n',
    '@.a',
    '$.`a`',
    "$['a;b']",
    '$.a[1234567890]',
  ])('%j is none', (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  test.each(['$', '$.a.b', "$.a['b c'][0]", '$.城市-1'])('%s is written as it was read', (text) => {
    expect(formatPath(parsePath(text) ?? [])).toBe(text);
  });
});

describe('reading a path', () => {
  const value = {
    a: { b: [{ c: 1 }, null, 'text'], 'x y': 0, 'p.q': { '0': 'zero' } },
    n: null,
    empty: '',
    list: [[1, 2], []],
    length: 7,
    0: 'index',
  };
  const paths = [
    '$',
    '$.a',
    '$.a.b',
    '$.a.b[0].c',
    '$.a.b[1]',
    '$.a.b[1].c',
    '$.a.b[2]',
    '$.a.b[2].length',
    '$.a.b[2][0]',
    '$.a.b[3]',
    '$.a.b.length',
    "$.a['x y']",
    "$.a['p.q'][0]",
    "$.a['p.q']['0']",
    '$.n',
    '$.n.a',
    '$.empty.length',
    '$.list[0][1]',
    '$.list[1][0]',
    '$.list[2][0]',
    '$.length',
    '$[0]',
    '$.missing',
    '$.missing.more',
    '$.a.b.concat',
    '$.hasOwnProperty',
  ];

  test.each(paths)('%s gives what it gives in json-rules-engine', async (path) => {
    const almanac = new Almanac();
    almanac.addFact('value', value);
    const expected = await almanac.factValue('value', {}, path);
    expect(readPath(value, parsePath(path) ?? ['not a path'])).toEqual(expected);
  });

  test.each([1, 'text', null, true])(
    'of %j, which has no parts, gives the value itself, as there',
    async (scalar) => {
      const almanac = new Almanac();
      almanac.addFact('value', scalar);
      expect(await almanac.factValue('value', {}, '$.a')).toBe(scalar);
      expect(readPath(scalar, ['a'])).toBe(scalar);
    },
  );

  test('does not reach what an object has from its class', () => {
    class Address {
      get city() {
        return 'Ningbo';
      }
    }
    expect(readPath(new Address(), ['city'])).toBeUndefined();
    expect(readPath({}, ['constructor'])).toBeUndefined();
    expect(readPath({}, ['__proto__'])).toBeUndefined();
  });
});
