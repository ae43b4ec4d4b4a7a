import type { KindSamples } from '../../kind/index.js';
import type { CompensationShape } from './compensationShape.js';

/** A small order with two lines, and commands around the limits that matter. */
export const compensationSamples: KindSamples<CompensationShape> = {
  facts: {
    orderId: 'order-1',
    customerId: 'customer-1',
    paid: { minor: 20_000, currency: 'CNY' },
    refundedMinor: 0,
    lines: [
      { id: 'line-1', paidMinor: 15_000 },
      { id: 'line-2', paidMinor: 5_000 },
    ],
    daysSinceDelivery: 2,
  },
  opening: [
    { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] },
    { reason: 'damaged', lineIds: ['line-1', 'line-2'], evidence: [] },
    {
      reason: 'bad_service',
      lineIds: ['line-2'],
      evidence: [],
      concerned: { id: 'another agent', role: 'agent' },
    },
  ],
  commands: () => ({
    investigate: [{}],
    add_evidence: [{ evidence: ['photo'] }],
    propose: [
      { parts: [{ form: 'cash_refund', valueMinor: 1_500 }] },
      {
        parts: [
          { form: 'cash_refund', valueMinor: 4_000 },
          { form: 'coupon', valueMinor: 2_000 },
        ],
      },
      { parts: [{ form: 'cash_refund', valueMinor: 20_001 }] },
    ],
    demand: [{ demandMinor: 3_000 }],
    approve: [{}],
    deny: [{ note: 'Too much for what happened.' }],
    accept: [{}],
    reject: [{}],
    renew: [{}],
    withdraw: [{}],
    decline: [{ note: 'Delivered in time.' }],
    appeal: [{ note: 'It was not.' }],
    force: [{ parts: [{ form: 'cash_refund', valueMinor: 2_500 }] }],
    close: [{ rootCause: 'carrier_delay', bearer: 'carrier' }],
  }),
};
