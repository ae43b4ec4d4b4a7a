import { describe, expect, test } from 'vitest';
import { snippetTest } from './snippetTest.js';

/** A document of the given lines with one ```ts block, and the lines of its test file. */
function testOf(...code: readonly string[]): readonly string[] {
  return linesOf(['```ts', ...code, '```']);
}

function linesOf(document: readonly string[]): readonly string[] {
  return snippetTest('guide.md', document.join('\n'))?.split('\n') ?? [];
}

describe('a block of a document becomes a test', () => {
  test('code stays on its line, so that the line of an error is the line of the document', () => {
    const lines = linesOf(['# Title', '', '```ts', "import { a } from 'x';", '', 'a();', '```', 'text']);
    expect(lines[5]).toBe('a();');
    expect(lines[0]).toContain("import { a } from 'x';");
    expect(lines[2]).toContain('exampleTest("guide.md:3"');
  });

  test('the comment of a function is read like a document, without its stars', () => {
    const lines = linesOf(['/**', ' * @example', ' * ```ts', ' * f(`a', ' *   b`);', ' * ```', ' */']);
    expect(lines.slice(3, 5)).toEqual(['f(`a', '  b`);']);
  });

  test('other languages are left alone', () => {
    expect(linesOf(['```json', '{}', '```', '````md', '```ts', 'x', '```', '````'])).toEqual([]);
  });

  test('a block is left out with a reason only', () => {
    expect(linesOf(['```ts no-run: needs a database', 'connect();', '```'])).toEqual([]);
    expect(linesOf(['```ts no-run', 'connect();', '```'])[0]).toContain('throw new Error');
  });
});

describe('`// =>` becomes an assertion', () => {
  const assertion = (value: string, expected: string, line: number) =>
    `{ expectValue.soft(${value}, 'guide.md:${line}').toEqual((${expected})); reached.add(${line}); }`;

  test('behind an expression', () => {
    expect(testOf('sum(1, 2); // => 3')[1]).toBe(assertion('sum(1, 2)', '3', 2));
  });

  test('behind a constant', () => {
    expect(testOf('const three = sum(1, 2); // => 3')[1]).toBe(
      `const three = sum(1, 2); ${assertion('three', '3', 2)}`,
    );
  });

  test('inside a condition, without braces too', () => {
    expect(testOf('if (ok) value; // => 1')[1]).toBe(`if (ok) ${assertion('value', '1', 2)}`);
  });

  test('on the line below a long expression, and over several lines', () => {
    const lines = testOf('first(', '  1,', ');', '// => {', '//   a: 1,', '// }', 'next();');
    expect(lines[1]).toContain('expectValue.soft(first(');
    expect(lines.slice(1, 7).join('\n')).toContain('toEqual(({\n   a: 1,\n }))');
    expect(lines[7]).toBe('next();');
  });

  test('and every one of them must be reached', () => {
    expect(testOf('if (ok) {', '  value; // => 1', '}')[4]).toContain('toEqual([3])');
  });

  test('one that follows no value fails the block', () => {
    expect(testOf('function f() {} // => 1')[0]).toContain('throw new Error');
    expect(testOf('f(); // => one and a half')[0]).toContain('throw new Error');
  });
});

describe('imports of all blocks share the first line', () => {
  test('each name once, as a value if one block needs the value', () => {
    const lines = linesOf([
      '```ts',
      "import { type Money, add } from '@aftercare/core';",
      '```',
      '```ts',
      "import { Money } from '@aftercare/core';",
      '```',
      '```ts',
      "import type { Money } from '@aftercare/core';",
      '```',
    ]);
    expect(lines[0]).toContain(
      "import { Money } from '@aftercare/core'; import { add } from '@aftercare/core';",
    );
    expect(lines.join('\n').match(/import \{ (type )?Money/g)).toHaveLength(1);
  });

  test('one name from two places fails the later block', () => {
    const lines = linesOf([
      '```ts',
      "import { a } from 'x';",
      '```',
      '```ts',
      "import { a } from 'y';",
      '```',
    ]);
    expect(lines[3]).toContain('throw new Error');
  });
});
