import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The first two cells of each row of a page's tables. */
function rowsOf(page: string): readonly (readonly string[])[] {
  const lines = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line, index) => line.startsWith('| ') && lines[index + 1]?.startsWith('|---') !== true)
    .map((line) => line.split(' | ').slice(0, 2))
    .map(([one = '', other = '']) => [one.replace(/^\| /, ''), other]);
}

const terms = rowsOf('glossary.md');

test('the two glossaries have the same terms in the same order', () => {
  expect(terms.length).toBeGreaterThan(100);
  expect(rowsOf('glossary.zh-CN.md').map(([chinese, english]) => [english, chinese])).toEqual(terms);
});

test('no term stands in a glossary twice', () => {
  for (const column of [0, 1]) {
    const names = terms.map((row) => row[column]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});
