import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OptionDefaults } from 'typedoc';
import { packages } from '../.ci/tools/workspace.mjs';
import { leaveDiagrams } from './site/diagrams.mjs';

const guides = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter(
    (path) => path.endsWith('.md') && path !== 'README.md' && !/(^|\/)(node_modules|reference)\//.test(path),
  );

/** The examples are described where they are. */
const examples = readdirSync(join(import.meta.dirname, '../examples'))
  .map((name) => `../examples/${name}/README.md`)
  .filter((path) => existsSync(join(import.meta.dirname, path)));

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'aftercare',
  entryPoints: packages.flatMap(({ entryPoints }) => entryPoints.map(({ source }) => `../${source}`)),
  readme: 'README.md',
  projectDocuments: [...guides, ...examples],
  plugin: ['./site/plugin.mjs'],
  tsconfig: 'tsconfig.json',
  out: 'reference',
  router: 'guides',
  favicon: 'site/favicon.svg',
  customCss: 'site/site.css',
  customJs: 'site/drawDiagrams.js',
  treatWarningsAsErrors: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  hideGenerator: true,
  searchInDocuments: true,
  navigation: { includeGroups: true, includeCategories: false, includeFolders: false },
  headings: { readme: false, document: false },
  markdownItLoader: leaveDiagrams,
  highlightLanguages: [...OptionDefaults.highlightLanguages, 'csv', 'diff', 'http', 'python', 'sql'],
};
