import { historicalRepurchaseRate } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

describe('The historical repurchase rate', () => {
  const log = sketchLog([
    { customerId: 'ann', day: '2019-01-01' },
    { customerId: 'ann', day: '2026-01-01' },
    { customerId: 'bob', day: '2020-01-01' },
    { customerId: 'bob', day: '2020-01-01', flags: ['test'] },
    { customerId: 'cid', day: '2021-01-01' },
    { customerId: 'dan', day: '2021-01-01', unpaid: true },
  ]);

  test('is the share of all customers who ever came back', () => {
    const { value, basis } = historicalRepurchaseRate(log);
    expect(value).toBe(1 / 3);
    expect(basis).toEqual({
      metric: 'historicalRepurchaseRate',
      window: null,
      timeZone: 'UTC',
      mergeSameDay: true,
      refundedOrders: 'exclude',
      excluded: { flags: [], orders: 0 },
      asOf: '2026-01-01',
      numerator: 1,
      denominator: 3,
    });
  });

  test('takes the same options as the rates with a window', () => {
    expect(historicalRepurchaseRate(log, { mergeSameDay: false }).value).toBe(2 / 3);
    const withoutTests = historicalRepurchaseRate(log, { mergeSameDay: false, exclude: ['test'] });
    expect(withoutTests.value).toBe(1 / 3);
    expect(withoutTests.basis.excluded).toEqual({ flags: ['test'], orders: 1 });
  });

  test('is null when nobody has bought', () => {
    expect(historicalRepurchaseRate(sketchLog([])).value).toBeNull();
  });
});
