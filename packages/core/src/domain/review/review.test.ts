import { describe, expect, test } from 'vitest';
import { parseReview, type Review } from '../index.js';

const review: Review = { id: 'v-1', customerId: 'c-1', rating: 5, at: '2026-03-05T21:00:00+08:00' };

describe('a review', () => {
  test.each<[string, Review]>([
    ['of the shop', review],
    ['of an article of an order', { ...review, orderId: 'o-1', sku: 'cream-50' }],
  ])('%s is read as it is, also from JSON', (_, value) => {
    expect(parseReview(value)).toEqual({ ok: true, value });
    expect(parseReview(JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
  });

  test.each([
    [0, 'out_of_range'],
    [1, undefined],
    [5, undefined],
    [6, 'out_of_range'],
    [4.5, 'not_multiple_of'],
    ['5', 'invalid_type'],
  ])('of %j stars has the issue %s', (rating, code) => {
    const result = parseReview({ ...review, rating });
    expect(result.ok ? [] : result.issues).toMatchObject(
      code === undefined ? [] : [{ code, path: ['rating'] }],
    );
  });

  test('does not carry its text, which no decision needs', () => {
    const result = parseReview({ ...review, text: 'Lovely.' });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'unknown_key', details: { key: 'text' } }]);
  });
});
