import { readdirSync } from 'node:fs';
import { OptionDefaults } from 'typedoc';
import { packages } from '../.ci/tools/workspace.mjs';
import { leaveDiagrams } from './site/diagrams.mjs';

const guides = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter(
    (path) => path.endsWith('.md') && path !== 'README.md' && !/(^|\/)(node_modules|reference)\//.test(path),
  );

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'aftercare',
  entryPoints: packages.flatMap(({ entryPoints }) => entryPoints.map(({ source }) => `../${source}`)),
  readme: 'README.md',
  projectDocuments: guides,
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
