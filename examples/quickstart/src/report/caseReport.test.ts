import { createShopCalendar, type Order } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { Progress } from '../progress.js';
import { type CaseReport, casesReport } from './caseReport.js';
import { openShop } from './shop.js';

const calendar = createShopCalendar({ timeZone: 'UTC' });
const eur = (minor: number) => ({ minor, currency: 'EUR' });
const at = '2026-03-01T10:00:00.000Z';
const order = (totalMinor: number, rest: Partial<Order> = {}): Order => ({
  ...{ id: 'o-1', customerId: 'ann', total: eur(totalMinor), placedAt: at, paidAt: at },
  ...rest,
});
const lineOf = (quantity: number, minor: number) => ({ sku: 'cup', quantity, amount: eur(minor) });

const casesOf = (...orders: Order[]) =>
  casesReport(
    openShop(
      {
        name: 'orders',
        lineCount: orders.length,
        orders: orders.map((each, index) => ({ line: index + 1, order: each })),
        customers: [],
        deliveriesRecorded: false,
        consentsRecorded: false,
        shopName: { en: 'Shop', 'zh-CN': '店铺' },
        rejected: [],
      },
      { calendar, currency: 'EUR', asOf: '2026-04-01', progress: new Progress() },
    ),
  );
const statesOf = (report: CaseReport | null) => report?.steps.map(({ state }) => state);

describe('the compensation', () => {
  // An agent may grant 4.00 in the shipped example in euros.
  test.each([
    [399, null],
    [400, null],
    [401, 401],
    [1200, 1200],
    [1201, 1200],
  ])('of an order of %i cents is %j: more than an agent may grant', (total, proposed) => {
    const { compensation } = casesOf(order(total));
    expect(compensation?.steps[1]?.amountMinor ?? null).toBe(proposed);
  });

  test('is approved by somebody else before the customer hears of it, and paid', () => {
    const { compensation } = casesOf(order(5000));
    expect(statesOf(compensation)).toEqual([
      ...['reported', 'awaiting_approval', 'awaiting_approval', 'offered'],
      ...['paying', 'paid', 'closed'],
    ]);
    expect(compensation?.steps.map(({ refusal }) => refusal !== null).indexOf(true)).toBe(2);
    expect(compensation?.steps[2]?.refusal?.en).toMatch(/team lead/);
  });

  test('begins on the day after the parcel was signed for', () => {
    const { compensation } = casesOf(order(5000, { signedAt: '2026-03-07T23:00:00.000Z' }));
    expect(compensation?.steps[0]).toMatchObject({ day: '2026-03-08', at: '2026-03-08T09:00:00.000Z' });
  });

  test('is of an order that was kept, and old enough for the case to be over', () => {
    const young = order(5000, { id: 'young', placedAt: '2026-03-19T10:00:00.000Z' });
    const cancelled = order(5000, { id: 'cancelled', cancelledAt: '2026-03-02T10:00:00.000Z' });
    expect(casesOf(order(5000), young, cancelled).compensation?.orderId).toBe('o-1');
  });
});

describe('the partial return', () => {
  test('adds the second receipt to the first, and pays for two of three pieces once both are there', () => {
    const { partialReturn } = casesOf(order(4600, { lines: [lineOf(3, 3600), lineOf(1, 1000)] }));
    const received = partialReturn?.steps.flatMap((step) => (step.received === null ? [] : [step.received]));
    expect(received).toEqual([
      { pieces: 1, of: 2 },
      { pieces: 2, of: 2 },
    ]);
    expect(statesOf(partialReturn)?.at(-1)).toBe('settled');
    expect(partialReturn?.steps.at(-1)?.amountMinor).toBe(2400);
    const refused = partialReturn?.steps.filter(({ refusal }) => refusal !== null);
    expect(refused?.map(({ command, state }) => [command, state])).toEqual([['settle', 'inspecting']]);
  });

  test.each([
    ['two pieces leave none to keep', order(2400, { lines: [lineOf(2, 2400)] })],
    ['two pieces cost more than an agent may refund', order(6003, { lines: [lineOf(3, 6003)] })],
    ['lines do not add up to the total', order(3700, { lines: [lineOf(3, 3600)] })],
    ['the order tells no lines', order(3600)],
  ])('is left out where %s', (_, bought) => {
    expect(casesOf(bought).partialReturn).toBeNull();
  });
});
