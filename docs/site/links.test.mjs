import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenLinks } from './brokenLinks.mjs';
import { htmlPage } from './htmlPage.mjs';
import { markdownPage } from './markdownPage.mjs';

/** @param {Record<string, import('./brokenLinks.mjs').Page>} named */
function broken(named, others = ['img/a.svg']) {
  const path = (/** @type {string} */ name) => join('/site', name);
  const pages = new Map(Object.entries(named).map(([name, page]) => [path(name), page]));
  return brokenLinks(pages, new Set([...pages.keys(), ...others.map(path)])).map(({ link }) => link);
}

describe('a link of the site leads somewhere', () => {
  test('to a page, a folder, a picture, a place in a page, or another server', () => {
    const start = htmlPage(
      '<a href="sub/b.html#x&amp;y">b</a><a href="#top" id="top"><a href="img/"><img src="img/a.svg"><a href="https://example.com/none">',
    );
    expect(broken({ 'a.html': start, 'sub/b.html': htmlPage('<h2 id="x&amp;y">') })).toEqual([]);
  });

  test('or it is told: no such page, no such place', () => {
    const start = htmlPage(
      '<a href="c.html"><a href="b.html#nowhere"><a href="#nowhere"><img src="none.png">',
    );
    expect(broken({ 'a.html': start, 'b.html': htmlPage('<h2 id="here">') })).toEqual([
      'c.html',
      'b.html#nowhere',
      '#nowhere',
      'none.png',
    ]);
  });
});

describe('a link of a Markdown file leads somewhere', () => {
  const target = markdownPage('# Two rates, and `why`\n\n## Again\n\n## Again\n\n### 回头客\n');

  test('headings are named as GitHub names them', () => {
    expect([...target.anchors]).toEqual(['two-rates-and-why', 'again', 'again-1', '回头客']);
  });

  test('or it is told', () => {
    const start = markdownPage(
      '[a](b.md#again-1) [b](b.md#again-2) <img src="no.svg" alt=""> `[c](d.md)`\n\n```md\n[e](f.md)\n```\n',
    );
    expect(broken({ 'a.md': start, 'b.md': target })).toEqual(['b.md#again-2', 'no.svg']);
  });
});
