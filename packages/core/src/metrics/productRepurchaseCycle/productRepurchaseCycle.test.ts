import { productRepurchaseCycle, productRepurchaseCycles } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

const measure = (orders: readonly OrderSketch[], options = {}) =>
  productRepurchaseCycle(sketchLog(orders), 'tea', { minimumPairs: 1, ...options });

const ann = { customerId: 'ann' };

describe('productRepurchaseCycle', () => {
  test('two bottles, again after 60 days: 30 days a bottle', () => {
    const orders = [
      { ...ann, day: '2026-01-01', pieces: { tea: 2 } },
      { ...ann, day: '2026-03-02', pieces: { tea: 1 } },
    ];
    expect(measure(orders)).toMatchObject({
      value: 30,
      basis: { source: 'measured', count: 1, customers: 1, measuredCycleDays: 30, sku: 'tea' },
    });
  });

  test('is the mean over all pairs of all customers', () => {
    const orders = [
      { ...ann, day: '2026-01-01', pieces: { tea: 1 } },
      { ...ann, day: '2026-01-11', pieces: { tea: 2 } },
      { ...ann, day: '2026-01-31', pieces: { tea: 1 } },
      { customerId: 'bob', day: '2026-01-01', pieces: { tea: 3 } },
      { customerId: 'bob', day: '2026-01-31', pieces: { tea: 3 } },
    ];
    // 10 / 1, 20 / 2, 30 / 3
    expect(measure(orders)).toMatchObject({ value: 10, basis: { count: 3, customers: 2 } });
  });

  test('pieces of one day are added up, over lines and orders', () => {
    const orders: OrderSketch[] = [
      { ...ann, day: '2026-01-01', pieces: { tea: 1 } },
      { ...ann, day: '2026-01-01', pieces: { tea: 2, cup: 5 } },
      { ...ann, day: '2026-01-31', pieces: { tea: 1 } },
    ];
    expect(measure(orders)).toMatchObject({ value: 10, basis: { count: 1 } });
  });

  test('what else was bought in between does not part a pair', () => {
    const orders = [
      { ...ann, day: '2026-01-01', pieces: { tea: 1 } },
      { ...ann, day: '2026-01-05', pieces: { cup: 1 } },
      { ...ann, day: '2026-01-31', pieces: { tea: 1 } },
    ];
    expect(measure(orders).value).toBe(30);
  });

  test('is the same to the last bit, whichever customer came in first', () => {
    // 1 / 10, 1 / 5 and 6 / 20 days a piece: as binary numbers 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ.
    const pair = (customerId: string, pieces: number, day: string): OrderSketch[] => [
      { customerId, day: '2026-01-01', pieces: { tea: pieces } },
      { customerId, day, pieces: { tea: 1 } },
    ];
    const pairs = [
      pair('ann', 10, '2026-01-02'),
      pair('bob', 5, '2026-01-02'),
      pair('cid', 20, '2026-01-07'),
    ];
    expect(measure([...pairs].reverse().flat()).value).toBe(measure(pairs.flat()).value);
  });

  test('purchases of two customers make no pair', () => {
    const orders = [
      { ...ann, day: '2026-01-01', pieces: { tea: 1 } },
      { customerId: 'bob', day: '2026-01-31', pieces: { tea: 1 } },
    ];
    expect(measure(orders)).toMatchObject({ value: null, basis: { source: 'none', count: 0, customers: 0 } });
  });

  test.each([
    [19, 'declared', 40],
    [20, 'measured', 30],
    [21, 'measured', 30],
  ])('with %d pairs and a minimum of 20 the cycle is %s', (pairs, source, value) => {
    const orders = Array.from({ length: pairs }, (_, index) => [
      { customerId: `c-${index}`, day: '2026-01-01', pieces: { tea: 1 } },
      { customerId: `c-${index}`, day: '2026-01-31', pieces: { tea: 1 } },
    ]).flat();
    const { value: cycle, basis } = productRepurchaseCycle(sketchLog(orders), 'tea', {
      declaredCycleDays: { tea: 40 },
    });
    expect([cycle, basis.source]).toEqual([value, source]);
    expect(basis).toMatchObject({ count: pairs, customers: pairs, minimumPairs: 20, measuredCycleDays: 30 });
  });

  test('below the minimum and without a declared cycle there is none', () => {
    expect(productRepurchaseCycle(sketchLog([]), 'tea')).toMatchObject({
      value: null,
      basis: { source: 'none', count: 0, measuredCycleDays: null },
    });
  });

  test('a SKU named like something of every object is nothing special', () => {
    expect(productRepurchaseCycle(sketchLog([]), 'constructor', { declaredCycleDays: {} }).value).toBe(null);
  });

  test('refunded, cancelled and excluded orders make no pair', () => {
    const orders: OrderSketch[] = [
      { ...ann, day: '2026-01-01', pieces: { tea: 1 } },
      { ...ann, day: '2026-01-11', pieces: { tea: 1 }, minor: 100, refundedMinor: 100 },
      { ...ann, day: '2026-01-12', pieces: { tea: 1 }, cancelledAt: '2026-01-13T12:00:00Z' },
      { ...ann, day: '2026-01-13', pieces: { tea: 1 }, flags: ['gift'] },
      { ...ann, day: '2026-01-31', pieces: { tea: 1 } },
    ];
    expect(measure(orders, { exclude: ['gift'] })).toMatchObject({ value: 30, basis: { count: 1 } });
  });

  test('with a window both days of a pair lie in it', () => {
    const orders = ['2026-01-09', '2026-01-10', '2026-01-30', '2026-01-31'].map((day) => ({
      ...ann,
      day,
      pieces: { tea: 1 },
    }));
    const window = { from: '2026-01-10', to: '2026-01-31' };
    expect(measure(orders, { window })).toMatchObject({ value: 20, basis: { count: 1, window } });
  });

  test.each([
    [{ minimumPairs: 0 }, 'out_of_range', ['minimumPairs']],
    [{ minimumPairs: 1.5 }, 'not_multiple_of', ['minimumPairs']],
    [{ declaredCycleDays: { tea: 0 } }, 'out_of_range', ['declaredCycleDays', 'tea']],
    [{ declaredCycleDays: { tea: Number.NaN } }, 'out_of_range', ['declaredCycleDays', 'tea']],
  ])('refuses %j as %s', (options, code, path) => {
    expect(() => measure([], options)).toThrow(expect.objectContaining({ code, path }));
  });
});

describe('productRepurchaseCycles', () => {
  test('has every SKU that was bought or declared, sorted', () => {
    const log = sketchLog([
      { ...ann, day: '2026-01-01', pieces: { tea: 1, cup: 1 } },
      { ...ann, day: '2026-01-11', pieces: { tea: 1 } },
      { ...ann, day: '2026-01-12', pieces: { mat: 1 }, unpaid: true },
    ]);
    const cycles = productRepurchaseCycles(log, { minimumPairs: 1, declaredCycleDays: { box: 7, cup: 90 } });
    expect(cycles.map(({ value, basis }) => [basis.sku, value, basis.source])).toEqual([
      ['box', 7, 'declared'],
      ['cup', 90, 'declared'],
      ['tea', 10, 'measured'],
    ]);
  });
});
