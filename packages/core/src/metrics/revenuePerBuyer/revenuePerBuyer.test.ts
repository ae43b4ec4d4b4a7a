import { revenuePerBuyer } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

describe('revenuePerBuyer', () => {
  const log = sketchLog([
    { customerId: 'ann', day: '2026-03-10', minor: 100 },
    { customerId: 'ann', day: '2026-03-20', minor: 300, refundedMinor: 50 },
    { customerId: 'bob', day: '2026-03-20', minor: 250 },
    { customerId: 'eve', day: '2026-03-21', minor: 999, unpaid: true },
  ]);

  test('divides what was kept by the customers who bought', () => {
    expect(revenuePerBuyer(log)).toMatchObject({
      value: 300,
      basis: { numerator: 600, denominator: 2, currency: 'EUR', mergeSameDay: null },
    });
  });

  test('a customer who bought outside the window only is no buyer of it', () => {
    const window = { from: '2026-03-01', to: '2026-03-20' };
    expect(revenuePerBuyer(log, { window })).toMatchObject({ value: 100, basis: { denominator: 1, window } });
  });

  test('an erased customer stays a buyer', () => {
    const erased = sketchLog([{ customerId: 'ann', day: '2026-03-10', minor: 100 }]);
    erased.eraseCustomer('ann');
    expect(revenuePerBuyer(erased).basis).toMatchObject({ numerator: 100, denominator: 1 });
  });

  test('without buyers there is no figure', () => {
    expect(revenuePerBuyer(sketchLog([])).value).toBe(null);
  });
});
