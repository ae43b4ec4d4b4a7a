import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter, KindRouter } from 'typedoc';

const docs = fileURLToPath(new URL('..', import.meta.url));

/** The kinds of guides, by the folder of docs that they are in; a guide may be named itself. */
const groupOfFolder = new Map([
  ['tutorial', 'Tutorials'],
  ['how-to', 'How-to guides'],
  ['explanation', 'Explanations'],
  ['architecture.md', 'Explanations'],
  ['examples', 'Examples'],
  ['.', 'Look up'],
]);

/** The menu from above; what is in no known folder comes between the guides and what one looks up. */
const order = ['Tutorials', 'How-to guides', 'Explanations', 'Examples', '*', 'Look up', 'Reference'];

/**
 * Puts the guides into the menu: titled by their first heading, under the kind that their folder stands for, and in the
 * order in which the start page names them.
 *
 * @param {import('typedoc').Application} app
 */
export function arrangeGuides(app) {
  const startPage = readFileSync(join(docs, 'README.md'), 'utf8');
  /** @type {Map<import('typedoc').Reflection, number>} */
  const places = new Map();
  /** @type {Map<import('typedoc').Reflection, string>} */
  const addresses = new Map();

  app.renderer.defineRouter(
    'guides',
    class extends KindRouter {
      /**
       * A guide's address is its path, which outlives its title.
       *
       * @override
       * @param {import('typedoc').Reflection} reflection
       */
      getIdealBaseName(reflection) {
        return addresses.get(reflection) ?? super.getIdealBaseName(reflection);
      }
    },
  );

  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const file = app.files.getReflectionPath(document);
    if (file === undefined) return;
    const path = relative(docs, file).replaceAll('\\', '/');
    document.name = titleOf(readFileSync(file, 'utf8'), path);
    document.frontmatter.group = groupOf(path);
    addresses.set(document, `guides/${path.replace(/^\.\.\//, '').replace(/(\/README)?\.md$/, '')}`);
    const place = startPage.indexOf(`](${path}`);
    places.set(document, place < 0 ? startPage.length : place);
  });

  const arrange = (/** @type {import('typedoc').Context} */ { project }) => {
    for (const group of project.groups ?? []) {
      if (group.title === 'Modules') group.title = 'Reference';
      else
        group.children.sort(
          (a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a.name.localeCompare(b.name, 'en'),
        );
    }
    project.groups?.sort((a, b) => rank(a.title) - rank(b.title));
  };
  // TypeDoc makes the groups in this event too, so this has to come late in it.
  app.converter.on(Converter.EVENT_RESOLVE_END, arrange, -1000);
}

/** @param {string} title of a group */
function rank(title) {
  return order.indexOf(order.includes(title) ? title : '*');
}

/**
 * @param {string} text of a guide
 * @param {string} path
 */
function titleOf(text, path) {
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`docs/${path} has no title.`);
  // The menu says "How-to guides" above them.
  const short = title.replaceAll('`', '').replace(/^How to /, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** @param {string} path of a guide, from docs */
function groupOf(path) {
  const [folder = '.'] = dirname(path.replace(/^\.\.\//, '')).split('/');
  return (
    groupOfFolder.get(path) ??
    groupOfFolder.get(folder) ??
    folder.charAt(0).toUpperCase() + folder.slice(1).replaceAll('-', ' ')
  );
}
