import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type InputIssue, inputIssues, parseWith } from './index.js';

function issuesOf(schema: z.ZodType, input: unknown): readonly InputIssue[] {
  const result = parseWith(inputIssues, schema, input);
  return result.ok ? [] : result.issues;
}

interface Tree {
  readonly children?: readonly Tree[];
}
const tree: z.ZodType<Tree> = z.lazy(() => z.strictObject({ children: z.array(tree).exactOptional() }));

/** A document of so many objects within each other, each in an array. */
function deepTree(objects: number): Tree {
  let root: Tree = {};
  for (let count = 1; count < objects; count++) root = { children: [root] };
  return root;
}

describe('an input', () => {
  test('nested so deep that no stack could follow it is an issue and no exception', () => {
    expect(issuesOf(tree, deepTree(50_000))).toEqual([
      {
        code: 'too_deep',
        path: [],
        details: { deepest: 500 },
        message: 'This is nested deeper than 500 levels.',
      },
    ]);
  });

  test('nested to 500 levels is read', () => {
    expect(issuesOf(tree, deepTree(250))).toEqual([]);
  });

  test('with a hundred thousand faults has as many issues', () => {
    const issues = issuesOf(z.object({ days: z.array(z.int()) }), {
      days: Array.from({ length: 100_000 }, () => 'x'),
    });
    expect(issues).toHaveLength(100_000);
    expect(issues.at(-1)).toMatchObject({ code: 'invalid_type', path: ['days', 99_999] });
  });

  test.each([
    [20, 'grams'],
    [21, undefined],
  ])('with %i unknown keys has the suggestion %s for each', (count, suggestion) => {
    const keys = Array.from({ length: count }, (_, index) => `gram${String.fromCharCode(65 + index)}`);
    const input = Object.fromEntries(keys.map((key) => [key, 1]));
    const issues = issuesOf(z.strictObject({ grams: z.int().exactOptional() }), input);
    const expected = keys.map((key) => (suggestion === undefined ? { key } : { key, suggestion }));
    expect(issues.map(({ details }) => details)).toEqual(expected);
  });

  test('with a key of a megabyte has a short message', () => {
    const key = 'k'.repeat(1_000_000);
    const [unknown] = issuesOf(z.strictObject({}), { [key]: 1 });
    const [wrong] = issuesOf(z.record(z.string(), z.int()), { [key]: 'x' });
    expect(unknown?.message.length).toBeLessThan(200);
    expect(wrong?.message.length).toBeLessThan(200);
    expect(wrong?.path).toEqual([key]);
  });

  test('with keys of the object prototype is judged by its own keys', () => {
    const schema = z.strictObject({ constructor: z.string(), toString: z.string() });
    expect(issuesOf(schema, {})).toMatchObject([{ path: ['constructor'] }, { path: ['toString'] }]);
    expect(issuesOf(z.strictObject({}), JSON.parse('{"constructor":1}'))).toMatchObject([
      { code: 'unknown_key', details: { key: 'constructor' } },
    ]);
  });
});

test('an error in a schema of the caller is theirs to see', () => {
  const schema = z.string().check(() => {
    throw new RangeError('A mistake in a check.');
  });
  expect(() => parseWith(inputIssues, schema, 'x')).toThrow('A mistake in a check.');
});
