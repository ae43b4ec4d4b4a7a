import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cacheFolder, mustRun, root, run } from './workspace.mjs';

/** Each run of tests leaves vitest's JSON report here. */
const reportFolder = join(cacheFolder, 'reports');

const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/**
 * Runs vitest and leaves its report under the name given.
 *
 * @param {string} name of the run
 * @param {readonly string[]} args for vitest
 * @param {{ show?: boolean, env?: Record<string, string>, node?: string }} [options] `node` is a version of Node to run on
 */
export async function runTests(name, args, { node, ...options } = {}) {
  mkdirSync(reportFolder, { recursive: true });
  // Until vitest writes its report, the run counts as one that broke off.
  writeFileSync(
    reportPath(name),
    JSON.stringify({ testResults: [{ name, status: 'failed', assertionResults: [] }] }),
  );
  const program = node === undefined ? process.execPath : await nodeOfVersion(node);
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath(name)}`];
  return run(program, [vitest, 'run', ...report, ...args], options);
}

/**
 * The program of another version of Node; the npm package `node` carries them all.
 *
 * @param {string} version
 */
async function nodeOfVersion(version) {
  const { stdout } = await mustRun('npx', [
    '--yes',
    `--package=node@${version}`,
    '--',
    'node',
    '--print',
    'process.execPath',
  ]);
  return stdout.trim();
}

/**
 * What a run of tests came to. A file that could not be loaded counts as one failed test, and so does a run that broke off.
 *
 * @param {string} name of the run
 */
export function reportOf(name) {
  /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(reportPath(name), 'utf8'));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter((test) => test.status === 'failed');
  const notLoaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => failed.includes(test)),
  );
  return {
    files: [...new Set(testResults.map((file) => relative(root, file.name).replaceAll('\\', '/')))],
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed.length + notLoaded.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}

/** Forgets the reports of earlier runs. */
export function clearReports() {
  rmSync(reportFolder, { recursive: true, force: true });
}

/** The names of all runs that left a report. */
export function reportNames() {
  return existsSync(reportFolder) ? readdirSync(reportFolder).map((file) => file.replace(/\.json$/, '')) : [];
}

/** @param {string} name */
function reportPath(name) {
  return join(reportFolder, `${name}.json`);
}
