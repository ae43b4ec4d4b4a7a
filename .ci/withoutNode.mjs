// Runs every example of the documents and of the TSDoc comments on the built packages in a bare JavaScript engine: no Node, no
// page, nothing but the language and two things of the web. What runs there runs in browsers and edge workers. A package that needs a module of Node
// cannot even be bundled.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { buildPackages } from './tools/build.mjs';
import { main, mustRun, packages, root, tool } from './tools/workspace.mjs';

/** Vitest, replaced by what the examples use of it. */
const stand = join(root, '.ci/withoutNode/vitest.mjs');

await main(async () => {
  await buildPackages();
  // Vitest writes the examples as files when it loads its configuration.
  await mustRun(tool('vitest'), ['list', '--filesOnly', '--project=snippets']);
  // What is given to it, every web runtime has: hashing wants the encoder, and json-rules-engine, to which one entry point hands
  // over, timers.
  const context = createContext({ TextEncoder, setTimeout });
  /** @type {{ run: number, failed: string[] }} */
  const { run, failed } = JSON.parse(await runInContext(await bundle(examples()), context));
  for (const failure of failed) console.error(failure);
  console.log(`${run} examples ran without Node, ${failed.length} failed.`);
  return run > 0 && failed.length === 0 ? 0 : 1;
});

function examples() {
  const folder = join(root, 'docs/.snippets');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(folder, path));
}

/**
 * @param {readonly string[]} files
 * @returns {Promise<string>} a script whose value is what `runAll` promises
 */
async function bundle(files) {
  const entryPoints = new Map(
    packages.flatMap(({ folder, entryPoints }) =>
      entryPoints.map(({ id, module }) => /** @type {const} */ ([id, join(root, folder, module)])),
    ),
  );
  const imports = files.map((file) => `import ${JSON.stringify(file)};`);
  const contents = `${imports.join('\n')}\nexport { runAll } from ${JSON.stringify(stand)};`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'iife',
    globalName: 'examples',
    footer: { js: 'examples.runAll();' },
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'built packages',
        setup({ onResolve }) {
          onResolve({ filter: /^vitest$/ }, () => ({ path: stand }));
          onResolve({ filter: /^@aftercare\// }, ({ path }) => ({ path: entryPoints.get(path) ?? path }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
