import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RendererEvent } from 'typedoc';

/**
 * What is used here of TypeDoc's parser, which is markdown-it.
 *
 * @typedef {(code: string, language: string, attributes: string) => string} Highlight
 * @typedef {{
 *   options: { highlight?: Highlight | null },
 *   set: (options: { highlight: Highlight }) => void,
 *   utils: { escapeHtml: (text: string) => string },
 * }} MarkdownParser
 */

/**
 * Leaves blocks of Mermaid to the browser, as GitHub does; `drawDiagrams.js` draws them there.
 *
 * @param {MarkdownParser} parser
 */
export function leaveDiagrams(parser) {
  const { highlight } = parser.options;
  parser.set({
    highlight: (code, language, attributes) =>
      language === 'mermaid'
        ? `<pre class="mermaid">${parser.utils.escapeHtml(code)}</pre>\n`
        : (highlight?.(code, language, attributes) ?? ''),
  });
}

/**
 * The library that draws comes with the site, since a page must not need another server.
 *
 * @param {import('typedoc').Application} app
 */
export function bringMermaid(app) {
  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
    const library = fileURLToPath(import.meta.resolve('@mermaid-js/tiny'));
    copyFileSync(library, join(outputDirectory, 'assets/mermaid.js'));
  });
}
