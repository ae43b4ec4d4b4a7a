// Everything that must hold before a change lands, fast steps first.
//   npm run verify                          stops at the first step that fails
//   npm run verify -- --keep-going          runs the others too
//   npm run verify -- --only lint           one step (may be given more than once)
//   npm run verify -- --skip tests          all steps but one (may be given more than once)
import { parseArgs } from 'node:util';
import { buildPackages } from './tools/build.mjs';
import { install } from './tools/install.mjs';
import { runTests } from './tools/runTests.mjs';
import { main, mustRun, packages, run, tool } from './tools/workspace.mjs';

/** Where local time differs from the server's in every way: behind UTC with DST, ahead of it, across the date line. */
const timeZones = ['America/New_York', 'Asia/Shanghai', 'Pacific/Apia'];

/** The oldest Node that is supported, and the later lines that are. */
const nodeVersions = ['20.19.0', '22', '24'];

const folders = packages.map(({ folder }) => folder);

/** @type {{ name: string, fix: string, work: () => Promise<unknown> }[]} */
const steps = [
  {
    name: 'lint',
    fix: '"npm run format" repairs most of it.',
    work: () => mustRun(tool('biome'), ['ci', '--colors=off']),
  },
  {
    name: 'types',
    fix: 'Look at the first error; later ones often follow from it.',
    work: async () => {
      // Vitest writes the blocks of the documents as files when it loads its configuration, so that they are checked too.
      await mustRun(tool('vitest'), ['list', '--filesOnly', '--project=snippets']);
      // A compiler keeps one core busy.
      await each(['tsconfig.json', '.ci/tsconfig.json', ...folders], types, 2);
    },
  },
  {
    name: 'unused',
    fix: 'Delete what nothing uses, or export it from the index.ts of an entry point.',
    work: () => mustRun(tool('knip'), []),
  },
  {
    name: 'imports',
    fix: 'The rules and their reasons are in .dependency-cruiser.cjs.',
    work: () =>
      mustRun(tool('depcruise'), [
        '--config',
        '.dependency-cruiser.cjs',
        ...folders.map((folder) => `${folder}/src`),
      ]),
  },
  {
    name: 'tests',
    fix: '"npm test -- <path>" runs the tests of one folder.',
    work: () => succeed(run(process.execPath, ['.ci/test.mjs'], { show: true })),
  },
  {
    name: 'time-zones',
    fix: 'Something reads the time zone of the machine; "TZ=Pacific/Apia npx vitest run <path>" shows it.',
    work: () =>
      each(timeZones, (timeZone) =>
        tests(
          `time-zone-${timeZone.replace('/', '-')}`,
          ['--project=unit', '--project=property', 'packages/core/src/calendar', 'packages/core/src/time'],
          {
            env: { TZ: timeZone },
          },
        ),
      ),
  },
  {
    name: 'build',
    fix: '"npm run build" shows it alone.',
    work: buildPackages,
  },
  {
    name: 'publint',
    fix: 'The "exports" of the package name files that are not there, or in the wrong order.',
    work: () => each(folders, (folder) => mustRun(tool('publint'), ['--strict', '--pack=npm', folder])),
  },
  {
    name: 'attw',
    fix: 'An entry point has no types for one of the ways to import it.',
    work: () => each(folders, (folder) => mustRun(tool('attw'), ['--pack', folder])),
  },
  {
    name: 'pack-contents',
    fix: 'Packages are built as tsup.base.ts says, and "files" in package.json names what is packed.',
    work: () => mustRun(process.execPath, ['.ci/packContents.mjs']),
  },
  {
    name: 'licences',
    fix: '"npm run licences -- --write" brings docs/licences.md up to date; look at what has changed.',
    work: () => mustRun(process.execPath, ['.ci/licences.mjs']),
  },
  {
    name: 'sizes',
    fix: '"npm run sizes -- --write" records them; a limit is raised by hand in .ci/sizes.json, with a reason in the commit.',
    work: () => mustRun(process.execPath, ['.ci/sizes.mjs']),
  },
  {
    name: 'without-node',
    fix: 'Something needs more than JavaScript; "node .ci/withoutNode.mjs" names the tests.',
    work: () => mustRun(process.execPath, ['.ci/withoutNode.mjs']),
  },
  {
    name: 'api',
    fix: 'If the change is meant, "npm run api -- --write" brings the texts in packages/*/etc up to date; commit them with it.',
    work: () => mustRun(process.execPath, ['.ci/api.mjs']),
  },
  {
    name: 'docs',
    fix: '"npm run docs" shows it alone. Export the type that is missing, or import what a {@link} names.',
    work: () => mustRun('npm', ['--prefix', 'docs', 'run', 'build']),
  },
  {
    name: 'docs-links',
    fix: 'The page named has a link to a file, or to a heading of it, that is not there.',
    work: () => succeed(run(process.execPath, ['docs/site/links.mjs'], { show: true })),
  },
  {
    name: 'docs-look',
    fix: '"npm run docs" writes pictures to node_modules/.cache/aftercare/site.',
    work: () => succeed(run(process.execPath, ['docs/site/look.mjs'], { show: true })),
  },
  {
    name: 'examples',
    fix: '"npm run quickstart" shows it alone.',
    work: () => mustRun(process.execPath, ['.ci/quickstart.mjs']),
  },
  {
    name: 'policy-runs',
    fix: '"AFTERCARE_POLICY_RUNS=10000 npx vitest run --project=property packages/policies" shows it; a seed is printed.',
    work: () =>
      tests('policy-runs', ['--project=property', 'packages/policies/src/policies'], {
        env: { AFTERCARE_POLICY_RUNS: '10000' },
      }),
  },
  {
    name: 'node-versions',
    fix: '"npx --package=node@24 -- node node_modules/vitest/vitest.mjs run --project=unit" shows it.',
    work: () =>
      each(nodeVersions, (node) => {
        // What is installed from the packed packages is the same for all; the oldest Node has the least to offer it.
        const packed =
          node === nodeVersions[0] ? ['--project=packed', '.ci/packed/packed', '.ci/packed/tutorials'] : [];
        return tests(`node-${node}`, ['--project=unit', 'packages', ...packed], { node });
      }),
  },
  {
    name: 'changesets',
    fix: 'Each file of .changeset names published packages and minor, major or patch, and says what changes; "npx changeset" writes one.',
    work: () => mustRun(process.execPath, ['.ci/changesets.mjs']),
  },
];

await main(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      skip: { type: 'string', multiple: true, default: [] },
      'keep-going': { type: 'boolean', default: false },
    },
  });
  const unknown = [...values.only, ...values.skip].filter(
    (name) => !steps.some((step) => step.name === name),
  );
  if (unknown.length > 0)
    throw new Error(`No step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}.`);
  const chosen = steps.filter(
    ({ name }) => (values.only.length === 0 || values.only.includes(name)) && !values.skip.includes(name),
  );

  await install('everything');
  const failed = [];
  for (const step of chosen) {
    if (await passes(step)) continue;
    failed.push(step.name);
    if (!values['keep-going']) break;
  }
  console.log(failed.length === 0 ? `All ${chosen.length} steps passed.` : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});

/** @param {typeof steps[number]} step */
async function passes({ name, fix, work }) {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    await work();
    console.log(`passed  ${name.padEnd(14)} ${seconds()}`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`FAILED  ${name.padEnd(14)} ${seconds()}\n        ${fix}`);
    return false;
  }
}

/**
 * One after the other, or so many beside each other; to the end even if one fails, so that all failures are seen at once.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<unknown>} work
 */
async function each(items, work, lanes = 1) {
  /** @type {string[]} */
  const errors = [];
  // All lanes take from one iterator, so that each item is worked on once.
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) {
      try {
        await work(item);
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** @param {string} project a tsconfig, or a folder with one */
async function types(project) {
  const { code, output } = await run(tool('tsc'), ['--project', project]);
  // The file made from a document has the lines of the document.
  if (code !== 0) throw new Error(output.replaceAll(/docs\/\.snippets\/(.+?)\.test\.ts/g, '$1'));
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Parameters<typeof runTests>[2]} options
 */
async function tests(name, args, options) {
  const { code, output } = await runTests(name, args, options);
  if (code !== 0) throw new Error(`${name}\n${output}`);
}

/** @param {ReturnType<typeof run>} running a program whose output has been seen already */
async function succeed(running) {
  const { code } = await running;
  if (code !== 0) throw new Error('');
}
