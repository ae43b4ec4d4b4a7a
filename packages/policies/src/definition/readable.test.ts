import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definitionSchema } from './definition.js';

// What a reader of a shipped file sees, and not what the library makes of it: so the files are read as text.
describe.each([
  ['compensation', 100],
  ['free-shipping', 100],
  ['gift', 100],
  ['invoice', 100],
  ['return', 140],
])('%s.json', (name, most) => {
  const text = readFileSync(new URL(`../../definitions/${name}.json`, import.meta.url), 'utf8');
  const lines = text.split('\n');
  const placeOf = (section: string) => lines.findIndex((line) => line.startsWith(`  "${section}": `));

  test('its sections come in the order of the format', () => {
    const known = Object.keys(definitionSchema.shape);
    const sections = lines.flatMap((line) => /^ {2}"(\w+)": /.exec(line)?.[1] ?? []);
    expect(sections).toEqual(known.filter((section) => sections.includes(section)));
  });

  test(`the machine takes ${most} lines at most`, () => {
    expect(placeOf('guards')).toBeGreaterThan(placeOf('invariants'));
    expect(placeOf('guards')).toBeLessThanOrEqual(most);
  });

  test('each state, set, step, deadline and invariant stands on one line', () => {
    const machine = lines.slice(placeOf('states'), placeOf('guards'));
    const isWhole = (line: string) => /^ {2}[\]}"]/.test(line) || /^ {4}("\w+": )?[[{].*[\]}],?$/.test(line);
    expect(machine.filter((line) => !isWhole(line))).toEqual([]);
  });

  test('no line is longer than 320 columns', () => {
    expect(lines.filter((line) => line.length > 320)).toEqual([]);
  });
});
