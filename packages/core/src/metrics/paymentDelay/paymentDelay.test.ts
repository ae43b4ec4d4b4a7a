import { paymentDelay } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

/** An order placed at noon of a day and paid so many minutes later. */
const paidAfter = (customerId: string, minutes: number, day = '2026-03-10'): OrderSketch => ({
  customerId,
  day,
  placedAt: `${day}T12:00:00Z`,
  paidAt: new Date(Date.parse(`${day}T12:00:00Z`) + minutes * 60_000).toISOString(),
});

const ten = Array.from({ length: 10 }, (_, index) => paidAfter(`c-${index}`, index + 1));

describe('paymentDelay', () => {
  test.each([
    [1, 1],
    [10, 1],
    [11, 2],
    [50, 5],
    [51, 6],
    [90, 9],
    [99, 10],
    [100, 10],
  ])('of delays of 1 to 10 minutes, %d percent have paid after %d', (percent, minutes) => {
    const { value } = paymentDelay(sketchLog(ten), { quantilePercents: [percent] });
    expect(value?.newCustomers?.quantiles).toEqual([{ percent, minutes }]);
  });

  test.each([
    [0, 0],
    [0.9, 0],
    [1, 1],
    [1.1, 1],
    [5, 5],
    [9.9, 9],
    [10, 10],
    [1000, 10],
  ])('within %d minutes %d of ten have paid', (minutes, orders) => {
    const { value } = paymentDelay(sketchLog(ten), { curveMinutes: [minutes] });
    expect(value?.newCustomers?.curve).toEqual([{ minutes, orders, share: orders / 10 }]);
  });

  test('an order is of a returning customer when an earlier one was paid before it was placed', () => {
    const log = sketchLog([
      paidAfter('ann', 30, '2026-03-01'),
      paidAfter('ann', 2, '2026-03-02'),
      // Two orders placed together: the second was placed before the first was paid.
      paidAfter('bob', 30, '2026-03-01'),
      paidAfter('bob', 40, '2026-03-01'),
    ]);
    const { value } = paymentDelay(log, { quantilePercents: [100] });
    expect(value?.newCustomers).toMatchObject({ orders: 3, quantiles: [{ minutes: 40 }] });
    expect(value?.returningCustomers).toMatchObject({ orders: 1, quantiles: [{ minutes: 2 }] });
  });

  test('a purchase before the window makes a returning customer of it', () => {
    const log = sketchLog([paidAfter('ann', 30, '2026-02-28'), paidAfter('ann', 2, '2026-03-01')]);
    const window = { from: '2026-03-01', to: '2026-04-01' };
    expect(paymentDelay(log, { window })).toMatchObject({
      value: { newCustomers: null, returningCustomers: { orders: 1 } },
      basis: { count: 1, window },
    });
  });

  test('an order belongs to the day it was paid', () => {
    const log = sketchLog([paidAfter('ann', 24 * 60, '2026-02-28')]);
    const window = { from: '2026-03-01', to: '2026-03-02' };
    expect(paymentDelay(log, { window }).basis.count).toBe(1);
  });

  test('orders whose time of payment the customer did not choose are left out and counted', () => {
    const log = sketchLog([
      paidAfter('ann', 30),
      { ...paidAfter('bob', 5), paymentMethod: 'cash_on_delivery', signedAt: '2026-03-12T12:00:00Z' },
      { ...paidAfter('cid', 5), depositPaidAt: '2026-03-10T12:00:01Z' },
    ]);
    expect(paymentDelay(log).basis).toMatchObject({ count: 1, leftOut: { cashOnDelivery: 1, deposit: 1 } });
  });

  test('of unpaid orders there is no delay', () => {
    expect(paymentDelay(sketchLog([{ customerId: 'ann', day: '2026-03-10', unpaid: true }])).value).toBe(
      null,
    );
  });

  test('the curve reaches from a minute to three days where nothing else is asked for', () => {
    const curve = paymentDelay(sketchLog(ten)).value?.newCustomers?.curve ?? [];
    expect([curve[0]?.minutes, curve.at(-1)?.minutes]).toEqual([1, 4320]);
  });

  test.each([
    [{ quantilePercents: [0] }, 'out_of_range', ['quantilePercents']],
    [{ quantilePercents: [101] }, 'out_of_range', ['quantilePercents']],
    [{ quantilePercents: [0.5] }, 'not_multiple_of', ['quantilePercents']],
    [{ curveMinutes: [-1] }, 'out_of_range', ['curveMinutes']],
  ])('refuses %j as %s', (options, code, path) => {
    expect(() => paymentDelay(sketchLog([]), options)).toThrow(expect.objectContaining({ code, path }));
  });
});
