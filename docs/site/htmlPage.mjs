/**
 * @param {string} text a page that TypeDoc wrote
 * @returns {import('./brokenLinks.mjs').Page}
 */
export function htmlPage(text) {
  const valuesOf = (/** @type {RegExp} */ attribute) =>
    [...text.matchAll(attribute)].map(([, value = '']) => unescaped(value));
  return {
    links: valuesOf(/ (?:href|src)="([^"]*)"/g),
    anchors: new Set(valuesOf(/ (?:id|name)="([^"]*)"/g)),
  };
}

/** @param {string} value of an attribute */
function unescaped(value) {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
