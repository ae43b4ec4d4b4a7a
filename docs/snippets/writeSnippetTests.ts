import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { snippetTest } from './snippetTest.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = 'docs/.snippets';
const ending = '.test.ts';

/**
 * Writes a test file for each document of the workspace with ```ts blocks: Markdown and the TSDoc of the packages.
 * What is up to date is left alone, so that a watching test runner has nothing to do.
 */
export function writeSnippetTests(): void {
  const tests = new Map<string, string>();
  for (const path of documents()) {
    const test = snippetTest(path, readFileSync(join(root, path), 'utf8'));
    if (test !== undefined) tests.set(`${target}/${path}${ending}`, test);
  }
  for (const path of filesBelow(target)) if (!tests.has(path)) rmSync(join(root, path));
  for (const [path, test] of tests) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === test) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, test);
  }
}

function documents(): readonly string[] {
  const packages = foldersIn('packages').map((name) => `packages/${name}`);
  return [
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    ...packages.map((folder) => `${folder}/README.md`),
    ...filesBelow('docs').filter((path) => path.endsWith('.md')),
    ...packages
      .flatMap((folder) => filesBelow(`${folder}/src`))
      .filter((path) => path.endsWith('.ts') && !/\.test(-d|-prop)?\.ts$/.test(path)),
  ].filter((path) => existsSync(join(root, path)));
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** The files in and below a folder; what is generated or installed under `docs` is none of them. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return ['node_modules', 'reference', '.snippets'].includes(entry.name) ? [] : filesBelow(path);
  });
}
