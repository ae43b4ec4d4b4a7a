// All tests of all packages, examples and documents. Arguments go to vitest: `npm test -- packages/core/src/money`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './tools/install.mjs';
import { clearReports, reportOf, runTests } from './tools/runTests.mjs';
import { main, root } from './tools/workspace.mjs';

const args = process.argv.slice(2);

await main(async () => {
  clearReports();
  await install('tests');
  const { code } = await runTests('tests', args, { show: true });
  const { files, passed, failed, skipped } = reportOf('tests');
  for (const name of skipped) console.log(`Skipped: ${name}`);
  const problems =
    code === 0 ? [...skippedInVain(skipped), ...(args.length === 0 ? neverRun(files) : [])] : [];
  for (const problem of problems) console.error(problem);
  console.log(`${passed} tests passed, ${failed} failed, ${skipped.length} skipped; files: ${files.length}.`);
  return problems.length > 0 ? 1 : code;
});

/**
 * Without the data sets the tests that need them are skipped, which is fine on a laptop; with them nothing may be.
 *
 * @param {readonly string[]} skipped
 */
function skippedInVain(skipped) {
  const { AFTERCARE_DATASETS, AFTERCARE_ORACLES } = process.env;
  const allThere = AFTERCARE_DATASETS !== undefined && AFTERCARE_ORACLES !== undefined;
  return allThere && skipped.length > 0 ? ['The data sets are here, so no test may be skipped.'] : [];
}

/**
 * A test that no project of vitest.config.ts includes would rot in silence.
 *
 * @param {readonly string[]} files that were run
 */
function neverRun(files) {
  return testFiles('')
    .filter((file) => !files.includes(file))
    .map((file) => `No project of vitest.config.ts runs ${file}; rename the file or include it there.`);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function testFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ['node_modules', 'dist', '.git'].includes(entry.name) ? [] : testFiles(path);
    return /[.-](test|test-d|test-prop|spec)\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}
