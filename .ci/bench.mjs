// Runs the benchmarks of every package that has some, one after the other so that they do not disturb each other.
import { buildPackages } from './tools/build.mjs';
import { install } from './tools/install.mjs';
import { main, pnpm } from './tools/workspace.mjs';

await main(async () => {
  await install('bench');
  await buildPackages();
  await pnpm(
    [
      '--recursive',
      '--workspace-concurrency=1',
      '--reporter-hide-prefix',
      '--filter=./packages/*/bench',
      'run',
      'bench',
    ].concat(process.argv.slice(2)),
    { show: true },
  );
  return 0;
});
