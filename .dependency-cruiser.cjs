/** Which module may import which: core, then rules, then lifecycle and policies, and each library behind one door. */

const test = '[.]test(-d|-prop)?[.]ts$';
const sources = { path: '^packages/[^/]+/src', pathNot: test };

/** Only modules below `door` may import what `path` matches. */
const behindOneDoor = (name, path, door) => ({
  name,
  severity: 'error',
  comment: `Only ${door} speaks to ${path}; everything else uses our own words for it.`,
  from: { path: '^packages/[^/]+/src', pathNot: [`^${door}`, test] },
  to: { path },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Modules that import each other in a circle can only be understood all at once.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-knows-nothing-of-rules',
      severity: 'error',
      comment: 'core is what the other packages stand on.',
      from: { path: '^packages/core/src' },
      to: { path: '^packages/(rules|lifecycle|policies)/' },
    },
    {
      name: 'rules-knows-nothing-of-shops',
      severity: 'error',
      comment: 'rules may import only @aftercare/core/foundation: results, issues, errors, facts, hashes.',
      from: { path: '^packages/rules/src', pathNot: test },
      to: { path: '^packages/(core|lifecycle|policies)/', pathNot: '^packages/core/src/foundation/' },
    },
    {
      name: 'lifecycle-and-policies-apart',
      severity: 'error',
      comment: 'A shop takes one without the other.',
      from: { path: '^packages/(lifecycle|policies)/src' },
      to: { path: '^packages/(lifecycle|policies)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'packages-by-name',
      severity: 'error',
      comment: 'Another package is imported by its name, as users do, not by a path into its folders.',
      from: { path: '^packages/([^/]+)/src' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypesNot: ['aliased'] },
    },
    behindOneDoor(
      'json-rules-engine-behind-engine',
      'node_modules/json-rules-engine/',
      'packages/rules/src/engine/',
    ),
    behindOneDoor(
      'date-fns-behind-calendar',
      'node_modules/(date-fns|@date-fns)/',
      'packages/core/src/calendar/',
    ),
    behindOneDoor(
      'lunar-typescript-behind-china',
      'node_modules/lunar-typescript/',
      'packages/core/src/china/',
    ),
    behindOneDoor(
      'messageformat-behind-messages',
      'node_modules/intl-messageformat/',
      'packages/lifecycle/src/messages/',
    ),
    {
      name: 'no-node-modules-of-node',
      severity: 'error',
      comment: 'The packages run in browsers and edge workers too.',
      from: sources,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-tests-in-sources',
      severity: 'error',
      comment: 'What ships does not depend on tests.',
      from: sources,
      to: { path: [test, '^packages/[^/]+/test/'] },
    },
    {
      name: 'all-imports-resolve',
      severity: 'error',
      comment: 'An import that leads nowhere breaks at the first user.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
