import { findChromium, startChromium } from '../../docs/site/chromium.mjs';
import { runScript } from './bundleTests.mjs';

/**
 * Runs scripts of `bundleTests`, each in an empty page of its own.
 *
 * @param {readonly string[]} scripts
 * @returns {Promise<import('./runFiles.mjs').FileReport[] | undefined>} nothing where no Chromium is installed
 */
export async function runInChromium(scripts) {
  const executable = findChromium();
  if (executable === undefined) return undefined;
  const browser = await startChromium(executable);
  try {
    const reports = [];
    for (const script of scripts) {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      reports.push(...JSON.parse(await page.evaluate(runScript)));
      await page.close();
    }
    return reports;
  } finally {
    await browser.close();
  }
}
