import { customerIndexOf, type OrderLog } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchedOrder, sketchLog } from '../../test/sketchLog.js';

/** The ids of a customer's orders as they stand in the index. */
function indexed(log: OrderLog, customerId: string): string[] {
  const customer = log.customerNumberOf(customerId) ?? Number.NaN;
  const { starts, rows, days } = customerIndexOf(log);
  const from = starts[customer] ?? 0;
  const ofCustomer = Array.from(rows).slice(from, starts[customer + 1]);
  for (const [index, row] of ofCustomer.entries()) {
    expect(days[from + index]).toBe(log.columns.purchaseDay[row]);
  }
  return ofCustomer.map((row) => log.orderIdOf(row));
}

describe('The customer index', () => {
  test('has the purchases of each customer by day and time, and no order that is none', () => {
    const log = sketchLog([
      { id: 'late', customerId: 'ann', day: '2026-03-05' },
      { id: 'bob', customerId: 'bob', day: '2026-03-01' },
      { id: 'unpaid', customerId: 'ann', day: '2026-03-02', unpaid: true },
      { id: 'evening', customerId: 'ann', day: '2026-03-01', paidAt: '2026-03-01T20:00:00Z' },
      { id: 'noon', customerId: 'ann', day: '2026-03-01' },
      { id: 'cancelled', customerId: 'ann', day: '2026-03-01', cancelledAt: '2026-03-02T12:00:00Z' },
      { id: 'refunded', customerId: 'ann', day: '2026-03-04', refundedMinor: 1000 },
    ]);
    expect(indexed(log, 'ann')).toEqual(['noon', 'evening', 'refunded', 'late']);
    expect(indexed(log, 'bob')).toEqual(['bob']);
  });

  test('is made again after a change, and only then', () => {
    const log = sketchLog([{ id: 'o-1', customerId: 'ann', day: '2026-03-05' }]);
    const before = customerIndexOf(log);
    expect(customerIndexOf(log)).toBe(before);
    log.append(sketchedOrder({ id: 'o-2', customerId: 'ann', day: '2026-03-01' }));
    expect(indexed(log, 'ann')).toEqual(['o-2', 'o-1']);
    expect(Array.from(before.rows)).toEqual([0]);
  });

  test.each([31, 32, 33, 500])('sorts %d purchases of one customer that came in backwards', (count) => {
    const sketches = Array.from({ length: count }, (_, index): OrderSketch & { id: string } => ({
      id: `o-${index}`,
      customerId: 'ann',
      day: new Date(Date.UTC(2026, 0, 1 + (index >> 1))).toISOString().slice(0, 10),
    }));
    // Two on a day, the second an hour later.
    const timed = sketches.map((sketch, index) => ({
      ...sketch,
      paidAt: `${sketch.day}T${12 + (index & 1)}:00:00Z`,
    }));
    const log = sketchLog([...timed].reverse());
    expect(indexed(log, 'ann')).toEqual(sketches.map(({ id }) => id));
  });

  test('goes by the day first where clocks go back over midnight', () => {
    // In São Paulo on 2018-02-18 at 00:00 clocks went back to 23:00 of the 17th: 01:59Z is the 17th, 02:30Z is too.
    const log = sketchLog(
      [
        {
          id: 'second',
          customerId: 'ann',
          day: '2018-02-18',
          placedAt: '2018-02-17T12:00:00Z',
          paidAt: '2018-02-18T02:30:00Z',
        },
        {
          id: 'first',
          customerId: 'ann',
          day: '2018-02-18',
          placedAt: '2018-02-17T12:00:00Z',
          paidAt: '2018-02-18T01:59:00Z',
        },
      ],
      'America/Sao_Paulo',
    );
    expect(indexed(log, 'ann')).toEqual(['first', 'second']);
    expect(log.ordersOf('ann').map(({ purchaseDay }) => purchaseDay)).toEqual(['2018-02-17', '2018-02-17']);
  });
});
