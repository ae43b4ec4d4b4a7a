/** A block of TypeScript in a document or in a TSDoc comment. */
export interface Snippet {
  /** Index of the line with the opening fence, from 0. */
  readonly fenceLine: number;
  /** The code, without the indentation or the comment stars in front of it. */
  readonly code: string;
  /** What the info string says beyond the language, such as `no-run: needs a database`; empty for a block that runs. */
  readonly note: string;
}

const opening = /^(?<prefix>\s*(?:\* ?)?)(?<fence>`{3,})(?<language>\w*)(?<note>.*)$/;

/**
 * Finds the blocks fenced with ```ts, in Markdown or in the comments of a source file.
 */
export function findSnippets(text: string): readonly Snippet[] {
  const lines = text.split('\n');
  const snippets: Snippet[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { prefix = '', fence, language, note = '' } = opening.exec(lines[index] ?? '')?.groups ?? {};
    if (fence === undefined) continue;
    const fenceLine = index;
    const code: string[] = [];
    while (++index < lines.length) {
      const line = lines[index] ?? '';
      if (line.trim() === `${prefix.trim()} ${fence}`.trim()) break;
      // A blank line of a comment is ` *`, shorter than the prefix.
      code.push(line.startsWith(prefix) ? line.slice(prefix.length) : line.replace(/^\s*\*?/, ''));
    }
    if (language === 'ts' || language === 'typescript') {
      snippets.push({ fenceLine, code: code.join('\n'), note: note.trim() });
    }
  }
  return snippets;
}
