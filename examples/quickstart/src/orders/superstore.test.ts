import { createShopCalendar } from '@aftercare/core';
import { expect, test } from 'vitest';
import { readSuperstore } from './superstore.js';

const source = readSuperstore(createShopCalendar({ timeZone: 'UTC' }));
const { orders, customers, lineCount, rejected } = source;
const order = (id: string) => orders.find((sourced) => sourced.order.id === id)?.order;

test('the sample has the 9,994 lines, 5,009 orders and 793 customers that its package tells of', () => {
  expect([lineCount, orders.length, rejected.length]).toEqual([9994, 5009, 0]);
  expect(new Set(orders.map((sourced) => sourced.order.customerId)).size).toBe(793);
  expect(new Set(customers.map(({ id }) => id)).size).toBe(793);
  expect(customers).toHaveLength(793);
});

test('a customer has a name, the region of the newest order, and a birthday that is made up', () => {
  // Lines 1 (November 2016, South), 5492 (January 2017, Central) and 6878 (October 2015, Central). The birthday:
  // 12520 = 366 x 34 + 76, and 76 days after the first of January of a leap year is the 17th of March.
  expect(customers.find(({ id }) => id === 'CG-12520')).toEqual({
    id: 'CG-12520',
    name: 'Claire Gute',
    region: 'Central',
    birthday: { calendar: 'solar', month: 3, day: 17 },
  });
  expect(source.birthdaysMadeUp).toMatch(/made up/);
});

test('the sample tells nothing of deliveries and consents', () => {
  expect([source.deliveriesRecorded, source.consentsRecorded]).toEqual([false, false]);
  expect(customers.every(({ consents }) => consents === undefined)).toBe(true);
});

test('lines with one order number are one order, and its total is their sum', () => {
  // Lines 1 and 2 of the file: 261.96 and 731.94.
  expect(order('CA-2016-152156')).toEqual({
    id: 'CA-2016-152156',
    customerId: 'CG-12520',
    total: { minor: 993_90, currency: 'USD' },
    placedAt: '2016-11-08T00:00:00.000Z',
    paidAt: '2016-11-08T00:00:00.000Z',
    shippedAt: '2016-11-11T00:00:00.000Z',
    lines: [
      { sku: 'FUR-BO-10001798', quantity: 2, amount: { minor: 261_96, currency: 'USD' } },
      { sku: 'FUR-CH-10000454', quantity: 3, amount: { minor: 731_94, currency: 'USD' } },
    ],
  });
});

test('sales are rounded to the cent, halves up', () => {
  // Line 4 of the file: 957.5775. Line 5: 22.368.
  const amounts = (id: string) => order(id)?.lines?.map((line) => line.amount.minor);
  expect(amounts('US-2015-108966')).toEqual([957_58, 22_37]);
  const everyCent = orders.flatMap((sourced) => sourced.order.lines ?? []).map((line) => line.amount.minor);
  expect(everyCent.every(Number.isSafeInteger)).toBe(true);
});
