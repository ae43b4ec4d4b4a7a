/**
 * @param {string} text in Markdown
 * @returns {import('./brokenLinks.mjs').Page}
 */
export function markdownPage(text) {
  const prose = text
    .replaceAll(/^ *(`{3,})[^\n]*\n[\s\S]*?^ *\1 *$/gm, '')
    .replaceAll(/`[^`\n]+`/g, (code) => code.replaceAll(/[[\]()]/g, ''));
  const links = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, link = '']) => link);
  const images = [...prose.matchAll(/ (?:href|src|srcset)="([^"]+)"/g)].map(([, link = '']) => link);
  const headings = [...prose.matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = '']) => heading);
  return { links: [...links, ...images], anchors: new Set(numbered(headings.map(slug))) };
}

/**
 * The anchor that GitHub gives to a heading.
 *
 * @param {string} heading
 */
function slug(heading) {
  return heading
    .replaceAll(/\]\([^)]*\)/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * Headings of one text are told apart by numbers, from the second on.
 *
 * @param {readonly string[]} slugs
 */
function numbered(slugs) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return slugs.map((each) => {
    const count = seen.get(each) ?? 0;
    seen.set(each, count + 1);
    return count === 0 ? each : `${each}-${count}`;
  });
}
