// How much code each entry point brings, without its dependencies: bundled as ESM, minified, and packed by gzip.
// `npm run sizes` holds it against the limits in .ci/sizes.json; `npm run sizes -- --write` records the sizes, and gives a limit to
// an entry point that has none. A limit that is there is only raised by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildPackages } from './tools/build.mjs';
import { main, packages, root } from './tools/workspace.mjs';

const record = join(root, '.ci/sizes.json');

/** A recorded size may be off by this part: zlib differs a little between versions of Node. */
const tolerance = 0.02;

/** @typedef {{ bytes: number, limit: number }} Size */

await main(async () => {
  await buildPackages();
  /** @type {Record<string, Size>} */
  const recorded = JSON.parse(readFileSync(record, 'utf8'));
  /** @type {Record<string, Size>} */
  const measured = {};
  for (const { folder, entryPoints } of packages) {
    for (const { id, module } of entryPoints) {
      const bytes = await sizeOf(join(root, folder, module));
      measured[id] = { bytes, limit: recorded[id]?.limit ?? limitFor(bytes) };
    }
  }
  for (const [id, { bytes, limit }] of Object.entries(measured))
    console.log(`${id.padEnd(30)} ${kilobytes(bytes).padStart(9)} of ${kilobytes(limit)}`);

  const problems = Object.entries(measured)
    .filter(([, { bytes, limit }]) => bytes > limit)
    .map(([id, { bytes, limit }]) => `${id} has ${bytes} bytes, more than its limit of ${limit}.`);
  if (process.argv.includes('--write')) writeFileSync(record, `${JSON.stringify(measured, null, 2)}\n`);
  else problems.push(...notRecorded(measured, recorded));
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/** @param {string} entryPoint */
async function sizeOf(entryPoint) {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    packages: 'external',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

/**
 * A tenth more than the size, in whole thousands.
 *
 * @param {number} bytes
 */
function limitFor(bytes) {
  return Math.ceil((bytes * 1.1) / 1000) * 1000;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * @param {Readonly<Record<string, Size>>} measured
 * @param {Readonly<Record<string, Size>>} recorded
 */
function notRecorded(measured, recorded) {
  const ids = [...new Set([...Object.keys(measured), ...Object.keys(recorded)])];
  return ids
    .filter((id) => {
      const now = measured[id]?.bytes ?? 0;
      return Math.abs((recorded[id]?.bytes ?? 0) - now) > now * tolerance || now === 0;
    })
    .map((id) => `.ci/sizes.json is not up to date on ${id}; "npm run sizes -- --write" brings it there.`);
}
