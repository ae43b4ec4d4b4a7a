import { AftercareError } from '@aftercare/core';
import { type PurchaseSummaryOptions, purchaseSummary } from '@aftercare/core/clv';
import { describe, expect, test } from 'vitest';
import { cdnowSummary } from '../../../test/cdnowSummary.js';
import { hasDatasets, NEEDS_DATASETS } from '../../../test/datasets.js';
import { type OrderSketch, sketchedOrder, sketchLog } from '../../../test/sketchLog.js';

const ann = { customerId: 'ann' };
const options: PurchaseSummaryOptions = { calibrationEnd: '2026-03-31', unit: 'days' };
const summaryOf = (orders: readonly OrderSketch[], change: Partial<PurchaseSummaryOptions> = {}) =>
  purchaseSummary(sketchLog(orders), { ...options, ...change });
const ofAnn = (orders: readonly OrderSketch[], change: Partial<PurchaseSummaryOptions> = {}) =>
  summaryOf(orders, change).value?.of('ann');

describe('The history of a customer', () => {
  const orders = [
    { ...ann, day: '2026-01-01', minor: 9000 },
    { ...ann, day: '2026-01-29', minor: 1000 },
    { ...ann, day: '2026-01-29', minor: 500 },
    { ...ann, day: '2026-02-05', minor: 1000, refundedMinor: 250 },
  ];

  test('counts days with a purchase after the first, and their mean amount', () => {
    expect(ofAnn(orders)).toEqual({
      customerId: 'ann',
      unit: 'days',
      frequency: 2,
      recency: 35,
      tenure: 89,
      // (1500 + 750) / 2
      meanAmountMinor: 1125,
    });
  });

  test('is counted in weeks, parts of them too', () => {
    const { recency, tenure } = ofAnn(orders, { unit: 'weeks' }) ?? {};
    expect([recency, tenure]).toEqual([5, 89 / 7]);
  });

  test('of one purchase has no mean of repeat purchases', () => {
    expect(ofAnn([{ ...ann, day: '2026-03-01', minor: 9000 }])).toEqual({
      customerId: 'ann',
      unit: 'days',
      frequency: 0,
      recency: 0,
      tenure: 30,
      meanAmountMinor: null,
    });
  });

  test.each([
    ['2026-02-04', 1, 28, 34],
    ['2026-02-05', 2, 35, 35],
    ['2026-02-06', 2, 35, 36],
  ])('up to %s holds the purchases of that day', (calibrationEnd, frequency, recency, tenure) => {
    expect(ofAnn(orders, { calibrationEnd })).toMatchObject({ frequency, recency, tenure });
  });

  test('leaves out what is no purchase', () => {
    const others = [
      { ...ann, day: '2026-03-01', unpaid: true },
      { ...ann, day: '2026-03-02', minor: 100, refundedMinor: 100 },
      { ...ann, day: '2026-03-03', cancelledAt: '2026-03-03T13:00:00Z' },
      { ...ann, day: '2026-03-04', flags: ['fake_order' as const] },
    ];
    expect(ofAnn([...orders, ...others], { exclude: ['fake_order'] })?.frequency).toBe(2);
    expect(
      ofAnn([...orders, ...others], { exclude: ['fake_order'], refundedOrders: 'count' })?.frequency,
    ).toBe(3);
  });

  test('does not depend on the order in which purchases came in', () => {
    expect(ofAnn([...orders].reverse())).toEqual(ofAnn(orders));
  });
});

describe('A summary', () => {
  test('has the customers who had bought by the day, in columns and rows', () => {
    const { value, basis } = summaryOf([
      { ...ann, day: '2026-01-01' },
      { customerId: 'bob', day: '2026-04-01' },
      { customerId: 'cid', day: '2026-02-01' },
      { customerId: 'cid', day: '2026-02-11' },
    ]);
    expect(value?.count).toBe(2);
    expect([...(value?.frequency ?? [])]).toEqual([0, 1]);
    expect([...(value?.recency ?? [])]).toEqual([0, 10]);
    expect([...(value?.tenure ?? [])]).toEqual([89, 58]);
    expect([...(value?.meanAmountMinor ?? [])]).toEqual([0, 1000]);
    expect(Array.from(value ?? [], ({ customerId }) => customerId)).toEqual(['ann', 'cid']);
    expect(value?.of('bob')).toBeUndefined();
    expect(value?.of('eve')).toBeUndefined();
    expect(basis).toEqual({
      metric: 'purchaseSummary',
      window: null,
      timeZone: 'UTC',
      mergeSameDay: true,
      refundedOrders: 'exclude',
      excluded: { flags: [], orders: 0 },
      asOf: '2026-03-31',
      lastPurchaseDay: '2026-04-01',
      count: 2,
      unit: 'days',
      currency: 'EUR',
      returningCustomers: 1,
    });
  });

  test('of nobody is null', () => {
    const { value, basis } = summaryOf([{ ...ann, day: '2026-04-01' }]);
    expect([value, basis.count, basis.returningCustomers]).toEqual([null, 0, 0]);
  });

  test('stays as it was when the log goes on, but for erased customers', () => {
    const log = sketchLog([
      { ...ann, day: '2026-01-01' },
      { customerId: 'bob', day: '2026-01-01' },
    ]);
    const { value } = purchaseSummary(log, options);
    log.append(sketchedOrder({ id: 'late', ...ann, day: '2026-02-01' }));
    log.append(sketchedOrder({ id: 'new', customerId: 'cid', day: '2026-02-01' }));
    expect([value?.count, value?.of('ann')?.frequency, value?.of('cid')]).toEqual([2, 0, undefined]);
    log.eraseCustomer('bob');
    expect(value?.of('bob')).toBeUndefined();
    expect(Array.from(value ?? [], ({ customerId }) => customerId)).toEqual(['ann']);
    // The purchases of an erased customer stay, and so does their place.
    expect(value?.count).toBe(2);
  });

  test('makes a table of what was computed for each place', () => {
    const { value } = summaryOf([
      { ...ann, day: '2026-01-01' },
      { customerId: 'bob', day: '2026-04-01' },
      { customerId: 'cid', day: '2026-02-01' },
    ]);
    const column = value?.columnOf(Float64Array.of(7, 8));
    expect([column?.of('cid'), column?.of('bob')]).toEqual([{ customerId: 'cid', value: 8 }, undefined]);
    expect([...(column ?? [])]).toEqual([
      { customerId: 'ann', value: 7 },
      { customerId: 'cid', value: 8 },
    ]);
  });

  test.each([
    [{ calibrationEnd: '2026-02-30' }, 'invalid_day', ['calibrationEnd']],
    [{ unit: 'months' as 'weeks' }, 'not_one_of', ['unit']],
  ])('is refused with %j', (change, code, path) => {
    const summarise = () => summaryOf([], change);
    expect(summarise).toThrow(AftercareError);
    expect(summarise).toThrow(expect.objectContaining({ code, path }));
  });
});

describe.skipIf(!hasDatasets)(`The histories of CDNOW (${NEEDS_DATASETS})`, () => {
  test('are those of the literature', () => {
    const { value, basis } = cdnowSummary('sample');
    // Fader, Hardie and Lee (2005): 2,357 customers, of whom 946 came back.
    expect([basis.count, basis.returningCustomers]).toEqual([2357, 946]);
    // Their first customer: x = 2, t_x = 30.43, T = 38.86
    const first = value?.of('00004');
    expect(first?.frequency).toBe(2);
    expect(first?.recency).toBeCloseTo(30.43, 2);
    expect(first?.tenure).toBeCloseTo(38.86, 2);
    // (29.73 + 14.96) / 2
    expect(first?.meanAmountMinor).toBe(2234.5);
  });
});
