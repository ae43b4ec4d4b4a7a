import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';

const format: ('esm' | 'cjs')[] = ['esm', 'cjs'];

/** How every package is built, whatever its entry points are. */
export const library = {
  format,
  tsconfig: 'tsconfig.build.json',
  dts: true,
  clean: true,
  sourcemap: true,
  target: 'es2022',
  // One copy of every class for all entry points, in CommonJS too, or `instanceof` breaks between them.
  splitting: true,
  onSuccess: async () => cleanSourceMaps('dist'),
};

/**
 * Where tsup turns ESM into CommonJS, it leaves the path of the file on this machine in the map, as its file and as one source.
 * Users have that file too, beside the map.
 */
function cleanSourceMaps(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.map'))) {
    const path = join(folder, name);
    const map: { file?: string; sources: string[] } = JSON.parse(readFileSync(path, 'utf8'));
    map.sources = map.sources.map((source) => (isAbsolute(source) ? basename(source) : source));
    if (map.file !== undefined) map.file = basename(map.file);
    writeFileSync(path, JSON.stringify(map));
  }
}
