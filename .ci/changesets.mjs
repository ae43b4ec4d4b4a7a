// What the changesets that wait would make of the versions; none may wait, after a release say. Fails on one that cannot be read,
// says nothing, or names what is not published, and on a package whose CHANGELOG.md does not tell its version.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import getReleasePlan from '@changesets/get-release-plan';
import { main, packages, root } from './tools/workspace.mjs';

await main(async () => {
  // Throws if a changeset is malformed or names a package that is not there.
  const { changesets, releases } = await getReleasePlan(root);
  const published = packages.map(({ manifest }) => manifest.name);
  const problems = [];
  for (const { id, summary, releases: named } of changesets) {
    const others = named.map(({ name }) => name).filter((name) => !published.includes(name));
    if (summary.trim() === '') problems.push(`.changeset/${id}.md says nothing.`);
    if (named.length === 0) problems.push(`.changeset/${id}.md names no package.`);
    if (others.length > 0) problems.push(`.changeset/${id}.md names ${others.join(', ')}, not published.`);
  }
  for (const { folder, manifest } of packages) {
    const path = join(root, folder, 'CHANGELOG.md');
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (!text.split('\n').includes(`## ${manifest.version}`))
      problems.push(`${folder}/CHANGELOG.md does not tell of ${manifest.version}.`);
  }
  for (const problem of problems) console.error(problem);
  const coming = releases.filter(({ name }) => published.includes(name));
  for (const { name, oldVersion, newVersion } of coming)
    console.log(`${name}: ${oldVersion}, next ${newVersion}`);
  return problems.length === 0 ? 0 : 1;
});
