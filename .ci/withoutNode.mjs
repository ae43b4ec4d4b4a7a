// Runs tests where there is no Node: in a bare JavaScript engine, which has nothing but the language and a few things of the web,
// and in headless Chromium if that is installed. What runs there runs in browsers and edge workers.
//   - every example of the documents and of the TSDoc comments, on the built packages
//   - every unit test of the packages, and every property test of rules and policies, on the sources; but not the tests that
//     need Node themselves, which are named
// Fails if a test fails, if one of these files does not run or brings no test, and if a source of a package needs Node.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackages } from './tools/build.mjs';
import { main, mustRun, packages, root, tool } from './tools/workspace.mjs';
import { runInBareEngine } from './withoutNode/bareEngine.mjs';
import { bundleTests } from './withoutNode/bundleTests.mjs';
import { runInChromium } from './withoutNode/inChromium.mjs';
import { needsOfNode } from './withoutNode/needsOfNode.mjs';

/** Property tests take their time. Rules are edited in pages and cases are decided at the edge, so theirs run here too. */
const withPropertyTests = ['packages/rules', 'packages/policies'];

await main(async () => {
  await buildPackages();
  // Vitest writes the examples as files when it loads its configuration.
  await mustRun(tool('vitest'), ['list', '--filesOnly', '--project=snippets']);
  const examples = filesIn('docs/.snippets', /\.test\.ts$/);
  const { tests, needing, problems } = await chooseTests();
  for (const [file, needs] of needing) console.log(`Left to Node: ${file} needs ${needs.join(', ')}.`);

  const scripts = await Promise.all([bundleTests(examples, 'module'), bundleTests(tests, 'source')]);
  const [inBareEngine, inChromium] = await Promise.all([runInBareEngine(scripts), runInChromium(scripts)]);
  const runtimes = { 'a bare JavaScript engine': inBareEngine, Chromium: inChromium };
  for (const [name, reports] of Object.entries(runtimes)) {
    if (reports === undefined) {
      console.log(`Skipped ${name}: none is installed here; CHROMIUM may name one.`);
      continue;
    }
    problems.push(...wrongIn(reports, [...examples, ...tests]).map((problem) => `In ${name}, ${problem}`));
    console.log(`In ${name}: ${summaryOf(reports)}; ${needing.size} files left to Node.`);
  }
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/** The tests that run without Node, those that cannot, and what is wrong with that. */
async function chooseTests() {
  const files = packages.flatMap(({ folder }) =>
    filesIn(`${folder}/src`, withPropertyTests.includes(folder) ? /\.test(-prop)?\.ts$/ : /\.test\.ts$/),
  );
  const { ofTests, ofSources } = await needsOfNode(files);
  const tests = files.filter((file) => !ofTests.has(file));
  const problems = [
    ...[...ofSources].map(([file, needs]) => `${file} needs ${needs.join(', ')}, which only Node has.`),
    ...packages
      .filter(({ folder }) => !tests.some((file) => file.startsWith(`${folder}/`)))
      .map(({ folder }) => `No test of ${folder} can run without Node.`),
  ];
  return { tests, needing: ofTests, problems };
}

/**
 * @param {string} folder
 * @param {RegExp} name of the files
 * @returns {string[]} paths from the root, with slashes
 */
function filesIn(folder, name) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => name.test(path))
    .sort();
}

/** @typedef {import('./withoutNode/runFiles.mjs').FileReport} FileReport */

/**
 * @param {readonly FileReport[]} reports
 * @param {readonly string[]} expected the files that had to run
 */
function wrongIn(reports, expected) {
  const byPath = new Map(reports.map((report) => [report.path, report]));
  return expected.flatMap((path) => {
    const { passed, failures, notRun } = byPath.get(path) ?? { passed: 0, failures: [], notRun: 0 };
    if (failures.length > 0) return failures.map((failure) => `${path} fails. ${failure}`);
    if (notRun > 0) return [`${path} leaves out ${notRun} of its tests.`];
    return passed === 0 ? [`${path} brings no test.`] : [];
  });
}

/** @param {readonly FileReport[]} reports */
function summaryOf(reports) {
  const groups = [
    { folder: 'docs', name: 'examples' },
    ...packages.map(({ folder }) => ({ folder, name: folder })),
  ];
  return groups
    .map(({ folder, name }) => {
      const own = reports.filter(({ path }) => path.startsWith(`${folder}/`));
      const passed = own.reduce((sum, report) => sum + report.passed, 0);
      return `${name} ${passed} passed of ${own.length} files`;
    })
    .join(', ');
}
