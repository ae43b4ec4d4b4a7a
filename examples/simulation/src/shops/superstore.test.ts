import { expect, test } from 'vitest';
import { superstore } from './superstore.js';

const { orders } = superstore();

test('the sample has the 5,009 orders of 793 customers that its package tells of', () => {
  expect(orders.length).toBe(5009);
  expect(new Set(orders.map(({ customerId }) => customerId)).size).toBe(793);
});

test('lines with one order number are one order, its total their sum in whole cents', () => {
  // Lines 1 and 2 of the file: 261.96 and 731.94.
  expect(orders.find(({ id }) => id === 'CA-2016-152156')).toEqual({
    id: 'CA-2016-152156',
    customerId: 'CG-12520',
    day: '2016-11-08',
    shippedDay: '2016-11-11',
    total: { minor: 993_90, currency: 'USD' },
    lines: [
      { sku: 'FUR-BO-10001798', quantity: 2, amount: { minor: 261_96, currency: 'USD' } },
      { sku: 'FUR-CH-10000454', quantity: 3, amount: { minor: 731_94, currency: 'USD' } },
    ],
    region: 'South',
  });
});
