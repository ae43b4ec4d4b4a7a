import { describe, expect, test } from 'vitest';
import { codeSchema, identifierSchema } from '../index.js';

describe('an identifier', () => {
  test.each(['1', 'o-1', 'O 1', '订单1', '😀', 'a\nb', '__proto__', 'x'.repeat(200)])('can be %j', (text) => {
    expect(identifierSchema.parse(text)).toBe(text);
  });

  test.each(['', ' ', ' a', 'a ', 'a\n', '\u3000a', 'a\u00a0', '\ufeffa', 'x'.repeat(201)])(
    'cannot be %j',
    (text) => {
      expect(identifierSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe('a code', () => {
  test.each(['a', 'app_push', 'tier_1', 'a_', 'x'.repeat(64)])('can be %s', (text) => {
    expect(codeSchema.parse(text)).toBe(text);
  });

  test.each(['', '_a', '1a', 'App', 'app-push', 'app push', 'é', 'a\n', 'x'.repeat(65)])(
    'cannot be %j',
    (text) => {
      expect(codeSchema.safeParse(text).success).toBe(false);
    },
  );
});
