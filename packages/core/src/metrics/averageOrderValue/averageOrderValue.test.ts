import { averageOrderValue, multiplyMoney } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchLog } from '../../../test/sketchLog.js';

describe('averageOrderValue', () => {
  const ann = { customerId: 'ann', day: '2026-03-10' };

  test('two orders of one customer and day are two', () => {
    const { value, basis } = averageOrderValue(
      sketchLog([
        { ...ann, minor: 100 },
        { ...ann, minor: 300 },
      ]),
    );
    expect(value).toBe(200);
    expect(basis).toMatchObject({
      metric: 'averageOrderValue',
      numerator: 400,
      denominator: 2,
      currency: 'EUR',
      mergeSameDay: false,
    });
  });

  test.each([
    ['nothing', 0, 'exclude', 300, 2],
    ['a part', 40, 'exclude', 260, 2],
    ['all but one', 99, 'exclude', 201, 2],
    ['all', 100, 'exclude', 200, 1],
    ['all', 100, 'count', 200, 2],
  ] as const)(
    'of an order of which %s (%d) went back, refunds %s',
    (_, refundedMinor, refundedOrders, sum, count) => {
      const log = sketchLog([
        { ...ann, minor: 100, refundedMinor },
        { ...ann, minor: 200 },
      ]);
      expect(averageOrderValue(log, { refundedOrders }).basis).toMatchObject({
        numerator: sum,
        denominator: count,
      });
    },
  );

  test.each([
    ['2026-03-09', '2026-03-10', 0],
    ['2026-03-10', '2026-03-11', 1],
    ['2026-03-11', '2026-03-12', 0],
  ])('from %s to %s there are %d orders', (from, to, orders) => {
    expect(averageOrderValue(sketchLog([ann]), { window: { from, to } }).basis.denominator).toBe(orders);
  });

  test('a free order counts as an order', () => {
    expect(
      averageOrderValue(
        sketchLog([
          { ...ann, minor: 0 },
          { ...ann, minor: 100 },
        ]),
      ).value,
    ).toBe(50);
  });

  test('without orders there is no average', () => {
    expect(averageOrderValue(sketchLog([{ ...ann, unpaid: true }])).value).toBe(null);
  });

  test('the basis gives an exact amount to show', () => {
    const { basis } = averageOrderValue(
      sketchLog([
        { ...ann, minor: 100 },
        { ...ann, minor: 101 },
      ]),
    );
    const ratio = { numerator: 1, denominator: basis.denominator };
    expect(multiplyMoney({ minor: basis.numerator, currency: basis.currency }, ratio, 'half_up')).toEqual({
      minor: 101,
      currency: 'EUR',
    });
  });

  test('a revenue that leaves the safe integers is an error, not a rounded figure', () => {
    const log = sketchLog([
      { ...ann, minor: Number.MAX_SAFE_INTEGER },
      { ...ann, minor: 2 },
    ]);
    expect(() => averageOrderValue(log)).toThrow(expect.objectContaining({ code: 'unsafe_amount' }));
  });
});
