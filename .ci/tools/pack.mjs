import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildPackages } from './build.mjs';
import { unlessDone } from './unlessDone.mjs';
import { cacheFolder, packages, pnpm, root } from './workspace.mjs';

const tarballs = join(cacheFolder, 'tarballs');

const paths = [
  relative(root, tarballs),
  ...packages.flatMap(({ folder, manifest }) =>
    ['package.json', ...manifest.files].map((/** @type {string} */ name) => `${folder}/${name}`),
  ),
];

/** Packs the packages as they are published, unless that was done already: what tests of packed packages install. */
export async function packPackages() {
  await buildPackages();
  await unlessDone('pack', paths, async () => {
    mkdirSync(tarballs, { recursive: true });
    for (const { folder, manifest } of packages)
      await pnpm(['--dir', folder, 'pack', '--out', tarballOf(manifest.name)]);
  });
}

/** @param {string} name of a package */
export function tarballOf(name) {
  return join(tarballs, `${name.replace('/', '-')}.tgz`);
}

/** All packages as dependencies, so that npm finds none of them in the registry. */
export const packedDependencies = Object.fromEntries(
  packages.map(({ manifest }) => [manifest.name, `file:${tarballOf(manifest.name)}`]),
);
