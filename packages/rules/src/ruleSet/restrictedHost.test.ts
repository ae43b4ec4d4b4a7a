import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'rules-'));

beforeAll(async () => {
  await build({
    entry: [fileURLToPath(new URL('../../test/restrictedHost.ts', import.meta.url))],
    tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    config: false,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    outDir: folder,
    noExternal: [/./],
    silent: true,
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const run = (...options: string[]) =>
  JSON.parse(
    execFileSync(process.execPath, [...options, join(folder, 'restrictedHost.mjs')], { encoding: 'utf8' }),
  );

test('where code cannot be made from strings, everything works, with closures', () => {
  expect(run('--disallow-code-generation-from-strings')).toEqual({
    strategy: 'closures',
    generated: 'generated_code_forbidden',
    fired: [{ type: 'care' }],
    notFired: [],
    turns: 1,
    findings: [],
  });
});

test('where it can, the same program uses generated code', () => {
  expect(run()).toMatchObject({ strategy: 'generated', generated: 'generated', fired: [{ type: 'care' }] });
});
