import { relatedProducts } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

/** Purchases of several customers on one day, each given by its articles. */
const baskets = (...contents: readonly string[]): OrderSketch[] =>
  contents.map((skus, index) => ({
    customerId: `c-${index}`,
    day: '2026-03-10',
    pieces: Object.fromEntries(skus.split(' ').map((sku) => [sku, 1])),
  }));

const related = (orders: readonly OrderSketch[], options = {}) =>
  relatedProducts(sketchLog(orders), 'tea', { minimumCases: 1, ...options });

describe('what is bought together', () => {
  test('support, confidence and lift of a worked case', () => {
    // 5 purchases; tea in 4, cup in 3, both in 3; mat in 2, with tea in 1.
    const { value, basis } = related(baskets('tea cup', 'tea cup', 'tea cup', 'tea mat', 'mat'));
    expect(value).toEqual([
      { sku: 'cup', cases: 3, support: 3 / 5, confidence: 3 / 4, lift: 3 / 4 / (3 / 5) },
      { sku: 'mat', cases: 1, support: 1 / 5, confidence: 1 / 4, lift: 1 / 4 / (2 / 5) },
    ]);
    expect(basis).toMatchObject({
      count: 5,
      casesWithSku: 4,
      sku: 'tea',
      relation: 'together',
      minimumCases: 1,
    });
  });

  test('all orders of a day are one purchase, and an article twice in it is there once', () => {
    const ann = { customerId: 'ann', day: '2026-03-10' };
    const orders = [
      { ...ann, pieces: { tea: 1 } },
      { ...ann, pieces: { cup: 2, tea: 1 } },
    ];
    expect(related(orders)).toMatchObject({
      value: [{ sku: 'cup', cases: 1 }],
      basis: { count: 1, casesWithSku: 1 },
    });
  });

  test.each([
    [19, []],
    [20, ['cup']],
    [21, ['cup']],
  ])('%d cases are %j for the minimum of 20', (cases, skus) => {
    const { value } = relatedProducts(sketchLog(baskets(...Array(cases).fill('tea cup'))), 'tea');
    expect(value?.map(({ sku }) => sku)).toEqual(skus);
  });

  test('articles of equal lift stand by cases, then by name', () => {
    const { value } = related(baskets('tea cup', 'tea cup', 'tea box', 'tea ace'));
    expect(value?.map(({ sku }) => sku)).toEqual(['cup', 'ace', 'box']);
  });

  test('a SKU that nobody bought has no figure, one that is always bought alone has an empty list', () => {
    expect(related(baskets('cup')).value).toBe(null);
    expect(related([]).value).toBe(null);
    expect(related(baskets('tea', 'cup')).value).toEqual([]);
  });

  test('orders without lines are passed over', () => {
    const orders = [...baskets('tea cup'), { customerId: 'ann', day: '2026-03-10' }];
    expect(related(orders).basis.count).toBe(1);
  });
});

describe('what is bought next', () => {
  const on = (day: string, skus: string, customerId = 'ann'): OrderSketch => ({
    customerId,
    day,
    pieces: Object.fromEntries(skus.split(' ').map((sku) => [sku, 1])),
  });

  test('is what the customer buys in the very next purchase', () => {
    const orders = [
      on('2026-03-01', 'tea'),
      on('2026-03-02', 'cup'),
      on('2026-03-03', 'mat'),
      on('2026-03-01', 'tea', 'bob'),
      on('2026-03-05', 'mat', 'bob'),
      on('2026-03-01', 'tea', 'eve'),
    ];
    // Cases: ann tea > cup, ann cup > mat, bob tea > mat. The mat follows in two of three.
    const { value, basis } = related(orders, { relation: 'next' });
    expect(value).toEqual([
      { sku: 'cup', cases: 1, support: 1 / 3, confidence: 1 / 2, lift: 1 / 2 / (1 / 3) },
      { sku: 'mat', cases: 1, support: 1 / 3, confidence: 1 / 2, lift: 1 / 2 / (2 / 3) },
    ]);
    expect(basis).toMatchObject({ count: 3, casesWithSku: 2, relation: 'next' });
  });

  test('the same article again is its own cycle, not a related product', () => {
    const orders = [on('2026-03-01', 'tea'), on('2026-03-02', 'tea cup')];
    expect(related(orders, { relation: 'next' }).value?.map(({ sku }) => sku)).toEqual(['cup']);
  });

  test('a last purchase is no case', () => {
    expect(related([on('2026-03-01', 'tea')], { relation: 'next' })).toMatchObject({
      value: null,
      basis: { count: 0 },
    });
  });
});

test.each([
  [{ minimumCases: 0 }, 'out_of_range', ['minimumCases']],
  [{ relation: 'after' }, 'not_one_of', ['relation']],
])('refuses %j as %s', (options, code, path) => {
  expect(() => related([], options)).toThrow(expect.objectContaining({ code, path }));
});
