// What is in the packed packages, as they are published: the built code, the JSON that they export, and the papers. No tests, no
// sources, no source map that leads to a file which users do not have, no path of this machine, and no link that only leads
// somewhere in the repository.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, win32 } from 'node:path';
import { packPackages, tarballOf } from './tools/pack.mjs';
import { cacheFolder, main, mustRun, packages } from './tools/workspace.mjs';

const papers = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];

await main(async () => {
  await packPackages();
  const problems = [];
  for (const { folder: source, manifest } of packages) {
    const unpacked = join(cacheFolder, 'unpacked', source);
    rmSync(unpacked, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    await mustRun('tar', ['-xzf', tarballOf(manifest.name), '-C', unpacked]);
    const folder = join(unpacked, 'package');
    const paths = filesIn(folder);
    const exported = Object.values(manifest.exports).filter((target) => typeof target === 'string');
    const found = [
      ...papers.filter((paper) => !paths.includes(paper)).map((paper) => `${paper} is missing`),
      ...paths.filter((path) => !belongs(path, exported)).map((path) => `${path} does not belong there`),
      ...paths.filter((path) => /\.c?js$/.test(path)).flatMap((path) => wrongInCode(folder, path, paths)),
      ...paths.filter((path) => path.endsWith('.map')).flatMap((path) => wrongInMap(folder, path, paths)),
      ...paths.filter((path) => path.endsWith('.md')).flatMap((path) => wrongInPage(folder, path)),
      ...wrongInManifest(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))),
    ];
    problems.push(...found.map((problem) => `${manifest.name}: ${problem}.`));
    const size = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    const packed = statSync(tarballOf(manifest.name)).size;
    console.log(
      `${manifest.name}: ${paths.length} files, ${kilobytes(packed)} packed, ${kilobytes(size)} unpacked.`,
    );
  }
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}

/**
 * @param {string} path in the package
 * @param {readonly string[]} exported files that the package exports as they are, with one * for many
 */
function belongs(path, exported) {
  if (papers.includes(path)) return true;
  if (/^dist\/[\w-]+\.(js|cjs|d\.ts|d\.cts|js\.map|cjs\.map)$/.test(path)) return true;
  return exported.some((target) => {
    const [start = '', end] = target.slice('./'.length).split('*');
    return end === undefined ? path === start : path.startsWith(start) && path.endsWith(end);
  });
}

/**
 * @param {string} folder of the unpacked package
 * @param {string} path of a script in it
 * @param {readonly string[]} paths all of the package
 */
function wrongInCode(folder, path, paths) {
  const code = readFileSync(join(folder, path), 'utf8');
  const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
  const lost = map !== undefined && !paths.includes(`dist/${map}`);
  return [
    ...(lost ? [`${path} names the source map ${map}, which is not there`] : []),
    ...(/(from|require\()\s*["']vitest["']/.test(code) ? [`${path} brings a test`] : []),
  ];
}

/**
 * @param {string} folder of the unpacked package
 * @param {string} path of a source map in it
 * @param {readonly string[]} paths all of the package
 */
function wrongInMap(folder, path, paths) {
  /** @type {{ file?: string, sources: string[], sourcesContent?: (string | null)[] }} */
  const { file = '', sources, sourcesContent = [] } = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const without = sources.filter(
    (source, index) =>
      typeof sourcesContent[index] !== 'string' && !paths.includes(posix.join(posix.dirname(path), source)),
  );
  return [
    ...(paths.includes(path.replace(/\.map$/, '')) ? [] : [`${path} belongs to no file`]),
    ...[file, ...sources]
      .filter((name) => isAbsolute(name) || win32.isAbsolute(name))
      .map((name) => `${path} names ${name}, a path of this machine`),
    ...(without.length > 0 ? [`${path} leads to ${without[0]}, which users do not have`] : []),
  ];
}

/**
 * A registry shows a page without the repository around it.
 *
 * @param {string} folder of the unpacked package
 * @param {string} path of a page in it
 */
function wrongInPage(folder, path) {
  const targets = [...readFileSync(join(folder, path), 'utf8').matchAll(/\]\(([^)\s]+)/g)].map(
    ([, target = '']) => target,
  );
  return targets
    .filter((target) => !/^(https:|#)/.test(target))
    .map((target) => `${path} leads to ${target}, which its readers do not have`);
}

/** @param {{ dependencies?: Record<string, string>, peerDependencies?: Record<string, string> }} manifest */
function wrongInManifest({ dependencies, peerDependencies }) {
  const versions = new Map(packages.map(({ manifest: { name, version } }) => [name, version]));
  return Object.entries({ ...dependencies, ...peerDependencies })
    .filter(([name, range]) =>
      versions.has(name) ? range !== `^${versions.get(name)}` : range.includes(':'),
    )
    .map(([name, range]) => `package.json asks for ${name} ${range}`);
}
