import { describe, expect, test } from 'vitest';
import { IdArena } from './idArena.js';

const UUID = '0b5f3c1e-9a4d-4c6b-8e2f-7d1a0c9b8e6f';

describe('An id arena', () => {
  test('numbers texts from 0 in the order in which they first come', () => {
    const arena = new IdArena();
    expect(['c-1', 'c-2', 'c-1', 'c-3'].map((text) => arena.intern(text))).toEqual([0, 1, 0, 2]);
    expect(arena.count).toBe(3);
    expect([arena.find('c-2'), arena.find('c-4')]).toEqual([1, -1]);
    expect([0, 1, 2].map((number) => arena.textOf(number))).toEqual(['c-1', 'c-2', 'c-3']);
  });

  test.each([
    ['a letter', 'a'],
    ['a whole word', 'abcd'],
    ['a word and a letter', 'abcde'],
    ['a NUL at the end', 'abc\0'],
    ['letters of two bytes', 'Ünïcödé'],
    ['Chinese', '客户-甲'],
    ['an emoji', 'a😀b'],
    ['the last code point', '\u{10ffff}'],
    ['half a surrogate pair', 'a\ud83d'],
    ['the halves in the wrong order', '\ude00\ud83d'],
    ['a UUID', UUID],
    ['a UUID in capitals', UUID.toUpperCase()],
    ['nearly a UUID', UUID.replace('b', 'g')],
    ['a UUID with a letter too many', `${UUID}0`],
    ['the UUID of all ones', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['the UUID of all zeros', '00000000-0000-0000-0000-000000000000'],
    ['200 letters', '甲'.repeat(200)],
    ['65,000 letters', '甲'.repeat(65_000)],
  ])('gives %s back letter by letter', (_, text) => {
    const arena = new IdArena();
    arena.intern('before');
    expect(arena.intern(text)).toBe(1);
    arena.intern('after');
    expect(arena.textOf(1)).toBe(text);
    expect(arena.find(text)).toBe(1);
  });

  test('does not take one text for another that begins with it', () => {
    const arena = new IdArena();
    const texts = ['abcd', 'abcdefgh', 'abcdefghijkl', 'efgh', 'abc', 'abc\0'];
    expect(texts.map((text) => arena.intern(text))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('refuses a text without letters or with more than 65,000', () => {
    const arena = new IdArena();
    expect(() => arena.intern('')).toThrow(RangeError);
    expect(() => arena.intern('a'.repeat(65_001))).toThrow(RangeError);
    expect([arena.find(''), arena.find('a'.repeat(65_001)), arena.count]).toEqual([-1, -1, 0]);
  });

  test('forgets a text for good and gives it a new number when it comes again', () => {
    const arena = new IdArena();
    for (const text of ['ann', UUID, 'bob']) arena.intern(text);
    arena.forget(0);
    arena.forget(1);
    expect([0, 1, 2].map((number) => arena.textOf(number))).toEqual(['', '', 'bob']);
    expect([arena.find('ann'), arena.find(UUID), arena.find('')]).toEqual([-1, -1, -1]);
    // Neither what is left of a UUID in its place is found, nor a text of the same words.
    expect(arena.find('ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe(-1);
    expect([arena.intern('ann'), arena.intern(UUID)]).toEqual([3, 4]);
  });

  test('gives numbers without a text', () => {
    const arena = new IdArena();
    expect([arena.skip(), arena.intern('ann'), arena.skip(), arena.intern('bob')]).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((number) => arena.textOf(number))).toEqual(['', 'ann', '', 'bob']);
  });

  test('takes texts over from another arena', () => {
    const other = new IdArena();
    for (const text of ['x', '客户', UUID, 'y'.repeat(500)]) other.intern(text);
    const arena = new IdArena();
    arena.intern('客户');
    expect([0, 1, 2, 3].map((number) => arena.internFrom(other, number))).toEqual([1, 0, 2, 3]);
    expect([1, 0, 2, 3].map((number) => arena.textOf(number))).toEqual(['x', '客户', UUID, 'y'.repeat(500)]);
  });

  test('holds 52,000 texts over many pages, whole pages included', () => {
    const arena = new IdArena();
    // 1,024 bytes each fill a page of 256 kB to its end; 1,000 bytes each do not.
    const textOf = (number: number) =>
      `${number}`.padStart(number < 50_000 ? 7 : number % 2 ? 1024 : 1000, '-');
    const numbers = Array.from({ length: 52_000 }, (_, number) => arena.intern(textOf(number)));
    expect(numbers.every((number, index) => number === index)).toBe(true);
    expect(numbers.every((number) => arena.textOf(number) === textOf(number))).toBe(true);
    expect(numbers.every((number) => arena.intern(textOf(number)) === number)).toBe(true);
  });
});
