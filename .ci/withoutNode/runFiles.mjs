// Bundled with files of tests: runs them by vitest's own runner, wherever there is no Node.
import { startTests } from '@vitest/runner';
import { getTests } from '@vitest/runner/utils';

/**
 * Runs files of tests, one after the other.
 *
 * @param {Readonly<Record<string, () => Promise<unknown>>>} files what loads each, by its path
 * @returns {Promise<string>} JSON of `FileReport[]`, since objects of this world are strange to the one that asks
 */
export async function runFiles(files) {
  const reports = await startTests(Object.keys(files), {
    config: {
      root: '',
      setupFiles: [],
      name: undefined,
      passWithNoTests: false,
      testNamePattern: undefined,
      allowOnly: false,
      sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 1,
      testTimeout: 120_000,
      hookTimeout: 120_000,
      retry: 0,
      includeTaskLocation: undefined,
      tags: [],
      tagsFilter: undefined,
      strictTags: true,
    },
    importFile: (path) => files[path]?.(),
  });
  return JSON.stringify(reports.map(reportOf));
}

/**
 * @typedef {object} FileReport
 * @property {string} path
 * @property {number} passed how many tests
 * @property {number} notRun how many tests that were left out
 * @property {string[]} failures what went wrong, in the tests and outside of them
 */

/**
 * @param {import('@vitest/runner').File} file
 * @returns {FileReport}
 */
function reportOf(file) {
  const tests = getTests(file);
  const passed = tests.filter(({ result }) => result?.state === 'pass').length;
  const failed = tests.filter(({ result }) => result?.state === 'fail').length;
  const failures = everyTask(file).flatMap(({ name, result }) =>
    (result?.errors ?? []).map(({ message }) => `${name}: ${message}`),
  );
  return { path: file.filepath, passed, notRun: tests.length - passed - failed, failures };
}

/**
 * The file, its groups and its tests: hooks fail in groups.
 *
 * @param {import('@vitest/runner').Task} task
 * @returns {import('@vitest/runner').Task[]}
 */
function everyTask(task) {
  return [task, ...('tasks' in task ? task.tasks.flatMap(everyTask) : [])];
}
