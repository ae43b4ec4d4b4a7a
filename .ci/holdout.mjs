// Checks the forecasts against what CDNOW's customers did, and writes the tables and plots of docs/explanation anew.
import { buildPackages } from './tools/build.mjs';
import { install } from './tools/install.mjs';
import { main, pnpm } from './tools/workspace.mjs';

await main(async () => {
  await install('bench');
  await buildPackages();
  await pnpm(['--reporter-hide-prefix', '--filter=@aftercare/core-bench', 'run', 'holdout'], { show: true });
  return 0;
});
