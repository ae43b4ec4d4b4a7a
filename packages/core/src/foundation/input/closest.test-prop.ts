import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest } from './index.js';

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'C', 'é'), maxLength: 8 });

test('the closest word is the first of those with the fewest edits, of at most a third of the letters', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 6 }), (word, known) => {
      const distances = known.map((candidate) => edits(word.toLowerCase(), candidate.toLowerCase()));
      const fewest = Math.min(...distances);
      const expected = fewest <= word.length / 3 ? known[distances.indexOf(fewest)] : undefined;
      expect(closest(word, known)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

/** The Levenshtein distance as its definition says it. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return edits(a.slice(1), b.slice(1));
  return 1 + Math.min(edits(a.slice(1), b), edits(a, b.slice(1)), edits(a.slice(1), b.slice(1)));
}
