// Looks at the built site in headless Chromium, on a desk and on a phone: every guide and the start page of each package. Fails
// on an error in the console, on a page wider than the screen, on text, pictures or diagrams that do not show, and on diagrams
// that cannot be read.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, startChromium } from './chromium.mjs';
import { isDrawn, menuLinks, whatIsWrong } from './inPage.mjs';
import { serve } from './serve.mjs';
import { whatIsUnreadable } from './unreadable.mjs';

const site = fileURLToPath(new URL('../reference', import.meta.url));
const pictures = fileURLToPath(new URL('../../node_modules/.cache/aftercare/site', import.meta.url));
const widths = { desk: 1280, phone: 390 };

/** Pages of which pictures are kept, to look at. */
const kept = ['index.html', 'guides/how-to/write-a-care-rule.html'];

/** Pages whose diagrams are kept, to look at. */
const drawn = /^guides\/policies\//;
const alone = '.tsd-page-toolbar { display: none !important; }';

const executable = findChromium();
if (executable === undefined) {
  console.log('Skipped: no Chromium is installed here; CHROMIUM may name one.');
} else {
  const problems = await look(executable);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

/** @param {string} path of Chromium */
async function look(path) {
  mkdirSync(pictures, { recursive: true });
  const server = await serve(site);
  const browser = await startChromium(path);
  try {
    const problems = [];
    for (const [name, width] of Object.entries(widths)) {
      const context = await browser.newContext({ viewport: { width, height: 844 } });
      const page = await context.newPage();
      /** @type {string[]} */
      const errors = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${page.url()} (${name}): ${message.text()}`);
      });
      page.on('pageerror', (error) => errors.push(`${page.url()} (${name}): ${error.message}`));

      await page.goto(`${server.url}/index.html`);
      // A script of TypeDoc's fills the menu; without it there would be nothing to look at.
      await page.waitForSelector('.tsd-navigation a[href*="guides/"]', { state: 'attached' });
      const addresses = await page.evaluate(menuLinks);
      for (const address of ['index.html', ...addresses]) {
        await page.goto(`${server.url}/${address}`);
        await page.waitForFunction(isDrawn, undefined, { timeout: 10_000 }).catch(() => undefined);
        const found = [...(await page.evaluate(whatIsWrong)), ...(await page.evaluate(whatIsUnreadable))];
        problems.push(...found.map((problem) => `${address} (${name}): ${problem}`));
        const picture = join(pictures, `${name}-${address.replaceAll('/', '-')}.png`);
        if (kept.includes(address)) await page.screenshot({ path: picture });
        if (drawn.test(address))
          await page.locator('pre.mermaid').screenshot({ path: picture, style: alone });
      }
      problems.push(...(await search(page, name)), ...errors);
      console.log(`Looked at ${addresses.length + 1} pages of ${width} pixels.`);
      await context.close();
    }
    return problems;
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * Finds a function by its name, as a reader would.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name of the screen
 */
async function search(page, name) {
  await page.click('#tsd-search-trigger');
  await page.fill('#tsd-search-input', 'repurchaseRate');
  const result = page.locator('#tsd-search-results a', { hasText: 'repurchaseRate' }).first();
  const found = await result.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  return found ? [] : [`search (${name}): repurchaseRate is not found.`];
}
