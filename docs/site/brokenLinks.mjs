import { dirname, join, normalize, sep } from 'node:path';

/**
 * What a page refers to, and the places in it that others may refer to.
 *
 * @typedef {{ links: readonly string[], anchors: ReadonlySet<string> }} Page
 */

/**
 * The links that lead to no file, or to no such place in it. Links to other servers are left alone.
 *
 * @param {ReadonlyMap<string, Page>} pages by path
 * @param {ReadonlySet<string>} files all that a link may lead to, pages among them
 * @returns {{ page: string, link: string }[]}
 */
export function brokenLinks(pages, files) {
  const folders = new Set([...files].flatMap(foldersAbove));
  return [...pages].flatMap(([page, { links }]) =>
    links
      .filter((link) => !/^(\w+:|\/\/)/.test(link))
      .filter((link) => {
        const [address = '', anchor = ''] = link.split('#');
        const path = decodeURIComponent(address.replace(/\?.*$/, ''));
        const target = path === '' ? page : normalize(join(dirname(page), path)).replace(/[\\/]$/, '');
        if (!files.has(target)) return !folders.has(target);
        const anchors = pages.get(target)?.anchors;
        return anchor !== '' && anchors !== undefined && !anchors.has(decodeURIComponent(anchor));
      })
      .map((link) => ({ page, link })),
  );
}

/** @param {string} file */
function foldersAbove(file) {
  const parts = file.split(sep);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(sep));
}
