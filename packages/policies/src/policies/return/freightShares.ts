import * as z from 'zod';
import { shareOf } from './shareOf.js';

/**
 * Who bears a trip in the end. `as_paid`: whoever has paid for it. `shared`: each half, an odd cent for the shop.
 */
const freightBearerSchema = z.enum(['shop', 'customer', 'shared', 'as_paid']);

/** Who bears a trip in the end. */
export type FreightBearer = z.infer<typeof freightBearerSchema>;

/** Schema of {@link FreightRule}. */
export const freightRuleSchema = z.strictObject({
  outbound: freightBearerSchema.meta({ description: 'Who bears the way to the customer.' }),
  back: freightBearerSchema.meta({
    description: 'Who bears the way back. `as_paid`: whoever has paid for it; `shared`: each half.',
  }),
});

/** Who bears the way to the customer, and who the way back. */
export type FreightRule = Readonly<z.infer<typeof freightRuleSchema>>;

/** What a trip has cost, and who has paid for it so far. */
export interface FreightTrip {
  readonly costMinor: number;
  /** `shop` for free delivery, and for a label that the shop gave. */
  readonly paidBy: 'customer' | 'shop';
  /**
   * What the shop's standard delivery would have cost: the shop bears no more of a trip that the customer has paid for.
   * Default: all of it.
   */
  readonly standardMinor?: number;
}

/** What freight changes in a refund. */
export interface FreightShares {
  /** Given back to the customer, who has paid it, of the way out. */
  readonly outboundMinor: number;
  /** Given back of the way back. */
  readonly backMinor: number;
  /** Taken off the refund: what the customer bears and the shop has paid. */
  readonly deductedMinor: number;
}

/** What is shared. */
export interface FreightInput {
  readonly rule: FreightRule;
  readonly outbound: FreightTrip;
  /** The ways back, one for each parcel whose cost is known. */
  readonly back: readonly FreightTrip[];
  /**
   * The part of the goods that goes back: the way out is shared by it. From 0 to the whole (included). `before`: what went
   * back earlier, so that the shares of all parts sum up to the way out to the cent. Default 0.
   */
  readonly part: { readonly of: number; readonly whole: number; readonly before?: number };
}

/**
 * Shares the freight of a return. The way out counts by the value of what goes back: all of it for a whole order. Each
 * trip is evened out between who has paid and who bears it, to the cent.
 *
 * @throws `AftercareError` `unsafe_amount` for amounts that are no safe integers
 *
 * @example
 * ```ts
 * import { freightShares } from '@aftercare/policies';
 *
 * // Free delivery, no fault of the shop's: the customer bears the way back, which the customer has paid.
 * freightShares({
 *   rule: { outbound: 'as_paid', back: 'customer' },
 *   outbound: { costMinor: 800, paidBy: 'shop' },
 *   back: [{ costMinor: 1200, paidBy: 'customer' }],
 *   part: { of: 1, whole: 1 },
 * }); // => { outboundMinor: 0, backMinor: 0, deductedMinor: 0 }
 * ```
 */
export function freightShares({ rule, outbound, back, part }: FreightInput): FreightShares {
  const outboundBalance = scaled(balanceOf(outbound, rule.outbound), part);
  const backBalances = back.map((trip) => balanceOf(trip, rule.back));
  const owed = [outboundBalance, ...backBalances].filter((balance) => balance < 0);
  return {
    outboundMinor: Math.max(0, outboundBalance),
    backMinor: backBalances.reduce((sum, balance) => sum + Math.max(0, balance), 0),
    deductedMinor: owed.reduce((sum, balance) => sum - balance, 0),
  };
}

/** What the customer has paid of a trip less what the customer bears: positive is given back, negative is owed. */
function balanceOf({ costMinor, paidBy, standardMinor }: FreightTrip, bearer: FreightBearer): number {
  if (bearer === 'as_paid') return 0;
  const shared = Math.min(costMinor, standardMinor ?? costMinor);
  if (paidBy === 'customer') {
    if (bearer === 'customer') return 0;
    return bearer === 'shop' ? shared : Math.ceil(shared / 2);
  }
  if (bearer === 'shop') return 0;
  return bearer === 'customer' ? -shared : -Math.floor(shared / 2);
}

function scaled(minor: number, { of, whole, before = 0 }: FreightInput['part']): number {
  if (minor === 0 || of === 0) return 0;
  const until = (part: number) => (part >= whole ? minor : shareOf(minor, part, whole));
  return until(before + of) - until(before);
}
