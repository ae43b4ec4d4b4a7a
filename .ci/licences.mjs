// The licences of everything that an installation of the packages brings, kept in docs/licences.md.
// `npm run licences` checks the page, `npm run licences -- --write` brings it up to date.
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main, packages, root } from './tools/workspace.mjs';

/** What may be used in a closed product if its notice is kept. Others need a decision, and a line here. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense'];

const page = join(root, 'docs/licences.md');

/** @typedef {{ name: string, version: string, licence: string, broughtBy: Set<string> }} Dependency */

await main(async () => {
  const dependencies = [...collect().values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const text = pageOf(dependencies);
  const problems = dependencies
    .filter(({ licence }) => !allowed.includes(licence))
    .map(({ name, licence }) => `${name} is under "${licence}", which .ci/licences.mjs does not allow.`);
  if (process.argv.includes('--write')) writeFileSync(page, text);
  else if (!existsSync(page) || readFileSync(page, 'utf8') !== text)
    problems.push('docs/licences.md is not up to date; "npm run licences -- --write" brings it there.');
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/** All that the packages need at run time, and what that needs, by name and version. */
function collect() {
  /** @type {Map<string, Dependency>} */
  const found = new Map();
  for (const { folder, manifest } of packages) {
    const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    for (const name of names) add(found, name, join(root, folder), manifest.name);
  }
  return found;
}

/**
 * @param {Map<string, Dependency>} found
 * @param {string} name
 * @param {string} from the folder of the package that needs it
 * @param {string} broughtBy which package of ours
 */
function add(found, name, from, broughtBy) {
  // Ours are looked at by themselves.
  if (packages.some(({ manifest }) => manifest.name === name)) return;
  const folder = folderOf(name, from);
  const {
    version,
    license,
    dependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const key = `${name}@${version}`;
  const known = found.get(key) ?? { name, version, licence: String(license), broughtBy: new Set() };
  if (known.broughtBy.has(broughtBy)) return;
  known.broughtBy.add(broughtBy);
  found.set(key, known);
  for (const next of Object.keys(dependencies)) add(found, next, folder, broughtBy);
}

/**
 * Where Node finds a package, without asking for a file of it, which the package might not export.
 *
 * @param {string} name
 * @param {string} from
 */
function folderOf(name, from) {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
  }
  throw new Error(`${name} is not installed for ${from}.`);
}

/** @param {readonly Dependency[]} dependencies */
function pageOf(dependencies) {
  const optional = new Set(
    packages.flatMap(({ manifest }) => Object.keys(manifest.peerDependenciesMeta ?? {})),
  );
  const rows = dependencies.map(({ name, version, licence, broughtBy }) => {
    const note = optional.has(name) ? ' (if you want it)' : '';
    const by = [...broughtBy].sort().map((each) => `\`${each}\``);
    return `| \`${name}\`${note} | ${version} | ${licence} | ${by.join(', ')} |`;
  });
  return [
    '# Licences',
    '',
    'aftercare is under the MIT licence. This is what its packages bring or ask for at run time, with all that these bring, in the',
    'versions that the tests run with. `npm run licences -- --write` writes this page; the check also fails on a licence that is',
    'not among those allowed.',
    '',
    '| package | version | licence | for |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
