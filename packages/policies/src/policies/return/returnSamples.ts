import type { KindSamples } from '../../kind/index.js';
import type { ReturnShape } from './returnShape.js';

const line = { excludedAs: null, exclusionConfirmed: false } as const;
const delivered = { shipping: 'delivered', deliveredAt: '2026-03-01T02:00:00.000Z' } as const;

/** 2 cups for 100.00, a lamp for 60.00 and a book for 30.00; 20.00 off from 180.00; freight 8.00; a coupon of 10.00. */
const facts: KindSamples<ReturnShape>['facts'] = {
  orderId: 'order-1',
  customerId: 'customer-1',
  paid: { minor: 16_800, currency: 'CNY' },
  refundedMinor: 0,
  otherTenders: { coupon: 1_000, points: 0, gift_value: 0 },
  lines: [
    {
      ...line,
      ...delivered,
      lineId: 'cups',
      sku: 'cup',
      pieces: 2,
      priceMinor: 10_000,
      replacements: [{ sku: 'mug', priceMinor: 6_000 }],
    },
    {
      ...line,
      lineId: 'lamp',
      sku: 'lamp',
      pieces: 1,
      priceMinor: 6_000,
      shipping: 'shipped',
      deliveredAt: null,
    },
    {
      ...line,
      lineId: 'book',
      sku: 'book',
      pieces: 1,
      priceMinor: 3_000,
      shipping: 'not_shipped',
      deliveredAt: null,
    },
  ],
  promotions: [{ promotionId: 'spring', tiers: [{ fromMinor: 18_000, offMinor: 2_000 }] }],
  gifts: [{ giftId: 'spoon', valueMinor: 500, fromMinor: 15_000 }],
  outbound: { costMinor: 800, paidBy: 'customer' },
  returns: [],
  freightInsured: false,
};

/** An order of three lines in every state of delivery, and commands around what is left of them. */
export const returnSamples: KindSamples<ReturnShape> = {
  facts,
  opening: [
    { remedy: 'return_refund', reason: 'no_reason', lines: [{ lineId: 'cups', pieces: 2 }], evidence: [] },
    {
      remedy: 'resend',
      reason: 'missing_pieces',
      lines: [{ lineId: 'cups', pieces: 1 }],
      evidence: ['photo'],
    },
    {
      remedy: 'exchange',
      reason: 'wrong_goods',
      lines: [{ lineId: 'cups', pieces: 1, replacement: { sku: 'mug', priceMinor: 6_000 } }],
      evidence: ['photo'],
    },
    {
      remedy: 'refund_only',
      reason: 'late_delivery',
      lines: [
        { lineId: 'lamp', pieces: 1 },
        { lineId: 'book', pieces: 1 },
      ],
      evidence: [],
    },
    { remedy: 'partial_refund', reason: 'defective', lines: [{ lineId: 'cups', pieces: 2 }], evidence: [] },
  ],
  commands(data, { lines }) {
    const count = (lineId: string, counter: string) => lines[lineId]?.[counter] ?? 0;
    const pieces = (counter: string) =>
      data.lines
        .map(({ lineId }) => ({ lineId, pieces: count(lineId, counter) }))
        .filter(({ pieces: some }) => some > 0);
    const [undecided, unsettled, here] = [pieces('undecided'), pieces('unsettled'), pieces('toInspect')];
    const one = unsettled.slice(0, 1).map(({ lineId }) => ({ lineId, pieces: 1 }));
    const late = [...one, ...pieces('kept'), ...pieces('unreturned')].slice(0, 1);
    const come = late.map(({ lineId }) => ({ lineId, pieces: 1 }));
    const parcelId = `parcel-${data.parcels.length + 1}`;
    const freight = { costMinor: 1_200, paidBy: 'customer' } as const;
    const [first] = here;
    return {
      ask_evidence: [{ evidence: ['photo'] }],
      add_evidence: [{ evidence: ['photo'] }],
      assess_fault: data.fault === 'unclear' ? [] : [{ fault: 'unclear' }],
      offer: [{ remedy: 'partial_refund', amountMinor: 1_500 }],
      accept_offer: [{}],
      decline_offer: [{}],
      offer_freight: [{}],
      agree_freight: [{ rule: { outbound: 'customer', back: 'customer' } }],
      approve: undecided.length === 0 ? [] : [{ lines: undecided }],
      agree: [{}],
      disagree: [{ note: 'Not for this.' }],
      reject: [{ ground: 'abuse', note: 'Third time this month.' }],
      cancel: [{}],
      keep_goods: one.length === 0 ? [] : [{ lines: one }],
      send_parcel:
        one.length === 0 ? [] : [{ parcelId, carrier: 'post', trackingNumber: 'T1', freight, lines: one }],
      receive_parcel: come.length === 0 ? [] : [{ parcelId: 'parcel-1', lines: come }],
      confirm_receipt: [{}],
      inspect:
        first === undefined
          ? []
          : [
              { lineId: first.lineId, pieces: 1, condition: 'as_sold', disposal: 'restock' },
              { lineId: first.lineId, pieces: 1, condition: 'damaged', disposal: 'send_back' },
            ],
      settle: [{ missing: 'refund' }],
      give_up_settlement: [{}],
      change_remedy: data.remedy === 'exchange' ? [{ remedy: 'return_refund', amountMinor: 0 }] : [],
      claim: [
        {
          remedy: 'return_refund',
          reason: 'defective',
          lines: [{ lineId: 'cups', pieces: 1 }],
          evidence: ['photo'],
        },
      ],
      reopen: [{ evidence: ['photo'] }],
      dispute: [{ evidence: [] }],
      withdraw_dispute: [{}],
      order_return: [{}],
      order_refund: [{ refundMinor: 5_000 }],
      impose_refund: [{ refundMinor: 5_000 }, { refundMinor: 20_000 }],
      dismiss: [{}],
      close: [{}],
    };
  },
};
