import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

// One file out of this example and the sources of the packages, so that nothing else need be built first. zod, a peer
// dependency of the packages, comes from this example, as it comes from the shop that uses them.
await build({
  absWorkingDir: path('.'),
  entryPoints: ['src/simulate.ts'],
  outfile: 'dist/simulate.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  tsconfig: path('../../tsconfig.json'),
  nodePaths: [path('node_modules')],
  // It is CommonJS that asks for modules of Node, which a bundle in ESM cannot give.
  external: ['json-rules-engine'],
  logLevel: 'error',
}).catch(() => {
  // esbuild has told what is wrong.
  process.exitCode = 1;
});
