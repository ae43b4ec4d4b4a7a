import { describe, expect, test } from 'vitest';
import { isTooDeep } from './depth.js';

/** So many objects and arrays within each other, by turns. */
function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}

describe('an input is too deep', () => {
  test.each([
    [0, false],
    [1, false],
    [500, false],
    [501, true],
    [1_000_000, true],
  ])('with %i levels: %s', (levels, expected) => {
    expect(isTooDeep(nested(levels))).toBe(expected);
  });

  test('when it contains itself', () => {
    const list: unknown[] = [];
    list.push(list);
    expect(isTooDeep(list)).toBe(true);
  });

  test('wherever the depth is, and however wide it is', () => {
    const wide = Array.from({ length: 100_000 }, () => nested(3));
    expect(isTooDeep({ first: wide, last: nested(499) })).toBe(false);
    expect(isTooDeep({ first: wide, last: nested(500), more: wide })).toBe(true);
  });
});
