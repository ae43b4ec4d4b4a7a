import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHash } from './index.js';

const json = fc.jsonValue({ stringUnit: 'grapheme' });

describe('canonical JSON', () => {
  test('reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('is the same after a round trip', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('the content hash', () => {
  test('is the SHA-256 of the canonical text in UTF-8, as OpenSSL computes it', () => {
    fc.assert(
      fc.property(json, (value) => {
        const expected = createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
        expect(contentHash(value)).toBe(expected);
      }),
    );
  });
});

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, withKeysReversed(item)])
      .reverse(),
  );
}
