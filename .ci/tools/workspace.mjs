import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace, with a separator at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where these scripts keep what they may lose: stamps of finished work and reports of test runs. */
export const cacheFolder = join(root, 'node_modules/.cache/aftercare');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`aftercare needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

/**
 * @param {string} path of a JSON file, from the root of the workspace
 * @returns {any}
 */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/**
 * The published packages: each with its folder, its manifest, and the entry points that hold code. Of an entry point: the
 * name by which users import it, the built files for ESM, and the file of ours that they are built from.
 */
export const packages = readdirSync(join(root, 'packages'))
  .filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
  .map((name) => {
    const folder = `packages/${name}`;
    const manifest = readJson(`${folder}/package.json`);
    // Files that are exported as they are, such as package.json, have no conditions.
    const entryPoints = Object.entries(manifest.exports)
      .filter(([, target]) => typeof target === 'object')
      .map(([key, target]) => ({
        id: manifest.name + key.slice(1),
        module: target.import.default,
        types: target.import.types,
        source: posix.join(folder, 'src', key, 'index.ts'),
      }));
    return { folder, manifest, entryPoints };
  });

/**
 * Runs a program to its end. What it prints is collected (`output` with the errors among it), or goes straight to the
 * terminal with `show`.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, show?: boolean }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>}
 */
export function run(command, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // On Windows npx and the tools of node_modules/.bin are .cmd files, which only a shell starts.
      shell: process.platform === 'win32' && command !== process.execPath,
    });
    let stdout = '';
    let output = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    // A program that a signal ended has no code.
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }));
  });
}

/**
 * Runs a program that must succeed; its output is part of the error if it does not.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function mustRun(command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${result.code}\n${result.output}`);
  return result;
}

/**
 * pnpm in the one version that package.json names, started through npx: Node and npm are all that need be installed.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function pnpm(args, options) {
  return mustRun('npx', ['--yes', readJson('package.json').packageManager, ...args], options);
}

/**
 * A tool among the development dependencies of the root.
 *
 * @param {string} name
 */
export function tool(name) {
  return join(root, 'node_modules/.bin', name);
}

/**
 * Runs a script of this folder: its exit code is what `work` returns, and an error is told without a stack.
 *
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
