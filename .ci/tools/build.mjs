import { unlessDone } from './unlessDone.mjs';
import { packages, pnpm } from './workspace.mjs';

const paths = [
  'tsconfig.base.json',
  'tsup.base.ts',
  'pnpm-lock.yaml',
  ...packages.flatMap(({ folder }) =>
    ['package.json', 'tsconfig.build.json', 'tsup.config.ts', 'src', 'care-rules', 'dist'].map(
      (name) => `${folder}/${name}`,
    ),
  ),
];

/** Builds the packages as they are published, each after those that it depends on, unless that was done already. */
export function buildPackages() {
  return unlessDone('build', paths, () => {
    console.error('Building the packages ...');
    return pnpm(['--recursive', '--filter=./packages/*', 'run', 'build']);
  });
}
