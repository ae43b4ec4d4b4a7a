import type { KindSamples } from '../../kind/index.js';
import type { GiftShape } from './giftShape.js';

/** An order worth CNY 200.00, with gifts of one and of two pieces: within an agent's authority, and above it. */
export const giftSamples: KindSamples<GiftShape> = {
  facts: {
    orderId: 'order-1',
    customerId: 'customer-1',
    paid: { minor: 20_000, currency: 'CNY' },
    refundedMinor: 0,
    orderMinor: 20_000,
    marginMinor: 8_000,
    priceCutMinor: 0,
    tierRank: 2,
    region: 'east',
    surchargeMinor: 0,
    isGiftArticle: true,
    giftsInStock: 10,
    pieceCostMinor: 600,
    pieceStatedMinor: 990,
  },
  opening: [
    { ground: 'promotion', sku: 'tea-sample', quantity: 1 },
    { ground: 'concession', sku: 'tea-sample', quantity: 2 },
    { ground: 'goodwill', sku: 'tea-sample', quantity: 2 },
  ],
  commands: (_, { case: { piecesSent = 0 } }) => ({
    grant: [{}],
    approve: [{}],
    deny: [{ note: 'Not for this order.' }],
    impose: [{ decision: 'decision-1' }],
    withdraw: [{}],
    apply: [{}],
    fulfil: [{}],
    reassess: [
      { remainingMinor: 0, cause: 'returned_by_agreement' },
      ...(piecesSent === 0
        ? []
        : [
            { remainingMinor: 0, cause: 'returned_for_fault' },
            { remainingMinor: 20_000, cause: 'returned_by_agreement' },
          ]),
    ],
    ...(piecesSent === 0 ? {} : { give_back: [{ quantity: 1 }, { quantity: 2 }] }),
    deduct: [{}],
    waive: [{ note: 'A regular customer.' }],
  }),
};
