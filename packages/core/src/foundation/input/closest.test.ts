import { describe, expect, test } from 'vitest';
import { closest } from './index.js';

describe('the word that was meant', () => {
  test.each<[string, string[], string | undefined]>([
    ['paidAt', ['placedAt', 'paidAt'], 'paidAt'],
    ['paidat', ['placedAt', 'paidAt'], 'paidAt'],
    ['payedAt', ['paidAt', 'shippedAt'], 'paidAt'],
    ['quantiy', ['quantity'], 'quantity'],
    ['qauntity', ['quantity'], 'quantity'],
    // A third of the letters may differ: one of three, one of five, two of six.
    ['ab', ['ac'], undefined],
    ['abc', ['abd'], 'abd'],
    ['abc', ['add'], undefined],
    ['abcde', ['abcxy'], undefined],
    ['abcdef', ['abcdxy'], 'abcdxy'],
    ['abcdef', ['abcxyz'], undefined],
    ['abcdef', ['abcdefgh'], 'abcdefgh'],
    ['abcdef', ['abcdefghi'], undefined],
    ['colour', [], undefined],
    ['', ['a'], undefined],
  ])('%s, of %j, is %s', (word, known, meant) => {
    expect(closest(word, known)).toBe(meant);
  });

  test('is the nearest one, and of equally near ones the first', () => {
    expect(closest('refunds', ['refundId', 'refund', 'returns'])).toBe('refund');
    expect(closest('abc', ['abd', 'abe'])).toBe('abd');
    expect(closest('abc', ['abe', 'abd'])).toBe('abe');
  });

  test('is not looked for beyond 100 letters', () => {
    const word = 'a'.repeat(100);
    expect(closest(word, [`${word}b`])).toBe(`${word}b`);
    expect(closest(`${word}a`, [`${word}b`])).toBeUndefined();
  });
});
