import ts from 'typescript';
import type { Snippet } from './findSnippets.js';

/** A block as the body of a test, with as many lines as it had. */
export interface TranslatedSnippet {
  readonly code: string;
  /** The lines of the document whose expectations the body must reach, from 1. */
  readonly reachable: readonly number[];
}

/**
 * Turns each `expression; // => value` of a block into an assertion, and takes out what a test's body cannot hold: imports
 * and the word `export`.
 */
export function translateSnippet(snippet: Snippet, path: string): TranslatedSnippet {
  const { code } = snippet;
  const source = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  const reachable: number[] = [];

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || node.kind === ts.SyntaxKind.ExportKeyword) {
      edits.push({ start: node.getStart(), end: node.end, text: '' });
      return;
    }
    const actual = actualOf(node);
    const expected = actual === undefined ? undefined : expectationAfter(code, node.end);
    if (actual === undefined || expected === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    // The fence stands one line above the code.
    const line = snippet.fenceLine + 2 + source.getLineAndCharacterOfPosition(node.end).line;
    reachable.push(line);
    // `soft`, since a `try` of the block would swallow an assertion that throws.
    const assertion = `expectValue.soft(${actual.value}, '${path}:${line}').toEqual((${expected.value}));`;
    edits.push({
      start: node.getStart(),
      end: expected.end,
      text: `${actual.before}{ ${assertion} reached.add(${line}); }`,
    });
  };
  ts.forEachChild(source, visit);

  const written = code.match(/\/\/ =>/g)?.length ?? 0;
  if (written !== reachable.length) {
    throw new Error(
      'A "// =>" must follow an expression or a constant, and its value must be one in JavaScript',
    );
  }
  return { code: applied(code, edits), reachable };
}

/** What a statement lets us compare: the value of an expression, or of the constant that it declares. */
function actualOf(node: ts.Node): { readonly before: string; readonly value: string } | undefined {
  if (ts.isExpressionStatement(node)) return { before: '', value: node.expression.getText() };
  if (!ts.isVariableStatement(node)) return undefined;
  const [declaration, ...others] = node.declarationList.declarations;
  if (declaration === undefined || others.length > 0 || !ts.isIdentifier(declaration.name)) return undefined;
  return { before: `${node.declarationList.getText()}; `, value: declaration.name.text };
}

/** The value behind the next `// =>`, on the same line or the one below; a long one goes on in further comment lines. */
function expectationAfter(
  code: string,
  position: number,
): { readonly value: string; readonly end: number } | undefined {
  const start = /^[ \t]*\n?[ \t]*\/\/ =>(.*)/.exec(code.slice(position));
  if (start === null) return undefined;
  let value = start[1] ?? '';
  let end = position + start[0].length;
  while (!isExpression(value)) {
    const more = /^\n[ \t]*\/\/(.*)/.exec(code.slice(end));
    if (more === null) return undefined;
    value += `\n${more[1] ?? ''}`;
    end += more[0].length;
  }
  return { value: value.trim(), end };
}

function isExpression(text: string): boolean {
  return ts.transpileModule(`(${text});`, { reportDiagnostics: true }).diagnostics?.length === 0;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applied(code: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of edits) {
    // What an edit takes away in lines comes back as empty ones: line numbers are those of the document.
    const lost = lineBreaks(code.slice(start, end)) - lineBreaks(text);
    result += code.slice(position, start) + text + '\n'.repeat(lost);
    position = end;
  }
  return result + code.slice(position);
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
