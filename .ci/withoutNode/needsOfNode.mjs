import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { root } from '../tools/workspace.mjs';
import { packagesByName } from './bundleTests.mjs';

/** Stands for Node's process where a module speaks of it. */
const mark = 'theProcessOfNode';

/**
 * What only Node has, of all that tests import: its modules, and its process. A test may ask the environment of the process how
 * often to run; a source may not.
 *
 * @param {readonly string[]} tests files from the root of the workspace
 * @returns {Promise<{ ofTests: Map<string, string[]>, ofSources: Map<string, string[]> }>} only those that need something; a test
 * needs what the files need that tests share
 */
export async function needsOfNode(tests) {
  const { metafile } = await build({
    entryPoints: [...tests],
    absWorkingDir: root,
    outdir: 'unused',
    bundle: true,
    format: 'esm',
    packages: 'external',
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [packagesByName('source')],
  });
  /** @type {Map<string, { imports: string[], needs: string[] }>} */
  const files = new Map();
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    const modules = imports.filter((each) => each.external && isBuiltin(each.path)).map((each) => each.path);
    const process = (await speaksOfProcess(path)) ? ['process'] : [];
    files.set(path, { imports: imports.map((each) => each.path), needs: [...modules, ...process] });
  }

  /** @param {string} path */
  const inTests = (path) => {
    const reached = reachedFrom(path, files).filter((each) => !isSource(each));
    return [...new Set(reached.flatMap((each) => files.get(each)?.needs ?? []))];
  };
  return {
    ofTests: needy(tests.map((path) => [path, inTests(path)])),
    ofSources: needy([...files].filter(([path]) => isSource(path)).map(([path, { needs }]) => [path, needs])),
  };
}

/** @param {readonly (readonly [string, string[]])[]} entries */
function needy(entries) {
  return new Map(entries.filter(([, needs]) => needs.length > 0));
}

/**
 * @param {string} path of a file of the workspace
 * @returns {boolean} whether it ships
 */
function isSource(path) {
  return /^packages\/[^/]+\/src\//.test(path) && !/\.test(-prop)?\.ts$/.test(path);
}

/** @param {string} path */
async function speaksOfProcess(path) {
  if (!path.endsWith('.ts')) return false;
  const environment = isSource(path) ? mark : '{}';
  const { code } = await transform(readFileSync(join(root, path), 'utf8'), {
    loader: 'ts',
    define: { process: mark, 'process.env': environment },
  });
  return code.includes(mark);
}

/**
 * @param {string} start
 * @param {ReadonlyMap<string, { imports: readonly string[] }>} files
 * @returns {string[]} the file and all that it imports, at whatever remove
 */
function reachedFrom(start, files) {
  const reached = new Set([start]);
  for (const path of reached) {
    for (const next of files.get(path)?.imports ?? []) reached.add(next);
  }
  return [...reached];
}
