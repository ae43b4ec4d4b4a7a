/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// This function runs in the page, alone: what it uses must be in it.

/**
 * What in the diagrams of a page a reader could not read: labels of arrows that lie on each other or on a box, arrows
 * through a box, text of less than 11 pixels as it shows, and on a desk a diagram that must be scrolled sideways.
 */
export function whatIsUnreadable() {
  const smallest = 11;
  // Boxes of text are higher and wider than its letters, and a touch is no overlap.
  const tolerated = 2;
  const reach = 6;
  const desk = 1200;

  /** @param {Element} element */
  const textOf = (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

  /** @param {DOMRect} one @param {DOMRect} other */
  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > tolerated &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > tolerated;

  /** @param {Element} path @returns the points of a path on the screen, a few pixels from one to the next */
  function pointsOf(path) {
    const matrix = path instanceof SVGPathElement ? path.getScreenCTM() : null;
    if (!(path instanceof SVGPathElement) || matrix === null) return [];
    const length = path.getTotalLength();
    if (length === 0) return [];
    const steps = Math.ceil(length / 3);
    return Array.from({ length: steps + 1 }, (_, step) =>
      path.getPointAtLength((length * step) / steps).matrixTransform(matrix),
    );
  }

  const problems = [];
  for (const diagram of document.querySelectorAll('pre.mermaid')) {
    const svg = diagram.querySelector('svg');
    if (svg === null) continue;

    const labels = [...svg.querySelectorAll('.edgeLabel')].filter(
      (label) => label.parentElement?.closest('.edgeLabel') === null && textOf(label) !== '',
    );
    const boxes = [...svg.querySelectorAll('.node')];
    for (const [index, label] of labels.entries())
      for (const other of [...labels.slice(index + 1), ...boxes])
        if (overlap(label.getBoundingClientRect(), other.getBoundingClientRect()))
          problems.push(`In a diagram, "${textOf(label)}" lies on "${textOf(other)}".`);

    for (const arrow of svg.querySelectorAll('.edgePaths path')) {
      const points = pointsOf(arrow);
      for (const box of boxes) {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        /** @param {DOMPoint | undefined} point @param {number} margin */
        const isIn = (point, margin) =>
          point !== undefined &&
          point.x > left - margin &&
          point.x < right + margin &&
          point.y > top - margin &&
          point.y < bottom + margin;
        // An arrow begins and ends at the edges of boxes.
        if (isIn(points.at(0), reach) || isIn(points.at(-1), reach)) continue;
        if (points.some((point) => isIn(point, -tolerated)))
          problems.push(`In a diagram, an arrow goes through "${textOf(box)}".`);
      }
    }

    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const sizes = [...svg.querySelectorAll('*')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
      .filter((element) => textOf(element) !== '' && element.getBoundingClientRect().height > 0)
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * scale);
    const size = Math.min(...sizes);
    if (size < smallest) problems.push(`A diagram has text of ${size.toFixed(1)} pixels.`);

    if (window.innerWidth >= desk && diagram.scrollWidth > diagram.clientWidth)
      problems.push(`A diagram of ${diagram.scrollWidth} pixels scrolls within ${diagram.clientWidth}.`);
  }
  return problems;
}
