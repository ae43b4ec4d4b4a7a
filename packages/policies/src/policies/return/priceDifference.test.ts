import { expect, test } from 'vitest';
import { priceDifference } from './priceDifference.js';

// Paid, replacement, waived up to; to pay, to refund.
test.each([
  [10000, 9999, 0, 0, 1],
  [10000, 10000, 0, 0, 0],
  [10000, 10001, 0, 1, 0],
  [10000, 10499, 500, 0, 0],
  [10000, 10500, 500, 0, 0],
  [10000, 10501, 500, 501, 0],
  [10000, 9500, 500, 0, 500],
  [0, 300, 0, 300, 0],
  [10000, 0, 0, 0, 10000],
])(
  'paid %i, replacement %i, %i waived: pay %i, refund %i',
  (paid, now, waived, toPayMinor, toRefundMinor) => {
    expect(priceDifference(paid, now, waived)).toEqual({ toPayMinor, toRefundMinor });
  },
);
