import { AftercareError, type OrderLog, repurchaseRate } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

/** A log in which so many customers have one, two, three ... purchases, each a month after the one before. */
function logOfBuyers(...customersByPurchases: number[]): OrderLog {
  const sketches = customersByPurchases.flatMap((customers, index) =>
    Array.from({ length: customers }, (_, customer) => `${index + 1}-times-${customer}`).flatMap(
      (customerId) =>
        Array.from({ length: index + 1 }, (_, month) => ({ customerId, day: `2026-0${month + 1}-15` })),
    ),
  );
  return sketchLog(sketches);
}

const year = { from: '2026-01-01', to: '2027-01-01' };

describe('The repurchase rate', () => {
  test('by customers: 3,500 of 10,000 buyers of a year bought more than once: 35 %', () => {
    const { value, basis } = repurchaseRate(logOfBuyers(6500, 3000, 500), { window: year });
    expect(value).toBe(0.35);
    expect(basis).toEqual({
      metric: 'repurchaseRate',
      by: 'customers',
      window: year,
      timeZone: 'UTC',
      mergeSameDay: true,
      refundedOrders: 'exclude',
      excluded: { flags: [], orders: 0 },
      asOf: '2026-03-15',
      numerator: 3500,
      denominator: 10_000,
    });
  });

  test('by orders: of 10,000 orders 3,500 are a second and 500 a third one: 40 %', () => {
    // 6,000 customers: 2,500 with one order, 3,000 with two, 500 with three.
    const { value, basis } = repurchaseRate(logOfBuyers(2500, 3000, 500), { window: year, by: 'orders' });
    expect(value).toBe(0.4);
    expect([basis.numerator, basis.denominator, basis.mergeSameDay]).toEqual([4000, 10_000, false]);
  });

  test('takes two orders of one day for one purchase of a customer, and for two orders', () => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-03-01' },
      { customerId: 'ann', day: '2026-03-01' },
    ]);
    expect(repurchaseRate(log).value).toBe(0);
    expect(repurchaseRate(log, { mergeSameDay: false }).value).toBe(1);
    expect(repurchaseRate(log, { by: 'orders' }).value).toBe(0.5);
    expect(repurchaseRate(log, { by: 'orders', mergeSameDay: true }).value).toBe(0);
  });

  test.each([
    ['the day before its first', '2025-12-31', 0],
    ['its first day', '2026-01-01', 1],
    ['its last day', '2026-12-31', 1],
    ['the day after its last', '2027-01-01', 0],
  ])('counts a second purchase on %s as its window says', (_, day, expected) => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-06-01' },
      { customerId: 'ann', day },
    ]);
    expect(repurchaseRate(log, { window: year }).value).toBe(expected);
  });

  test('is null when nobody bought', () => {
    const { value, basis } = repurchaseRate(sketchLog([]));
    expect([value, basis.numerator, basis.denominator, basis.asOf]).toEqual([null, 0, 0, null]);
  });

  test.each<[string, Partial<OrderSketch>, number]>([
    ['unpaid', { unpaid: true }, 0],
    ['cancelled', { cancelledAt: '2026-03-02T12:00:00Z' }, 0],
    ['wholly refunded', { refundedMinor: 1000 }, 0],
    ['refunded but for a cent', { refundedMinor: 999 }, 1],
    ['free of charge', { minor: 0 }, 1],
  ])('takes a second order that is %s for what it is', (_, fate, expected) => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-02-01' },
      { customerId: 'ann', day: '2026-03-01', ...fate },
    ]);
    expect(repurchaseRate(log).value).toBe(expected);
  });

  test('counts wholly refunded orders where it is told to, and says so', () => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-02-01' },
      { customerId: 'ann', day: '2026-03-01', refundedMinor: 1000 },
    ]);
    const { value, basis } = repurchaseRate(log, { refundedOrders: 'count' });
    expect([value, basis.refundedOrders]).toEqual([1, 'count']);
  });

  test('leaves flagged orders out where it is told to, and says how many of its window those were', () => {
    const log = sketchLog([
      { customerId: 'ann', day: '2026-02-01' },
      { customerId: 'ann', day: '2026-03-01', flags: ['fake_order', 'gift'] },
      { customerId: 'bob', day: '2026-03-01', flags: ['distributor'] },
      { customerId: 'bob', day: '2025-03-01', flags: ['fake_order'] },
      { customerId: 'bob', day: '2026-03-02', flags: ['fake_order'], unpaid: true },
      { customerId: 'bob', day: '2026-03-03', flags: ['fake_order'], refundedMinor: 1000 },
    ]);
    const { value, basis } = repurchaseRate(log, { window: year, exclude: ['gift', 'fake_order', 'gift'] });
    expect([value, basis.denominator]).toEqual([0, 2]);
    expect(basis.excluded).toEqual({ flags: ['fake_order', 'gift'], orders: 1 });
    expect(repurchaseRate(log, { window: year }).value).toBe(0.5);
  });

  test('counts an order on delivery from the day of delivery, and one with a deposit from the final payment', () => {
    const log = sketchLog([
      {
        customerId: 'ann',
        day: '2026-12-30',
        paymentMethod: 'cash_on_delivery',
        signedAt: '2027-01-02T12:00:00Z',
      },
      {
        customerId: 'ann',
        day: '2026-12-30',
        depositPaidAt: '2026-12-30T12:00:00Z',
        paidAt: '2027-01-03T12:00:00Z',
      },
      { customerId: 'ann', day: '2026-12-30', paymentMethod: 'cash_on_delivery' },
    ]);
    expect(repurchaseRate(log, { window: year }).basis.denominator).toBe(0);
    expect(repurchaseRate(log, { window: { from: '2027-01-01', to: '2027-01-04' } }).value).toBe(1);
  });

  test("puts a purchase on the shop's day, whatever the server's", () => {
    // 18:00 UTC is two in the morning of the next day in Shanghai.
    const sketch = { customerId: 'ann', day: '2025-12-31', paidAt: '2025-12-31T18:00:00Z' };
    const denominators = ['UTC', 'Asia/Shanghai'].map(
      (timeZone) => repurchaseRate(sketchLog([sketch], timeZone), { window: year }).basis.denominator,
    );
    expect(denominators).toEqual([0, 1]);
  });

  test.each([
    [{ window: { from: '2026-01-01', to: '2026-01-01' } }, 'empty_window', ['window']],
    [{ window: { from: '2026-02-30', to: '2026-03-01' } }, 'invalid_day', ['window', 'from']],
    [{ exclude: ['fake'] }, 'not_one_of', ['exclude']],
    [{ refundedOrders: 'exlude' }, 'not_one_of', ['refundedOrders']],
    [{ by: 'customer' }, 'not_one_of', ['by']],
  ])('refuses options that mean nothing: %j', (options, code, path) => {
    // Callers without TypeScript can write anything.
    const ask = () => repurchaseRate(sketchLog([]), options as Parameters<typeof repurchaseRate>[1]);
    expect(ask).toThrow(expect.objectContaining({ name: 'AftercareError', code, path }));
    expect(ask).toThrow(AftercareError);
  });
});
