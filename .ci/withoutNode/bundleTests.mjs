import { join } from 'node:path';
import { build } from 'esbuild';
import { packages, root } from '../tools/workspace.mjs';

/** What a bundled script calls itself. */
const globalName = 'testsWithoutNode';

/** The value of this, after a script ran, is what `runFiles` promises. */
export const runScript = `${globalName}.run()`;

/**
 * Tests, what they test, and vitest in one script, for runtimes that know no modules of Node: if anything imports one, there is no
 * bundle.
 *
 * @param {readonly string[]} files from the root of the workspace
 * @param {'module' | 'source'} code which code of the packages is tested: what is built, or its sources
 */
export async function bundleTests(files, code) {
  const loaders = files.map(
    (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`./${file}`)}),`,
  );
  const contents = `
    import { runFiles } from './.ci/withoutNode/runFiles.mjs';
    export const run = () => runFiles({ ${loaders.join('\n')} });`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    globalName,
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    // There is no process; tests that ask its environment how often to run are told to be brief.
    define: { 'process.env': '{ "AFTERCARE_POLICY_RUNS": "60" }' },
    plugins: [packagesByName(code)],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Leads the names of the packages to their files.
 *
 * @param {'module' | 'source'} code
 * @returns {import('esbuild').Plugin}
 */
export function packagesByName(code) {
  const files = new Map(
    packages.flatMap(({ folder, entryPoints }) =>
      entryPoints.map((entryPoint) => {
        const file = code === 'source' ? entryPoint.source : join(folder, entryPoint.module);
        return /** @type {const} */ ([entryPoint.id, join(root, file)]);
      }),
    ),
  );
  return {
    name: 'packages by name',
    setup({ onResolve }) {
      onResolve({ filter: /^@aftercare\// }, ({ path }) => {
        const file = files.get(path);
        return file === undefined ? undefined : { path: file };
      });
    },
  };
}
