import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packedDependencies } from '../tools/pack.mjs';
import { mustRun, packages, root, run } from '../tools/workspace.mjs';

const entryPoints = packages.flatMap((each) => each.entryPoints.map(({ id }) => id));
const temporary = mkdtempSync(join(tmpdir(), 'aftercare-packed-'));
const program = (/** @type {string} */ name) => join(root, '.ci/packed', name);

const projects = [
  {
    name: 'an ESM project',
    folder: join(temporary, 'esm'),
    type: 'module',
    consumer: 'consumer.mjs',
    load: (/** @type {string} */ id) => `await import('${id}')`,
  },
  {
    name: 'a CommonJS project',
    folder: join(temporary, 'cjs'),
    type: 'commonjs',
    consumer: 'consumer.cjs',
    load: (/** @type {string} */ id) => `require('${id}')`,
  },
];

beforeAll(() => Promise.all(projects.map(installInto)));

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** @param {typeof projects[number]} project */
async function installInto({ folder, type, consumer }) {
  mkdirSync(folder);
  // The peer dependencies, the optional ones too, in the versions that the packages are tested with.
  const peers = packages.flatMap(({ manifest }) =>
    Object.keys(manifest.peerDependencies ?? {}).map((name) => [name, manifest.devDependencies[name]]),
  );
  const dependencies = { ...Object.fromEntries(peers), ...packedDependencies };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type, dependencies }));
  await mustRun('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
  for (const file of [consumer, 'consumer.ts']) copyFileSync(program(file), join(folder, file));
}

describe.each(projects)('in $name', ({ folder, type, consumer, load }) => {
  test.each(entryPoints)('%s can be loaded and brings something', async (entryPoint) => {
    const source = `console.log(Object.keys(${load(entryPoint)}).length)`;
    const { stdout } = await mustRun(process.execPath, [`--input-type=${type}`, '--eval', source], {
      cwd: folder,
    });
    expect(Number(stdout)).toBeGreaterThan(0);
  });

  test.each(['care-rules/new-customer.json', 'templates/new-customer.json'])(
    '%s can be read as the JSON file that it is',
    async (path) => {
      const source = `require('@aftercare/lifecycle/${path}').format`;
      const { stdout } = await mustRun(process.execPath, ['--input-type=commonjs', '--print', source], {
        cwd: folder,
      });
      expect(stdout.trim()).toBe('1');
    },
  );

  test('a program runs, and an error is of one class whatever entry point it came from', async () => {
    const { stdout } = await mustRun(process.execPath, [consumer], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({
      money: { ok: true, value: { minor: 1250, currency: 'CNY' } },
      sameError: true,
    });
  });

  test.each(['node16', 'bundler'])(
    'TypeScript finds the types with moduleResolution %s',
    async (moduleResolution) => {
      const module = moduleResolution === 'node16' ? 'node16' : 'es2022';
      const options = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--module',
        module,
        '--moduleResolution',
        moduleResolution,
      ];
      const typescript = join(root, 'node_modules/typescript/bin/tsc');
      const { output } = await run(process.execPath, [typescript, ...options, 'consumer.ts'], {
        cwd: folder,
      });
      expect(output).toBe('');
    },
  );
});
