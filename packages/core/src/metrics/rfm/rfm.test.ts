import { AftercareError, type RfmThresholds, rfm } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

/** Five customers whose last purchases, counts and sums all differ: eve is best at each. */
const five: readonly OrderSketch[] = [
  { customerId: 'ann', day: '2026-01-01', minor: 100 },
  { customerId: 'bob', day: '2026-01-02', minor: 100 },
  { customerId: 'bob', day: '2026-01-03', minor: 100 },
  ...['04', '05', '06'].map((day) => ({ customerId: 'cid', day: `2026-01-${day}`, minor: 100 })),
  ...['04', '05', '06', '07'].map((day) => ({ customerId: 'dan', day: `2026-01-${day}`, minor: 100 })),
  ...['04', '05', '06', '07', '08'].map((day) => ({ customerId: 'eve', day: `2026-01-${day}`, minor: 100 })),
];

const scoresOf = (orders: readonly OrderSketch[], customerId: string, options = {}) => {
  const row = rfm(sketchLog(orders), { asOf: '2026-01-31', ...options }).value?.of(customerId);
  return row && [row.recencyScore, row.frequencyScore, row.monetaryScore];
};

describe('rfm by rank', () => {
  test('five different customers score 1 to 5 each', () => {
    expect(['ann', 'bob', 'cid', 'dan', 'eve'].map((id) => scoresOf(five, id))).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
      [4, 4, 4],
      [5, 5, 5],
    ]);
  });

  test('gives the raw values beside the scores', () => {
    const { value } = rfm(sketchLog(five), { asOf: '2026-01-31' });
    expect(value?.of('dan')).toEqual({
      customerId: 'dan',
      recencyDays: 24,
      frequency: 4,
      monetaryMinor: 400,
      recencyScore: 4,
      frequencyScore: 4,
      monetaryScore: 4,
      segment: 'important_value',
    });
  });

  test('customers with equal values score equally, and as if none of their equals were worse', () => {
    // Of ten customers eight bought once: nobody is below them, eight are below each of the other two.
    const orders = Array.from({ length: 10 }, (_, index) => ({
      customerId: `c-${index}`,
      day: '2026-01-01',
      minor: index < 8 ? 100 : 200,
    }));
    // 1 + floor(5 * 8 / 10) = 5
    expect([scoresOf(orders, 'c-0'), scoresOf(orders, 'c-7'), scoresOf(orders, 'c-8')]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 5],
    ]);
  });

  test('a single customer has nobody below and scores 1', () => {
    expect(scoresOf([{ customerId: 'ann', day: '2026-01-01' }], 'ann')).toEqual([1, 1, 1]);
  });

  test('of two customers the better one scores 1 + floor(5 / 2) = 3', () => {
    const orders = [
      { customerId: 'ann', day: '2026-01-01', minor: 100 },
      { customerId: 'bob', day: '2026-01-02', minor: 100 },
    ];
    expect([scoresOf(orders, 'ann'), scoresOf(orders, 'bob')]).toEqual([
      [1, 1, 1],
      [3, 1, 1],
    ]);
  });

  test('the bounds of the basis, given as thresholds, give the same scores', () => {
    const log = sketchLog(five);
    const ranked = rfm(log, { asOf: '2026-01-31' });
    const thresholds = ranked.basis.thresholds as RfmThresholds;
    const fixed = rfm(log, { asOf: '2026-01-31', thresholds });
    expect([...(fixed.value ?? [])]).toEqual([...(ranked.value ?? [])]);
    expect([ranked.basis.scoring, fixed.basis.scoring]).toEqual(['rank', 'thresholds']);
  });
});

describe('what rfm counts', () => {
  const order = { customerId: 'ann', minor: 100 };

  test.each([
    ['2026-01-30', undefined],
    ['2026-01-31', 0],
    ['2026-02-01', 1],
  ])('seen from %s, a purchase of 2026-01-31 is %s days old', (asOf, days) => {
    const { value } = rfm(sketchLog([{ ...order, day: '2026-01-31' }]), { asOf });
    expect(value?.of('ann')?.recencyDays).toBe(days);
  });

  test('a purchase of the day before the window does not count, one of its first day does', () => {
    const log = sketchLog([
      { ...order, day: '2026-01-09' },
      { ...order, day: '2026-01-10' },
      { ...order, day: '2026-01-11' },
    ]);
    const options = { asOf: '2026-01-31', window: { from: '2026-01-10', to: '2026-01-11' } };
    expect(rfm(log, options).value?.of('ann')).toMatchObject({ recencyDays: 21, frequency: 1 });
  });

  test('orders of one day are one purchase unless they are to be two, and their money counts either way', () => {
    const log = sketchLog([
      { ...order, day: '2026-01-10' },
      { ...order, day: '2026-01-10' },
    ]);
    const options = { asOf: '2026-01-31' };
    expect(rfm(log, options).value?.of('ann')).toMatchObject({ frequency: 1, monetaryMinor: 200 });
    expect(rfm(log, { ...options, mergeSameDay: false }).value?.of('ann')).toMatchObject({ frequency: 2 });
  });

  test('a partial refund lowers the money, a whole one takes the purchase away', () => {
    const log = sketchLog([
      { ...order, day: '2026-01-10', refundedMinor: 30 },
      { ...order, day: '2026-01-11', refundedMinor: 100 },
    ]);
    const options = { asOf: '2026-01-31' };
    expect(rfm(log, options).value?.of('ann')).toMatchObject({
      recencyDays: 21,
      frequency: 1,
      monetaryMinor: 70,
    });
    expect(rfm(log, { ...options, refundedOrders: 'count' }).value?.of('ann')).toMatchObject({
      recencyDays: 20,
      frequency: 2,
      monetaryMinor: 70,
    });
  });

  test('excluded orders are left out and counted in the basis', () => {
    const log = sketchLog([
      { ...order, day: '2026-01-10' },
      { ...order, day: '2026-01-11', flags: ['fake_order'] },
    ]);
    const { value, basis } = rfm(log, { asOf: '2026-01-31', exclude: ['fake_order'] });
    expect(value?.of('ann')).toMatchObject({ recencyDays: 21, frequency: 1 });
    expect(basis.excluded).toEqual({ flags: ['fake_order'], orders: 1 });
  });

  test('without a purchase there is no value, and the basis says so', () => {
    const { value, basis } = rfm(sketchLog([{ ...order, day: '2026-01-10', unpaid: true }]), {
      asOf: '2026-01-31',
    });
    expect(value).toBe(null);
    expect(basis).toMatchObject({ count: 0, thresholds: null, asOf: '2026-01-31', lastPurchaseDay: null });
  });

  test('an erased customer has no row any more, while others rank as before', () => {
    const log = sketchLog(five);
    const taken = rfm(log, { asOf: '2026-01-31' }).value;
    log.eraseCustomer('ann');
    const anew = rfm(log, { asOf: '2026-01-31' });
    for (const table of [taken, anew.value]) {
      expect(Array.from(table ?? [], (row) => row.customerId).sort()).toEqual(['bob', 'cid', 'dan', 'eve']);
      expect(table?.of('ann')).toBe(undefined);
      expect(table?.of('bob')?.frequencyScore).toBe(2);
    }
    expect(anew.basis.count).toBe(5);
  });

  test('a table stays as it was taken when the log goes on', () => {
    const log = sketchLog([{ ...order, day: '2026-01-10' }]);
    const taken = rfm(log, { asOf: '2026-01-31' }).value;
    const later = sketchLog([{ customerId: 'bob', day: '2026-01-10' }]).ordersOf('bob')[0];
    if (later === undefined) throw new Error('The sketch has this order.');
    log.append({
      id: 'later',
      customerId: 'bob',
      total: later.total,
      placedAt: later.placedAt,
      paidAt: later.placedAt,
    });
    expect(Array.from(taken ?? [], (row) => row.customerId)).toEqual(['ann']);
    expect(taken?.of('bob')).toBe(undefined);
  });
});

describe('segments of rfm', () => {
  test('their sizes cover all customers and all money', () => {
    const segments = rfm(sketchLog(five), { asOf: '2026-01-31' }).value?.segments ?? [];
    // ann, bob and cid are low in all, dan and eve high in all.
    expect(segments.filter(({ customers }) => customers > 0)).toEqual([
      { code: 'important_value', customers: 2, monetaryMinor: 900 },
      { code: 'general_winning_back', customers: 3, monetaryMinor: 600 },
    ]);
    expect(segments).toHaveLength(8);
  });

  test('a table of the shop replaces the default', () => {
    const name = { en: 'All', 'zh-CN': '全部' };
    const options = { asOf: '2026-01-31', segments: [{ code: 'all', name, where: [{}] }] };
    expect(rfm(sketchLog(five), options).value?.of('ann')?.segment).toBe('all');
  });

  test.each([
    [{ segments: [] }, 'out_of_range', ['segments']],
    [
      { thresholds: { recencyDays: [1, 2, 3, 4], frequency: [4, 3, 2, 1], monetaryMinor: [1, 2, 3, 4] } },
      'bounds_not_ascending',
      ['thresholds', 'frequency'],
    ],
    [{ asOf: '2026-02-30' }, 'invalid_day', ['asOf']],
  ])('refuses %j as %s', (options, code, path) => {
    const call = () => rfm(sketchLog([]), { asOf: '2026-01-31', ...options } as Parameters<typeof rfm>[1]);
    expect(call).toThrow(AftercareError);
    expect(call).toThrow(expect.objectContaining({ code, path }));
  });
});
