// The main job on real orders, from a fresh clone with one command. Only the job writes to the standard output.
import { join } from 'node:path';
import { install } from './tools/install.mjs';
import { main, mustRun, root, run } from './tools/workspace.mjs';

const example = join(root, 'examples/quickstart');

await main(async () => {
  await install('quickstart');
  await mustRun(process.execPath, [join(example, 'build.mjs')]);
  const { code } = await run(
    process.execPath,
    ['--enable-source-maps', join(example, 'dist/quickstart.js'), ...process.argv.slice(2)],
    // npm starts scripts in the root; a path such as --orders my.csv means the caller's folder.
    { cwd: process.env.INIT_CWD ?? process.cwd(), show: true },
  );
  return code;
});
