import type { KindSamples } from '../../kind/index.js';
import type { InvoiceShape } from './invoiceShape.js';

const ofLines = { of: 'lines', lineIds: ['line-1', 'line-2'] } as const;
const company = { type: 'company', name: '某某贸易有限公司', taxpayerNumber: '91310000MA1FL0001R' } as const;

/** A small order with a coupon of the platform, and requests good, odd and wrong. */
export const invoiceSamples: KindSamples<InvoiceShape> = {
  facts: {
    orderId: 'order-1',
    customerId: 'customer-1',
    paid: { minor: 8_000, currency: 'CNY' },
    platformCouponMinor: 2_000,
    refundedMinor: 0,
    lines: [
      { id: 'line-1', name: '保温杯', category: '日用品' },
      { id: 'line-2', name: '杯刷', category: '日用品' },
    ],
    completedAt: '2026-03-01T02:00:00.000Z',
  },
  opening: [
    { title: { type: 'person', name: '个人' }, form: 'ordinary', medium: 'digital', content: ofLines },
    {
      title: { ...company, taxpayerNumber: '91310000MA1FL00010' },
      form: 'ordinary',
      medium: 'paper',
      content: { of: 'category', category: '办公用品' },
    },
  ],
  commands: ({ invoiceableMinor }) => ({
    check_request: [{}],
    correct: [
      { content: { of: 'category', category: '日用品' }, deliverTo: '某市某路 1 号' },
      { title: company },
      { content: { of: 'category', category: '办公用品' } },
    ],
    ask_correction: [{ field: 'taxpayer_number' }],
    issue: [{}],
    note_refund: [3_000, invoiceableMinor, invoiceableMinor + 1].map((refundedMinor) => ({ refundedMinor })),
    note_refund_undone: [0, 1_000].map((refundedMinor) => ({ refundedMinor })),
    confirm_delivery: [{}],
    resend: [{}],
    credit_instead: [{}],
    withdraw: [{}],
    close: [{}],
  }),
};
