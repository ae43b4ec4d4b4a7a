import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packedDependencies } from '../tools/pack.mjs';
import { mustRun, root, run } from '../tools/workspace.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'aftercare-examples-'));

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The Node that runs these tests also runs what npm starts. */
const env = { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };

/** Every example that has tests of its own, whoever adds it. */
const examples = readdirSync(join(root, 'examples')).filter((name) => manifestOf(name)?.scripts?.test);

/** @param {string} name of an example */
function manifestOf(name) {
  const path = join(root, 'examples', name, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/**
 * An example outside of the workspace, with the packed packages: nothing is found that a stranger would not have.
 *
 * @param {string} name of an example
 */
async function install(name) {
  const folder = join(temporary, name);
  const isSource = (/** @type {string} */ path) => !['node_modules', 'dist'].includes(basename(path));
  cpSync(join(root, 'examples', name), folder, { recursive: true, filter: isSource });
  const manifest = manifestOf(name);
  const dependencies = { ...manifest.dependencies, ...packedDependencies };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, dependencies }));
  await mustRun('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, env });
  return folder;
}

describe('outside of the workspace, with the packed packages,', () => {
  test.each(examples)('the tests of the example %s pass', async (name) => {
    const folder = await install(name);
    const { code, output } = await run('npm', ['test'], { cwd: folder, env });
    expect(code, output).toBe(0);
  });
});
