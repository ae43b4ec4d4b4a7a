// Follows the links of the built site and of all Markdown, and fails if one leads nowhere. Other servers are not asked.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenLinks } from './brokenLinks.mjs';
import { htmlPage } from './htmlPage.mjs';
import { markdownPage } from './markdownPage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const site = join(root, 'docs/reference');
const siteFiles = filesBelow(site, () => true);
const sourceFiles = filesBelow(
  root,
  (name) => !/^(node_modules|dist|reference|\.git|\.snippets)$/.test(name),
);

const pages = new Map([
  ...siteFiles.filter((path) => path.endsWith('.html')).map((path) => read(path, htmlPage)),
  ...sourceFiles.filter((path) => path.endsWith('.md')).map((path) => read(path, markdownPage)),
]);
if (!pages.has(join(site, 'index.html'))) throw new Error('There is no site; "npm run docs" builds it.');

const broken = brokenLinks(pages, new Set([...siteFiles, ...sourceFiles]));
for (const { page, link } of broken) console.error(`${relative(root, page)}: ${link} leads nowhere.`);
const links = [...pages.values()].reduce((sum, page) => sum + page.links.length, 0);
console.log(`${pages.size} pages, ${links} links, ${broken.length} broken.`);
if (broken.length > 0) process.exitCode = 1;

/**
 * @param {string} path
 * @param {(text: string) => import('./brokenLinks.mjs').Page} parse
 * @returns {[string, import('./brokenLinks.mjs').Page]}
 */
function read(path, parse) {
  return [path, parse(readFileSync(path, 'utf8'))];
}

/**
 * @param {string} folder
 * @param {(name: string) => boolean} enters whether to look into a folder of this name
 * @returns {string[]}
 */
function filesBelow(folder, enters) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return enters(entry.name) ? filesBelow(path, enters) : [];
    return [path];
  });
}
