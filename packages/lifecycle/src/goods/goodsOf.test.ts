import { createShopCalendar, type Order } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { goodsOf } from './goodsOf.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const daysPerPiece = new Map([
  ['tea', 20],
  ['soap', 45],
]);
const yuan = (minor: number) => ({ minor, currency: 'CNY' });
const order: Order = {
  id: 'o-1',
  customerId: 'c-1',
  total: yuan(3000),
  placedAt: '2026-03-01T10:00:00+08:00',
  paidAt: '2026-03-01T10:00:00+08:00',
  // After midnight in Shanghai.
  signedAt: '2026-03-03T17:00:00Z',
  lines: [
    { sku: 'tea', quantity: 2, amount: yuan(2000) },
    { sku: 'mug', quantity: 1, amount: yuan(1000) },
  ],
};
const skusOf = (...orders: readonly Order[]) =>
  goodsOf(orders, { daysPerPiece, calendar }).map(({ sku, pieces }) => [sku, pieces]);
const refund = (minor: number) => ({
  id: 'r-1',
  amount: yuan(minor),
  refundedAt: '2026-03-05T10:00:00+08:00',
});

describe('the goods that a customer has in use', () => {
  test('are the lines of orders that were signed for, from that shop day, of which it is known how long they last', () => {
    expect(goodsOf([order], { daysPerPiece, calendar })).toEqual([
      { sku: 'tea', signedDay: '2026-03-04', pieces: 2, daysPerPiece: 20 },
    ]);
  });

  test('are those of all orders', () => {
    const other = { ...order, id: 'o-2', lines: [{ sku: 'soap', quantity: 3, amount: yuan(3000) }] };
    expect(skusOf(order, other)).toEqual([
      ['tea', 2],
      ['soap', 3],
    ]);
  });

  test('are not those under way, nor of a cancelled order, nor of one without lines', () => {
    const { signedAt: _, ...underWay } = order;
    const { lines: __, ...bare } = order;
    expect(skusOf(underWay)).toEqual([]);
    expect(skusOf({ ...order, cancelledAt: '2026-03-02T10:00:00+08:00' })).toEqual([]);
    expect(skusOf(bare)).toEqual([]);
  });

  test.each([
    [2999, [['tea', 2]]],
    [3000, []],
    [3001, []],
  ])('are not those of an order of 3000 of which %i went back', (minor, expected) => {
    expect(skusOf({ ...order, refunds: [refund(minor)] })).toEqual(expected);
  });

  test('are not those of an order that went back in parts', () => {
    expect(skusOf({ ...order, refunds: [refund(1000), { ...refund(2000), id: 'r-2' }] })).toEqual([]);
  });

  test('are those of an order that cost nothing', () => {
    expect(skusOf({ ...order, total: yuan(0) })).toEqual([['tea', 2]]);
  });
});
