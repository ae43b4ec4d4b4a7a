// Draws the diagrams of a page; the library is loaded only where there are some.
const diagrams = document.querySelectorAll('pre.mermaid');
if (diagrams.length > 0) {
  const script = document.createElement('script');
  script.src = `${document.documentElement.dataset.base}assets/mermaid.js`;
  script.addEventListener('load', () => {
    const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
    const theme = dark ? 'dark' : 'neutral';
    // Labels stand out best on what is behind them anyway.
    const edgeLabelBackground = getComputedStyle(diagrams[0]).backgroundColor;
    mermaid.initialize({ startOnLoad: false, theme, themeVariables: { edgeLabelBackground } });
    whenShown(() => mermaid.run({ nodes: diagrams, postRenderCallback: keepReadable }));
  });
  document.head.append(script);
}

/**
 * TypeDoc hides a page until its own script has run; in a hidden page, texts have no size, and arrows nowhere to go.
 *
 * @param {() => void} draw
 */
function whenShown(draw) {
  if (getComputedStyle(document.body).display === 'none') requestAnimationFrame(() => whenShown(draw));
  else draw();
}

/**
 * A diagram shrinks to the column of text, but to no less than three quarters of its own size: from there on it scrolls,
 * beginning where its topmost box is in the middle.
 */
function keepReadable(id) {
  const svg = document.getElementById(id);
  svg.style.minWidth = `${svg.viewBox.baseVal.width * 0.75}px`;
  const boxes = [...svg.querySelectorAll('.node')].map((box) => box.getBoundingClientRect());
  const [first] = boxes.sort((one, other) => one.top - other.top);
  const column = svg.closest('pre');
  const { left, width } = column.getBoundingClientRect();
  if (first !== undefined) column.scrollLeft = (first.left + first.right) / 2 - left - width / 2;
}
