// What `npm pack` puts into each package: its built code, the JSON that it exports, and the papers. No tests, no sources, and no
// source map that leads to a file which users do not have.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { main, mustRun, packages, root } from './tools/workspace.mjs';

const papers = ['package.json', 'README.md', 'LICENSE'];
const optionalPapers = ['CHANGELOG.md'];

await main(async () => {
  const problems = [];
  for (const { folder, manifest } of packages) {
    const { stdout } = await mustRun('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: join(root, folder),
    });
    /** @type {[{ files: { path: string }[], unpackedSize: number }]} */
    const [{ files, unpackedSize }] = JSON.parse(stdout);
    const paths = files.map(({ path }) => path);
    const exported = Object.values(manifest.exports).filter((target) => typeof target === 'string');
    const found = [
      ...papers.filter((paper) => !paths.includes(paper)).map((paper) => `${paper} is missing`),
      ...paths.filter((path) => !belongs(path, exported)).map((path) => `${path} does not belong there`),
      ...paths.filter((path) => /\.c?js$/.test(path)).flatMap((path) => wrongInCode(folder, path, paths)),
      ...paths.filter((path) => path.endsWith('.map')).flatMap((path) => wrongInMap(folder, path, paths)),
    ];
    problems.push(...found.map((problem) => `${manifest.name}: ${problem}.`));
    console.log(`${manifest.name}: ${paths.length} files, ${Math.round(unpackedSize / 1000)} kB unpacked.`);
  }
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/**
 * @param {string} path in the package
 * @param {readonly string[]} exported files that the package exports as they are, with one * for many
 */
function belongs(path, exported) {
  if (papers.includes(path) || optionalPapers.includes(path)) return true;
  if (/^dist\/[\w-]+\.(js|cjs|d\.ts|d\.cts|js\.map|cjs\.map)$/.test(path)) return true;
  return exported.some((target) => {
    const [start = '', end] = target.slice('./'.length).split('*');
    return end === undefined ? path === start : path.startsWith(start) && path.endsWith(end);
  });
}

/**
 * @param {string} folder of the package
 * @param {string} path of a script in it
 * @param {readonly string[]} paths all of the package
 */
function wrongInCode(folder, path, paths) {
  const code = readFileSync(join(root, folder, path), 'utf8');
  const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
  const lost = map !== undefined && !paths.includes(`dist/${map}`);
  return [
    ...(lost ? [`${path} names the source map ${map}, which is not there`] : []),
    ...(/(from|require\()\s*["']vitest["']/.test(code) ? [`${path} brings a test`] : []),
  ];
}

/**
 * @param {string} folder of the package
 * @param {string} path of a source map in it
 * @param {readonly string[]} paths all of the package
 */
function wrongInMap(folder, path, paths) {
  /** @type {{ sources: string[], sourcesContent?: (string | null)[] }} */
  const { sources, sourcesContent = [] } = JSON.parse(readFileSync(join(root, folder, path), 'utf8'));
  const without = sources.filter(
    (source, index) =>
      typeof sourcesContent[index] !== 'string' && !paths.includes(posix.join(posix.dirname(path), source)),
  );
  return [
    ...(paths.includes(path.replace(/\.map$/, '')) ? [] : [`${path} belongs to no file`]),
    ...(without.length > 0 ? [`${path} leads to ${without[0]}, which users do not have`] : []),
  ];
}
