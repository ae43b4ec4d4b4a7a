import { expect, test } from 'vitest';
import { invoiceableMinorOf, leftMinorOf } from './invoicedAmount.js';

// Goods for 100.00 each time; what the customer paid is what both coupons leave.
test.each([
  { shop: 0, platform: 0, invoiced: 10000, notInvoiced: 10000 },
  { shop: 2000, platform: 0, invoiced: 8000, notInvoiced: 8000 },
  { shop: 0, platform: 2000, invoiced: 10000, notInvoiced: 8000 },
  { shop: 500, platform: 2000, invoiced: 9500, notInvoiced: 7500 },
  { shop: 0, platform: 10000, invoiced: 10000, notInvoiced: 0 },
  { shop: 9999, platform: 0, invoiced: 1, notInvoiced: 1 },
])(
  'coupons of $shop by the shop and $platform by the platform',
  ({ shop, platform, invoiced, notInvoiced }) => {
    const order = { paidMinor: 10000 - shop - platform, platformCouponMinor: platform };
    expect(invoiceableMinorOf(order, 'invoiced')).toBe(invoiced);
    expect(invoiceableMinorOf(order, 'not_invoiced')).toBe(notInvoiced);
  },
);

test.each([
  [0, 10000],
  [1, 9999],
  [9999, 1],
  [10000, 0],
])('after a refund of %i, %i are left to be invoiced', (refundedMinor, left) => {
  expect(leftMinorOf({ invoiceableMinor: 10000, refundedMinor })).toBe(left);
});
