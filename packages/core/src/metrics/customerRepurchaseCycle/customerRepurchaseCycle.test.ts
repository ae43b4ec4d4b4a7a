import { customerRepurchaseCycle } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

describe('The customer repurchase cycle', () => {
  // Cycles: ann (10 + 20) / 2 = 15, bob 30, cid 60; dan has none.
  const log = sketchLog([
    { customerId: 'ann', day: '2026-02-01' },
    { customerId: 'ann', day: '2026-02-11' },
    { customerId: 'ann', day: '2026-02-11' },
    { customerId: 'ann', day: '2026-03-03' },
    { customerId: 'bob', day: '2026-02-01' },
    { customerId: 'bob', day: '2026-03-03' },
    { customerId: 'cid', day: '2026-02-01' },
    { customerId: 'cid', day: '2026-04-02' },
    { customerId: 'dan', day: '2026-02-01' },
    { customerId: 'dan', day: '2026-02-01' },
  ]);

  test('is the plain mean of the cycles of the customers who came back on another day', () => {
    const { value, basis } = customerRepurchaseCycle(log);
    expect(value).toEqual({ meanDays: 35, medianDays: 30, pooledMeanGapDays: 30 });
    expect(basis).toEqual({
      metric: 'customerRepurchaseCycle',
      window: null,
      timeZone: 'UTC',
      mergeSameDay: true,
      refundedOrders: 'exclude',
      excluded: { flags: [], orders: 0 },
      asOf: '2026-04-02',
      count: 3,
      gaps: 4,
      sumOfGapDays: 120,
    });
  });

  test('sees no gap that reaches across the bounds of its window', () => {
    // Left are ann's 2026-02-11 and 2026-03-03.
    const { value, basis } = customerRepurchaseCycle(log, {
      window: { from: '2026-02-02', to: '2026-03-04' },
    });
    expect(value).toEqual({ meanDays: 20, medianDays: 20, pooledMeanGapDays: 20 });
    expect([basis.count, basis.gaps, basis.sumOfGapDays]).toEqual([1, 1, 20]);
  });

  test('is null when nobody came back', () => {
    const { value, basis } = customerRepurchaseCycle(log, {
      window: { from: '2026-02-01', to: '2026-02-02' },
    });
    expect([value, basis.count, basis.gaps]).toEqual([null, 0, 0]);
  });

  test('sees the gap that an order between two others splits', () => {
    const days = ['2026-01-01', '2026-01-31', '2026-01-11'];
    const { value } = customerRepurchaseCycle(sketchLog(days.map((day) => ({ customerId: 'ann', day }))));
    expect(value?.meanDays).toBe(15);
  });

  test('reaches over days before 1970 and over centuries', () => {
    const days = ['0001-01-01', '1969-12-31', '9999-12-31'];
    const { basis } = customerRepurchaseCycle(sketchLog(days.map((day) => ({ customerId: 'ann', day }))));
    // From the first to the last day that there is.
    expect([basis.gaps, basis.sumOfGapDays]).toEqual([2, 3_652_058]);
  });
});
