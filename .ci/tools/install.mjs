import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDone, unlessDone } from './unlessDone.mjs';
import { packages, pnpm, root } from './workspace.mjs';

/** What each command needs of the workspace, as pnpm's filters, and which wider installations have that too. */
const scopes = {
  quickstart: { filters: ['@aftercare/example-quickstart...'], within: ['tests', 'everything'] },
  simulation: { filters: ['@aftercare/example-simulation...'], within: ['tests', 'everything'] },
  tests: {
    filters: ['aftercare-workspace', './packages/*', './examples/*', './docs'],
    within: ['everything'],
  },
  bench: { filters: ['./packages/*', './packages/*/bench'], within: ['everything'] },
  everything: { filters: [], within: [] },
};

const paths = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'docs/package.json',
  ...readdirSync(join(root, 'examples')).map((name) => `examples/${name}/package.json`),
  ...packages.flatMap(({ folder }) => [`${folder}/package.json`, `${folder}/bench/package.json`]),
  'node_modules/.modules.yaml',
];

/**
 * Installs what a command needs, unless it is there.
 *
 * @param {keyof typeof scopes} scope
 */
export async function install(scope) {
  const { filters, within } = scopes[scope];
  if (within.some((wider) => isDone(`install-${wider}`, paths))) return;
  await unlessDone(`install-${scope}`, paths, () => {
    console.error(
      `Installing what ${scope === 'everything' ? 'all checks need' : `the ${scope} need${scope === 'tests' ? '' : 's'}`} ...`,
    );
    return pnpm([
      'install',
      '--frozen-lockfile',
      ...leanly(scope),
      ...filters.map((name) => `--filter=${name}`),
    ]);
  });
}

/**
 * pnpm installs the development tools of the root with every selection. They are many times larger than what a first look needs,
 * so a fresh clone goes without them; where they are already, they stay.
 *
 * @param {keyof typeof scopes} scope
 */
function leanly(scope) {
  return scope === 'quickstart' && !existsSync(join(root, 'node_modules/vitest')) ? ['--prod'] : [];
}
