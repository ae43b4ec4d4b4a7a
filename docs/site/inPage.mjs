/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// These functions run in the page, alone: what they use must be in them.

/** The guides, and the modules without what is in them. */
export function menuLinks() {
  const links = [...document.querySelectorAll('.tsd-navigation a[href]')];
  const paths = links.map((link) =>
    new URL(link.getAttribute('href') ?? '', document.baseURI).pathname.slice(1),
  );
  return [...new Set(paths)].filter((path) => /^(guides|modules)\//.test(path));
}

/** Whether pictures and diagrams are there, and TypeDoc's script no longer hides the page. */
export function isDrawn() {
  const text = document.querySelector('.col-content');
  const diagrams = [...document.querySelectorAll('pre.mermaid')];
  const images = [...document.images];
  return (
    text !== null &&
    getComputedStyle(document.body).display !== 'none' &&
    images.every((image) => image.complete) &&
    diagrams.every((diagram) => diagram.querySelector('svg') !== null)
  );
}

/** What a reader would complain of. */
export function whatIsWrong() {
  const problems = [];
  const content = document.querySelector('.col-content');
  const box = content?.getBoundingClientRect();
  if (!(content instanceof HTMLElement) || content.textContent.trim().length < 40)
    problems.push('There is hardly any text.');
  if (box === undefined || box.width < 300) problems.push('The column of text is too narrow.');
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > window.innerWidth)
    problems.push(`The page is ${scrollWidth} pixels wide, the screen ${window.innerWidth}.`);
  for (const image of document.images)
    if (image.naturalWidth === 0) problems.push(`The picture ${image.getAttribute('src')} does not show.`);
  if (document.querySelector('code.mermaid') !== null) problems.push('A diagram was left as text.');
  for (const diagram of document.querySelectorAll('pre.mermaid')) {
    const svg = diagram.querySelector('svg');
    const width = svg?.getBoundingClientRect().width ?? 0;
    if (width < 100) problems.push('A diagram does not show.');
    if (/Syntax error/.test(diagram.textContent ?? '')) problems.push('A diagram has a mistake in it.');
  }
  return problems;
}
