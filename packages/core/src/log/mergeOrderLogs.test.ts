import { createOrderLog, createShopCalendar, mergeOrderLogs } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { sketchedOrder, sketchLog } from '../../test/sketchLog.js';

const north = () =>
  sketchLog([
    { id: 'o-1', customerId: 'ann', day: '2026-03-01', pieces: { tea: 2, cup: 1 } },
    { id: 'o-2', customerId: 'bob', day: '2026-03-02' },
    { id: 'o-3', customerId: 'ann', day: '2026-03-03', refundedMinor: 10, flags: ['gift'] },
  ]);
const south = () =>
  sketchLog([
    { id: 'o-4', customerId: 'cid', day: '2026-02-01', pieces: { cup: 3 } },
    { id: 'o-5', customerId: 'dan', day: '2026-02-02', signedAt: '2026-02-09T12:00:00Z' },
  ]);

describe('Merged order logs', () => {
  test('hold the orders of all, and leave the logs as they were', () => {
    const logs = [north(), south()] as const;
    const merged = mergeOrderLogs(logs);
    expect([merged.orderCount, merged.customerCount]).toEqual([5, 4]);
    for (const [index, customerId] of ['ann', 'bob', 'cid', 'dan'].entries()) {
      const from = index < 2 ? logs[0] : logs[1];
      expect(from.ordersOf(customerId)).not.toEqual([]);
      expect(merged.ordersOf(customerId)).toEqual(from.ordersOf(customerId));
    }
    merged.append(sketchedOrder({ id: 'o-6', customerId: 'ann', day: '2026-04-01' }));
    expect(logs[0].ordersOf('ann')).toHaveLength(2);
  });

  test('know every order again', () => {
    const merged = mergeOrderLogs([north(), south()]);
    const again = {
      id: 'o-3',
      customerId: 'ann',
      day: '2026-03-03',
      refundedMinor: 10,
      flags: ['gift' as const],
    };
    expect(merged.append(sketchedOrder(again))).toBe('unchanged');
    expect(merged.append(sketchedOrder({ ...again, refundedMinor: 11 }))).toBe('replaced');
  });

  test('keep erased customers erased', () => {
    const log = north();
    log.eraseCustomer('ann');
    const merged = mergeOrderLogs([south(), log]);
    expect([merged.orderCount, merged.customerCount, merged.hasCustomer('ann')]).toEqual([5, 4, false]);
    const order = sketchedOrder({ id: 'o-1', customerId: 'ann', day: '2026-03-01' });
    expect(() => merged.append(order)).toThrow(expect.objectContaining({ code: 'customer_erased' }));
    expect(merged.append({ ...order, id: 'o-9' })).toBe('added');
  });

  test('leave customers behind whose orders have all moved to others', () => {
    const log = south();
    log.append(sketchedOrder({ id: 'o-4', customerId: 'dan', day: '2026-02-01' }));
    const merged = mergeOrderLogs([log, sketchLog([{ id: 'o-9', customerId: 'cid', day: '2026-02-01' }])]);
    expect([...merged.customerIds()].sort()).toEqual(['cid', 'dan']);
  });

  test('of one log are a copy of it', () => {
    expect(mergeOrderLogs([north()]).ordersOf('ann')).toEqual(north().ordersOf('ann'));
  });

  test('cannot have a customer, an order, a currency or a time zone that does not fit', () => {
    const calendar = createShopCalendar({ timeZone: 'UTC' });
    const misfits = [
      [sketchLog([{ id: 'o-9', customerId: 'bob', day: '2026-03-01' }]), 'customer', 'bob'],
      [sketchLog([{ id: 'o-2', customerId: 'eve', day: '2026-03-01' }]), 'order', 'o-2'],
      [createOrderLog({ currency: 'USD', calendar }), 'currency', 'USD'],
      [sketchLog([], 'Asia/Shanghai'), 'time_zone', 'Asia/Shanghai'],
    ] as const;
    for (const [log, what, received] of misfits) {
      const issue = { code: 'logs_do_not_fit', path: ['logs', 2], details: { what, received } };
      expect(() => mergeOrderLogs([north(), south(), log])).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining(issue)] }),
      );
    }
  });
});
