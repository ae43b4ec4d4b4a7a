import { averageOrderValue, growth, newCustomers, revenuePerBuyer } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

const february = { from: '2026-02-01', to: '2026-03-01' };
const march = { from: '2026-03-01', to: '2026-04-01' };

/** A log in which so many customers bought first in February, and so many in March. */
function logOfNew(inFebruary: number, inMarch: number) {
  return sketchLog([
    ...Array.from({ length: inFebruary }, (_, index) => ({ customerId: `feb-${index}`, day: '2026-02-10' })),
    ...Array.from({ length: inMarch }, (_, index) => ({ customerId: `mar-${index}`, day: '2026-03-10' })),
  ]);
}

describe('growth', () => {
  test.each([
    [4, 5, 0.25],
    [4, 4, 0],
    [4, 2, -0.5],
    [4, 0, -1],
    [0, 4, null],
    [0, 0, null],
  ])('from %d to %d is %s', (before, after, value) => {
    const log = logOfNew(before, after);
    const base = newCustomers(log, { window: february });
    const current = newCustomers(log, { window: march });
    expect(growth(base, current)).toEqual({
      value,
      basis: { metric: 'growth', base, current, numerator: after - before, denominator: before },
    });
  });

  test('is null where one of the figures is', () => {
    const log = logOfNew(0, 1);
    const base = averageOrderValue(log, { window: february });
    const current = averageOrderValue(log, { window: march });
    expect(growth(base, current)).toMatchObject({
      value: null,
      basis: { numerator: null, denominator: null },
    });
    expect(growth(current, base)).toMatchObject({
      value: null,
      basis: { numerator: null, denominator: 1000 },
    });
  });

  test.each([
    ['metric', revenuePerBuyer(logOfNew(1, 1))],
    ['excluded', averageOrderValue(logOfNew(1, 1), { exclude: ['gift'] })],
    ['refundedOrders', averageOrderValue(logOfNew(1, 1), { refundedOrders: 'count' })],
    ['timeZone', averageOrderValue(sketchLog([], 'Asia/Shanghai'))],
  ])('refuses figures that differ in %s', (differsIn, current) => {
    expect(() => growth(averageOrderValue(logOfNew(1, 1)), current)).toThrow(
      expect.objectContaining({
        code: 'figures_not_comparable',
        issues: [expect.objectContaining({ details: expect.objectContaining({ differsIn }) })],
      }),
    );
  });
});
