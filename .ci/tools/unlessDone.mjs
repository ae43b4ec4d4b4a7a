import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './workspace.mjs';

/**
 * Does a piece of work, unless it was done before and no file in or under `paths` has changed since. Name both what the
 * work reads and what it writes, so that it is done again when its results are lost.
 *
 * @param {string} name
 * @param {readonly string[]} paths from the root of the workspace
 * @param {() => Promise<unknown>} work
 */
export async function unlessDone(name, paths, work) {
  if (isDone(name, paths)) return;
  await work();
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampOf(name), fingerprint(paths));
}

/**
 * @param {string} name
 * @param {readonly string[]} paths
 */
export function isDone(name, paths) {
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === fingerprint(paths);
}

/** @param {string} name */
function stampOf(name) {
  return join(cacheFolder, `${name}.done`);
}

/** @param {readonly string[]} paths */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addFiles(hash, join(root, path));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addFiles(hash, path) {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return;
  if (state.isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (name !== 'node_modules') addFiles(hash, join(path, name));
    }
  } else {
    hash.update(`${path} ${state.size} ${state.mtimeMs}\n`);
  }
}
