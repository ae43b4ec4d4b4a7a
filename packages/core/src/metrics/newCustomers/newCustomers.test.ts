import { newCustomers } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

describe('newCustomers', () => {
  const window = { from: '2026-03-01', to: '2026-04-01' };

  test.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('who bought first on %s makes %d new customers of March', (day, count) => {
    expect(newCustomers(sketchLog([{ customerId: 'ann', day }]), { window }).value).toBe(count);
  });

  test('who bought before the window is not new in it, only there', () => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-02-28' },
      { customerId: 'ann', day: '2026-03-10' },
      { customerId: 'bob', day: '2026-03-10' },
    ]);
    expect(newCustomers(log, { window })).toMatchObject({ value: 1, basis: { count: 2 } });
  });

  test.each([
    ['was cancelled', { cancelledAt: '2026-02-02T12:00:00Z' }],
    ['was wholly refunded', { minor: 100, refundedMinor: 100 }],
    ['was never paid', { unpaid: true }],
  ])('an earlier order that %s makes no old customer', (_, fate) => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-02-01', ...fate },
      { customerId: 'ann', day: '2026-03-10' },
    ]);
    expect(newCustomers(log, { window }).value).toBe(1);
  });

  test('an earlier purchase that is excluded makes no old customer', () => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-02-01', flags: ['sample'] },
      { customerId: 'ann', day: '2026-03-10' },
    ]);
    expect(newCustomers(log, { window }).value).toBe(0);
    expect(newCustomers(log, { window, exclude: ['sample'] }).value).toBe(1);
  });

  test('of no orders there are no new customers, which is a figure', () => {
    expect(newCustomers(sketchLog([])).value).toBe(0);
  });
});
