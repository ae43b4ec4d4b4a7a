import * as fc from 'fast-check';
import { goodsDue } from '../src/policies/return/index.js';
import { type Facts, facts, line, yuan } from './returnPlays.js';

/** Prices and payments: any, and some that meet each other and the bounds of discounts. */
export const anyAmount = fc.oneof(fc.nat(9_999), fc.constantFrom(0, 1, 500, 1_000, 3_000, 9_000));

const anyLine = fc.record({
  pieces: fc.integer({ min: 1, max: 3 }),
  priceMinor: anyAmount,
  isDelivered: fc.constantFrom(true, true, false),
});

const anyTier = fc.record({ fromMinor: fc.nat(20_000), offMinor: fc.nat(3_000) });

/** On the first line, or on all of them. */
const anyPromotion = fc.record(
  {
    promotionId: fc.constant('p'),
    lineIds: fc.constant(['l0']),
    tiers: fc.array(anyTier, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['promotionId', 'tiers'] },
);

/** An order with discounts and freight, of which a part may have been paid with a coupon and points. */
export const anyOrder: fc.Arbitrary<Facts> = fc
  .record({
    bought: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
    promotions: fc.array(anyPromotion, { maxLength: 2 }),
    outbound: fc.record({
      costMinor: fc.constantFrom(0, 800, 1_000),
      paidBy: fc.constantFrom('customer' as const, 'shop' as const),
    }),
    coupon: fc.constantFrom(0, 0, 500, 3_000),
    points: fc.constantFrom(0, 0, 300),
  })
  .map(({ bought, promotions, outbound, coupon, points }) => {
    const lines = bought.map(({ pieces, priceMinor, isDelivered }, index) =>
      line(`l${index}`, pieces, priceMinor, isDelivered ? {} : NOT_SHIPPED),
    );
    const order = { ...facts, lines, promotions, outbound };
    const money = goodsPrice(order) + freightPaid(order) - coupon - points;
    return { ...order, paid: yuan(money), otherTenders: { coupon, points, gift_value: 0 } };
  })
  .filter(isSensible);

const NOT_SHIPPED = { shipping: 'not_shipped', deliveredAt: null } as const;

/** No shop takes more off than goods cost, and something is paid in money. */
function isSensible({ lines, promotions, paid }: Facts): boolean {
  const priceOf = ({ lineId, pieces }: Facts['lines'][number]) =>
    goodsDue(lines, promotions, { [lineId]: pieces }, 'proportional');
  return paid.minor > 0 && lines.every((line) => priceOf(line) >= 0);
}

/** What was paid for the goods of an order, in whatever means of payment. */
export function goodsPrice({ lines, promotions }: Pick<Facts, 'lines' | 'promotions'>): number {
  const all = Object.fromEntries(lines.map(({ lineId, pieces }) => [lineId, pieces]));
  return goodsDue(lines, promotions, all, 'recalculated');
}

/** What the customer has paid for the way out. */
export function freightPaid({ outbound }: Pick<Facts, 'outbound'>): number {
  return outbound.paidBy === 'customer' ? outbound.costMinor : 0;
}
