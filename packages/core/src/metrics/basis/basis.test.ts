import { metricBasis, purchaseSelection, ratioMetric } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchedOrder, sketchLog } from '../../../test/sketchLog.js';

describe('The basis of a metric', () => {
  test('says what a figure rests on', () => {
    const log = sketchLog(
      [
        { customerId: 'ann', day: '2026-02-28' },
        { customerId: 'bob', day: '2026-03-01', flags: ['sample'] },
        { customerId: 'bob', day: '2026-04-01', flags: ['sample'] },
      ],
      'Europe/Berlin',
    );
    const window = { from: '2026-02-01', to: '2026-04-01' };
    const selection = purchaseSelection({ window, exclude: ['sample'], refundedOrders: 'count' });
    expect(metricBasis('any', log, selection, true)).toEqual({
      metric: 'any',
      window,
      timeZone: 'Europe/Berlin',
      mergeSameDay: true,
      refundedOrders: 'count',
      excluded: { flags: ['sample'], orders: 1 },
      asOf: '2026-04-01',
    });
  });

  test('is as of the last purchase, also when that is moved, cancelled or refunded', () => {
    const log = sketchLog([
      { id: 'o-1', customerId: 'ann', day: '2026-02-01' },
      { id: 'o-2', customerId: 'ann', day: '2026-03-01' },
    ]);
    const asOfAfter = (sketch: object) => {
      log.append(sketchedOrder({ id: 'o-2', customerId: 'ann', day: '2026-03-01', ...sketch }));
      return metricBasis('any', log, purchaseSelection(), null).asOf;
    };
    expect(asOfAfter({ refundedMinor: 1000 })).toBe('2026-03-01');
    expect(asOfAfter({ cancelledAt: '2026-03-02T12:00:00Z' })).toBe('2026-02-01');
    expect(asOfAfter({ day: '2026-02-15' })).toBe('2026-02-15');
    expect(asOfAfter({ day: '2026-01-15' })).toBe('2026-02-01');
    expect(asOfAfter({})).toBe('2026-03-01');
  });

  test('gives a value only where there is something to divide by', () => {
    const basis = metricBasis('any', sketchLog([]), purchaseSelection(), null);
    expect(ratioMetric(basis, 3, 4)).toEqual({
      value: 0.75,
      basis: { ...basis, numerator: 3, denominator: 4 },
    });
    expect(ratioMetric(basis, 0, 0).value).toBeNull();
  });
});
