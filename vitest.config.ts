import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { writeSnippetTests } from './docs/snippets/writeSnippetTests.js';

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

/** Tests run on the sources: a change in one package is seen by the others without a build. Longest names first. */
const alias = {
  '@aftercare/core/foundation': source('core/src/foundation/index.ts'),
  '@aftercare/core/china': source('core/src/china/index.ts'),
  '@aftercare/core/clv': source('core/src/clv/index.ts'),
  '@aftercare/core': source('core/src/index.ts'),
  '@aftercare/rules/engine': source('rules/src/engine/index.ts'),
  '@aftercare/rules': source('rules/src/index.ts'),
  '@aftercare/lifecycle/messages': source('lifecycle/src/messages/index.ts'),
  '@aftercare/lifecycle': source('lifecycle/src/index.ts'),
  '@aftercare/policies/testing': source('policies/src/testing/index.ts'),
  '@aftercare/policies': source('policies/src/index.ts'),
};

// Before anything is collected, since Vitest finds only test files that exist.
writeSnippetTests();

export default defineConfig({
  resolve: { alias },
  test: {
    // By default one core is left to Vitest itself, which has little to do: of two that would be one for all tests.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'examples/*/src/**/*.test.ts',
            'docs/{snippets,tables}/*.test.ts',
            'docs/site/*.test.mjs',
          ],
          // What is tested are pure functions: files have nothing that one could spoil for another, and a process for each
          // would take three times as long.
          isolate: false,
          // For a test that hangs. On a busy machine the slowest take longer than the five seconds of the default.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'property',
          include: ['packages/*/src/**/*.test-prop.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['packages/*/src/**/*.test-d.ts'],
            tsconfig: './tsconfig.json',
          },
        },
      },
      {
        extends: true,
        test: { name: 'snippets', include: ['docs/.snippets/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        // What users get: the packed packages, installed into empty projects.
        test: {
          name: 'packed',
          globalSetup: ['.ci/packed/packPackages.mjs'],
          include: ['.ci/packed/packed.test.mjs', '.ci/packed/tutorials.test.mjs'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        // Each example as a project of its own, with the packed packages.
        test: {
          name: 'examples',
          globalSetup: ['.ci/packed/packPackages.mjs'],
          include: ['.ci/packed/examples.test.mjs'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
