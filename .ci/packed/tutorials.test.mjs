import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../tools/workspace.mjs';
import { followPage } from './followPage.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'aftercare-tutorials-'));

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The tutorials of commands; one of blocks that stand alone is run with all other blocks of documents. */
const tutorials = readdirSync(join(root, 'docs/tutorial'))
  .map((name) => join(root, 'docs/tutorial', name))
  .filter((path) => readFileSync(path, 'utf8').includes('\n```sh\n'));

describe('in an empty folder, with the packed packages,', () => {
  test.each(tutorials.map((path) => [basename(path), path]))(
    '%s can be followed word for word',
    async (name, path) => {
      const folder = join(temporary, name);
      mkdirSync(folder);
      const seen = await followPage(readFileSync(path, 'utf8'), folder);
      // "npx vitest run .ci/packed/tutorials --update" writes what was printed into the page.
      await expect(seen).toMatchFileSnapshot(path);
    },
    300_000,
  );
});
