import { describe, expect, test } from 'vitest';
import { splitRefund } from './refundSplit.js';

const left = { money: 5000, coupon: 1000, points: 300, gift_value: 200 };
const moneyFirst = ['money', 'coupon', 'points', 'gift_value'] as const;
const pointsFirst = ['points', 'coupon', 'money'] as const;

describe('a refund over means of payment', () => {
  // Amount, money, coupon, points, gift value, what is left over.
  test.each([
    [0, 0, 0, 0, 0, 0],
    [4999, 4999, 0, 0, 0, 0],
    [5000, 5000, 0, 0, 0, 0],
    [5001, 5000, 1, 0, 0, 0],
    [6000, 5000, 1000, 0, 0, 0],
    [6001, 5000, 1000, 1, 0, 0],
    [6500, 5000, 1000, 300, 200, 0],
    [6501, 5000, 1000, 300, 200, 1],
  ])('%i cents, money first', (amount, money, coupon, points, gift_value, unpaidMinor) => {
    const parts = { money, coupon, points, gift_value };
    expect(splitRefund(amount, left, moneyFirst)).toEqual({ parts, unpaidMinor });
  });

  test.each([
    [299, 0, 0, 299, 0],
    [301, 0, 1, 300, 0],
    [1301, 1, 1000, 300, 0],
    [6400, 5000, 1000, 300, 100],
  ])('%i cents, points first and the gift not at all', (amount, money, coupon, points, unpaidMinor) => {
    const parts = { money, coupon, points, gift_value: 0 };
    expect(splitRefund(amount, left, pointsFirst)).toEqual({ parts, unpaidMinor });
  });
});
