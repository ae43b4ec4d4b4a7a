import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, startChromium } from './chromium.mjs';
import { whatIsUnreadable } from './unreadable.mjs';

const executable = findChromium();
const reason =
  executable === undefined ? ' (skipped: no Chromium is installed here; CHROMIUM may name one)' : '';

describe.skipIf(executable === undefined)(`a diagram is unreadable${reason}`, () => {
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  beforeAll(async () => {
    browser = await startChromium(executable ?? '');
  }, 60_000);
  afterAll(() => browser?.close());

  /**
   * What is found in a drawing of 400 by 100 with a box from 100 to 200 across and 40 to 60 down, and labels that begin at
   * given places.
   *
   * @param {{ labels?: readonly number[], arrow?: string, fontSize?: number, width?: number, screen?: number }} drawing
   */
  async function found({ labels = [], arrow = '', fontSize = 16, width = 400, screen = 1280 }) {
    const page = await browser?.newPage({ viewport: { width: screen, height: 800 } });
    const label = (/** @type {number} */ x) =>
      `<g class="edgeLabel"><foreignObject x="${x}" y="40" width="50" height="20"><div><span class="edgeLabel">at ${x}</span></div></foreignObject></g>`;
    await page?.setContent(
      `<pre class="mermaid" style="margin: 0; width: 400px; overflow-x: auto">` +
        `<svg viewBox="0 0 400 100" style="display: block; width: ${width}px; font-size: ${fontSize}px">` +
        `<g class="node"><rect x="100" y="40" width="100" height="20"/><text x="110" y="55">Box</text></g>` +
        `<g class="edgePaths"><path d="${arrow}"/></g>` +
        `${labels.map(label).join('')}</svg></pre>`,
    );
    const problems = await page?.evaluate(whatIsUnreadable);
    await page?.close();
    return problems;
  }

  test('not when its labels only touch', async () => {
    expect(await found({ labels: [50, 200, 250] })).toEqual([]);
  });

  test('when a label lies on another or on a box by more than two pixels', async () => {
    expect(await found({ labels: [52, 198] })).toEqual([]);
    expect(await found({ labels: [53, 300, 347] })).toEqual([
      'In a diagram, "at 53" lies on "Box".',
      'In a diagram, "at 300" lies on "at 347".',
    ]);
  });

  test('when an arrow goes through a box, though not when it goes past one or ends there', async () => {
    expect(await found({ arrow: 'M0,30 L400,30' })).toEqual([]);
    expect(await found({ arrow: 'M0,50 L97,50' })).toEqual([]);
    expect(await found({ arrow: 'M150,60 L150,100' })).toEqual([]);
    expect(await found({ arrow: 'M0,50 L400,50' })).toEqual(['In a diagram, an arrow goes through "Box".']);
  });

  test('when its text shows smaller than eleven pixels', async () => {
    expect(await found({ fontSize: 11 })).toEqual([]);
    expect(await found({ fontSize: 16, width: 275 })).toEqual([]);
    expect(await found({ fontSize: 16, width: 270 })).toEqual(['A diagram has text of 10.8 pixels.']);
    expect(await found({ fontSize: 10 })).toEqual(['A diagram has text of 10.0 pixels.']);
  });

  test('when it scrolls sideways on a desk, though not on a phone', async () => {
    expect(await found({ width: 420 })).toEqual(['A diagram of 420 pixels scrolls within 400.']);
    expect(await found({ width: 420, screen: 390 })).toEqual([]);
  });
});
