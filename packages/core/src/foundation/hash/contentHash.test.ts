import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { AftercareError } from '../error/index.js';
import { contentHash } from './index.js';

test('a content hash is the SHA-256 of the value with its keys sorted', () => {
  const expected = createHash('sha256').update('{"name":"会员日","weights":[1,2.5]}').digest('hex');
  expect(contentHash({ weights: [1, 2.5], name: '会员日' })).toBe(expected);
});

test('a content hash tells a text from a number and an absent key from null', () => {
  const hashes = [{ a: 1 }, { a: '1' }, { a: null }, {}, { a: [1] }].map(contentHash);
  expect(new Set(hashes).size).toBe(5);
});

test('a value that JSON cannot carry has no content hash', () => {
  expect(() => contentHash({ at: new Date(0) })).toThrow(AftercareError);
});
