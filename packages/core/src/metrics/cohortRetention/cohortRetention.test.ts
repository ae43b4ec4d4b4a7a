import { cohortRetention } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

const tableOf = (orders: readonly OrderSketch[], options = {}) =>
  Object.fromEntries(
    (cohortRetention(sketchLog(orders), options).value ?? []).map(({ month, cells }) => [
      month,
      cells.map(({ customers }) => customers),
    ]),
  );

describe('cohortRetention', () => {
  const orders: readonly OrderSketch[] = [
    { customerId: 'ann', day: '2025-11-30' },
    { customerId: 'ann', day: '2025-12-01' },
    { customerId: 'bob', day: '2025-11-01' },
    { customerId: 'bob', day: '2026-02-28' },
    { customerId: 'bob', day: '2026-02-01' },
    { customerId: 'cid', day: '2026-01-31' },
  ];

  test('counts each customer once a month, in the cohort of the first purchase', () => {
    // November: both; December: ann, who came back after one day; January: nobody; February: bob, once.
    expect(tableOf(orders)).toEqual({ '2025-11': [2, 1, 0, 1], '2026-01': [1, 0] });
  });

  test('each cell tells its month and its share of the cohort', () => {
    const { value, basis } = cohortRetention(sketchLog(orders));
    expect(value?.[0]?.cells[3]).toEqual({ month: '2026-02', monthsLater: 3, customers: 1, share: 0.5 });
    expect(basis).toMatchObject({ metric: 'cohortRetention', count: 3, asOf: '2026-02-28', window: null });
  });

  test('with a window, cohorts are of its new customers, and nothing after it is known', () => {
    const window = { from: '2025-11-02', to: '2026-02-01' };
    // bob bought first on the day before the window; cid on its last day.
    expect(tableOf(orders, { window })).toEqual({ '2025-11': [1, 1, 0], '2026-01': [1] });
  });

  test.each([
    ['2026-02-14', 1],
    ['2026-02-15', 0],
    ['2026-02-16', 0],
  ])('a purchase on %s counts %d times in a window to 2026-02-15', (day, customers) => {
    const window = { from: '2026-01-01', to: '2026-02-15' };
    const purchases = ['2026-01-01', day, '2026-03-01'].map((each) => ({ customerId: 'ann', day: each }));
    expect(tableOf(purchases, { window })).toEqual({ '2026-01': [1, customers] });
  });

  test('cells reach to the last month that is known, also where only excluded orders are', () => {
    const fake: OrderSketch = { customerId: 'dan', day: '2026-03-01', flags: ['fake_order'] };
    expect(tableOf([...orders, fake], { exclude: ['fake_order'] })).toEqual({
      '2025-11': [2, 1, 0, 1, 0],
      '2026-01': [1, 0, 0],
    });
  });

  test('months are those of the shop', () => {
    const order = { customerId: 'ann', day: '2026-01-31', paidAt: '2026-01-31T16:00:00Z' };
    expect(cohortRetention(sketchLog([order], 'Asia/Shanghai')).value?.[0]?.month).toBe('2026-02');
  });

  test('without a purchase in the window there is no cohort', () => {
    expect(cohortRetention(sketchLog([])).value).toBe(null);
    expect(
      cohortRetention(sketchLog(orders), { window: { from: '2024-01-01', to: '2025-01-01' } }).value,
    ).toBe(null);
    expect(
      cohortRetention(sketchLog(orders), { window: { from: '2027-01-01', to: '2028-01-01' } }).value,
    ).toBe(null);
  });
});
