import { findSnippets, type Snippet } from './findSnippets.js';
import { collectImports } from './imports.js';
import { translateSnippet } from './translateSnippet.js';

/**
 * Writes the test file that runs the ```ts blocks of a document: each block is a test, and each `expression; // => value`
 * in it an assertion. Code stays on the line that it has in the document, so that line numbers hold for both; only imports
 * move, to the first line.
 *
 * A block that cannot run says so and why: ```ts no-run: needs a database
 *
 * @param path of the document, for the names of the tests.
 * @returns undefined if no block of the document runs.
 */
export function snippetTest(path: string, text: string): string | undefined {
  const snippets = findSnippets(text).filter((snippet) => !/^no-run: \S/.test(snippet.note));
  if (snippets.length === 0) return undefined;
  const lines = text.split('\n').map(() => '');
  const imports = new Map<string, string>();
  for (const snippet of snippets) {
    testLines(path, snippet, imports).forEach((line, offset) => {
      lines[snippet.fenceLine + offset] += line;
    });
  }
  const header = [
    "import { expect as expectValue, test as exampleTest } from 'vitest';",
    ...imports.values(),
  ];
  return `${header.join(' ')} ${lines.join('\n')}\n`;
}

/** The test of one block, as many lines as the block with its fences has. */
function testLines(path: string, snippet: Snippet, imports: Map<string, string>): readonly string[] {
  const place = `${path}:${snippet.fenceLine + 1}`;
  const name = JSON.stringify(place);
  try {
    if (snippet.note !== '')
      throw new Error(`To leave a block out, write "ts no-run: reason", not "ts ${snippet.note}"`);
    const { code, reachable } = translateSnippet(snippet, path);
    collectImports(snippet.code, imports);
    // An expectation in an `if` or a loop must be met at least once, or it would claim what nobody has seen.
    return [
      `exampleTest(${name}, async () => { const reached = new Set<number>();`,
      ...code.split('\n'),
      `expectValue([...reached].sort((a, b) => a - b), 'the lines with "// =>" that were reached').toEqual([${reachable}]); });`,
    ];
  } catch (error) {
    // A block that is no test must not go unseen, and must not keep the other blocks from running.
    const message = JSON.stringify(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    return [`exampleTest(${name}, () => { throw new Error(${message}); });`];
  }
}
