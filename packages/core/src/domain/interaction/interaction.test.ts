import { describe, expect, test } from 'vitest';
import { type Interaction, parseInteraction } from '../index.js';

const visit: Interaction = { id: 'i-1', customerId: 'c-1', kind: 'visit', at: '2026-03-05T21:00:00+08:00' };

describe('an interaction', () => {
  test.each(['visit', 'share', 'referral', 'photo_review', 'message'] as const)(
    'of the kind %s is read as it is, also from JSON',
    (kind) => {
      const interaction: Interaction = { ...visit, kind };
      expect(parseInteraction(interaction)).toEqual({ ok: true, value: interaction });
      expect(parseInteraction(JSON.parse(JSON.stringify(interaction)))).toEqual({
        ok: true,
        value: interaction,
      });
    },
  );

  test.each<[string, object, string, string[]]>([
    ['of an unknown kind', { kind: 'like' }, 'not_one_of', ['kind']],
    ['of nobody', { customerId: '' }, 'invalid_format', ['customerId']],
    ['at no moment', { at: '2026-03-05T21:00:00' }, 'invalid_instant', ['at']],
    ['with an unknown key', { url: '/' }, 'unknown_key', []],
  ])('%s is refused', (_, change, code, path) => {
    const result = parseInteraction({ ...visit, ...change });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code, path }]);
  });
});
