import type { KindSamples } from '../../kind/index.js';
import type { FreeShippingShape } from './freeShippingShape.js';

/** An order worth CNY 200.00 whose freight of CNY 18.00 has been paid: above an agent's authority. */
export const freeShippingSamples: KindSamples<FreeShippingShape> = {
  facts: {
    orderId: 'order-1',
    customerId: 'customer-1',
    paid: { minor: 21_800, currency: 'CNY' },
    refundedMinor: 0,
    orderMinor: 20_000,
    marginMinor: 8_000,
    priceCutMinor: 0,
    tierRank: 2,
    region: 'east',
    surchargeMinor: 0,
    freightMinor: 1_800,
    isFreightPaid: true,
  },
  opening: [{ ground: 'promotion' }, { ground: 'concession' }, { ground: 'goodwill' }],
  commands: (_, { case: { waivedMinor = 0 } }) => ({
    grant: [{}],
    approve: [{}],
    deny: [{ note: 'Not for this order.' }],
    impose: [{ decision: 'decision-1' }],
    withdraw: [{}],
    apply: [{}],
    fulfil: [{}],
    reassess: [
      { remainingMinor: 0, cause: 'returned_by_agreement' },
      { remainingMinor: 5_000, cause: 'returned_by_agreement' },
      ...(waivedMinor === 0 ? [] : [{ remainingMinor: 5_000, cause: 'returned_for_fault' }]),
    ],
    waive: [{ note: 'A regular customer.' }],
  }),
};
