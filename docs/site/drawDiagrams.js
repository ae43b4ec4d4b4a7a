// Draws the diagrams of a page; the library is loaded only where there are some.
const diagrams = document.querySelectorAll('pre.mermaid');
if (diagrams.length > 0) {
  const script = document.createElement('script');
  script.src = `${document.documentElement.dataset.base}assets/mermaid.js`;
  script.addEventListener('load', () => {
    const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
    // In their own size, so that they can be read on a phone, where they scroll.
    const ownSize = { useMaxWidth: false };
    const theme = dark ? 'dark' : 'neutral';
    mermaid.initialize({ startOnLoad: false, theme, flowchart: ownSize, state: ownSize, sequence: ownSize });
    whenShown(() => mermaid.run({ nodes: diagrams }));
  });
  document.head.append(script);
}

/**
 * TypeDoc hides the page until its own script has come, and what is hidden has no size to draw by.
 *
 * @param {() => void} draw
 */
function whenShown(draw) {
  if (getComputedStyle(document.body).display === 'none') requestAnimationFrame(() => whenShown(draw));
  else draw();
}
