import { allocateMoney, money } from '@aftercare/core';
import * as z from 'zod';
import type { ReadonlyOutput } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { shareOf } from './shareOf.js';

/** Schema of {@link Promotion}. */
export const promotionSchema = z.strictObject({
  promotionId: z.string().min(1).meta({ description: 'For people: nothing is worked out from it.' }),
  lineIds: z.array(z.string()).min(1).exactOptional().meta({
    description: 'Lines whose prices count for the amount, and bear the discount. Default: all lines.',
  }),
  tiers: z
    .array(
      z.strictObject({
        fromMinor: z.int().min(0).meta({ description: 'What the goods must come to, before promotions.' }),
        offMinor: z.int().min(0).meta({ description: 'What is off the sum of the lines, once.' }),
      }),
    )
    .min(1)
    .meta({
      description:
        'From `fromMinor` (included) on `offMinor` is off: 30 off from 200, 60 off from 300. Of those reached, the one with the most off counts.',
    }),
});

/** A discount that an order got by reaching an amount: 30 off from 200, 60 off from 300. */
export type Promotion = ReadonlyOutput<typeof promotionSchema>;

/** A line of an order as it was priced, before promotions on the order. */
export interface PricedLine {
  readonly lineId: string;
  readonly pieces: number;
  /** For all pieces together. */
  readonly priceMinor: number;
}

/**
 * How what is due for a part of the pieces is worked out. `proportional`: the promotions stay, and each piece carries its
 * share of them. `recalculated`: promotions are looked at anew, as if only these pieces had been bought.
 */
export const dueModeSchema = z.enum(['proportional', 'recalculated']);

/** `proportional`: promotions stay, and each piece carries its share. `recalculated`: as if only these pieces had been bought. */
export type DueMode = z.infer<typeof dueModeSchema>;

/**
 * What a customer owes for some of the pieces of an order. The refund for pieces that go back is what was due less what
 * is still due: so any series of returns sums up to the price of the order to the cent. For no pieces nothing is due,
 * for all of them their price less promotions in both modes.
 *
 * @param kept - pieces that stay with the customer, by line; a line that is missing keeps none
 *
 * @example
 * ```ts
 * import { goodsDue } from '@aftercare/policies';
 *
 * // 250 and 50, and 30 off from 300: sending the small one back loses the discount.
 * const lines = [
 *   { lineId: 'a', pieces: 1, priceMinor: 25000 },
 *   { lineId: 'b', pieces: 1, priceMinor: 5000 },
 * ];
 * const promotions = [{ promotionId: 'p', tiers: [{ fromMinor: 30000, offMinor: 3000 }] }];
 * goodsDue(lines, promotions, { a: 1, b: 1 }, 'recalculated'); // => 27000
 * goodsDue(lines, promotions, { a: 1 }, 'recalculated'); // => 25000
 * goodsDue(lines, promotions, { a: 1 }, 'proportional'); // => 22500
 * ```
 */
export function goodsDue(
  lines: readonly PricedLine[],
  promotions: readonly Promotion[],
  kept: Readonly<Record<string, number>>,
  mode: DueMode,
): number {
  if (lines.every(({ lineId }) => countIn(kept, lineId) === 0)) return 0;
  const net = mode === 'recalculated' ? undefined : netPrices(lines, promotions);
  const prices = lines.map((line, index) => {
    const { lineId, pieces } = line;
    const price = net?.[index] ?? line.priceMinor;
    return { lineId, minor: shareOf(price, countIn(kept, lineId), pieces) };
  });
  const total = prices.reduce((sum, { minor }) => sum + minor, 0);
  return net === undefined ? total - discountsOn(prices, promotions) : total;
}

/** The prices of lines after each has borne its share of the promotions on the whole order. */
function netPrices(lines: readonly PricedLine[], promotions: readonly Promotion[]): number[] {
  const net = lines.map(({ priceMinor }) => priceMinor);
  const prices = lines.map(({ lineId, priceMinor }) => ({ lineId, minor: priceMinor }));
  for (const promotion of promotions) {
    const off = discountOn(prices, promotion);
    if (off === 0) continue;
    const weights = prices.map((price) => (concerns(promotion, price.lineId) ? price.minor : 0));
    // Any currency will do for a division.
    for (const [index, part] of allocateMoney(money(off, 'CNY'), weights).entries()) {
      net[index] = (net[index] ?? 0) - part.minor;
    }
  }
  return net;
}

interface LinePrice {
  readonly lineId: string;
  readonly minor: number;
}

function discountsOn(prices: readonly LinePrice[], promotions: readonly Promotion[]): number {
  return promotions.reduce((sum, promotion) => sum + discountOn(prices, promotion), 0);
}

/** The best tier that is reached; never more than the goods cost. */
function discountOn(prices: readonly LinePrice[], promotion: Promotion): number {
  const basis = prices
    .filter(({ lineId }) => concerns(promotion, lineId))
    .reduce((sum, { minor }) => sum + minor, 0);
  const reached = promotion.tiers.filter(({ fromMinor }) => basis >= fromMinor);
  return Math.min(basis, Math.max(0, ...reached.map(({ offMinor }) => offMinor)));
}

function concerns({ lineIds }: Promotion, lineId: string): boolean {
  return lineIds?.includes(lineId) ?? true;
}
