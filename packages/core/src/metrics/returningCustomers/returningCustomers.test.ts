import { returningCustomers } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

const year = { from: '2026-01-01', to: '2027-01-01' };

describe('Returning customers', () => {
  test('of this year are those who bought this year, and at any time before that', () => {
    const log = sketchLog([
      { customerId: 'first last year, again this year', day: '2025-05-05' },
      { customerId: 'first last year, again this year', day: '2026-05-05' },
      { customerId: 'twice this year', day: '2026-01-01' },
      { customerId: 'twice this year', day: '2026-12-31' },
      { customerId: 'twice last year', day: '2025-05-05' },
      { customerId: 'twice last year', day: '2025-06-05' },
      { customerId: 'once this year, again next year', day: '2026-12-31' },
      { customerId: 'once this year, again next year', day: '2027-01-01' },
    ]);
    const { value, basis } = returningCustomers(log, { window: year });
    expect([value, basis.count]).toEqual([2, 3]);
  });

  test('have bought on two days, or where days are not merged, twice', () => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-05-05' },
      { customerId: 'ann', day: '2026-05-05' },
    ]);
    expect(returningCustomers(log, { window: year }).value).toBe(0);
    expect(returningCustomers(log, { window: year, mergeSameDay: false }).value).toBe(1);
  });

  test('are none, of no customers, in an empty log', () => {
    const { value, basis } = returningCustomers(sketchLog([]), { window: year });
    expect([value, basis.count, basis.mergeSameDay, basis.window]).toEqual([0, 0, true, year]);
  });

  test('still count when they are erased', () => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-05-05' },
      { customerId: 'ann', day: '2026-06-05' },
    ]);
    log.eraseCustomer('ann');
    expect(returningCustomers(log).value).toBe(1);
  });
});
