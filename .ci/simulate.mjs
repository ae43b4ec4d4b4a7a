// Two years of care on real orders. Prints docs/two-years-of-care.md; `npm run simulate -- --write` brings it up to date.
import { join } from 'node:path';
import { install } from './tools/install.mjs';
import { main, mustRun, root, run } from './tools/workspace.mjs';

const example = join(root, 'examples/simulation');

await main(async () => {
  await install('simulation');
  await mustRun(process.execPath, [join(example, 'build.mjs')]);
  const { code } = await run(
    process.execPath,
    ['--enable-source-maps', join(example, 'dist/simulate.js'), ...process.argv.slice(2)],
    // npm starts scripts in the root; AFTERCARE_DATASETS may be a path from the caller's folder.
    { cwd: process.env.INIT_CWD ?? process.cwd(), show: true },
  );
  return code;
});
