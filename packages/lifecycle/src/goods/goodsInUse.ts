import { type Day, daySchema, identifierSchema, type ShopCalendar } from '@aftercare/core';
import * as z from 'zod';

/** Schema of {@link GoodsInUse}. */
export const goodsInUseSchema = z.strictObject({
  sku: identifierSchema,
  signedDay: daySchema.meta({ description: 'The shop day on which the customer had them.' }),
  pieces: z.int().min(1),
  daysPerPiece: z.number().positive().max(36_600).exactOptional().meta({
    description: 'How long one piece lasts: the product repurchase cycle of the SKU. Absent: not known.',
  }),
  bestBefore: daySchema
    .exactOptional()
    .meta({ description: 'The last day on which they are at their best. Absent: there is none.' }),
});

/** Goods that a customer has at home, as far as the shop can tell. */
export interface GoodsInUse extends Readonly<z.infer<typeof goodsInUseSchema>> {}

/** For how many days after goods have run out, or are past their best, they come before what lies ahead. */
export const GOODS_GRACE_DAYS = 7;

/** How goods stand on a day: days until the first of them runs out and until the first is past its best. */
export interface GoodsOutlook {
  readonly daysUntilRunOut: number | null;
  readonly daysUntilBestBefore: number | null;
}

/**
 * How the goods of a customer stand on a day. Pieces of one SKU are used one after the other: what came before the last
 * pieces were used up lasts on from their end. Goods that ran out, or were past their best, more than
 * {@link GOODS_GRACE_DAYS} days ago count only where there is nothing else, the latest of them: one that was never bought
 * again would hide all others.
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 * import { goodsOutlook } from '@aftercare/lifecycle';
 *
 * const calendar = createShopCalendar({ timeZone: 'UTC' });
 * const goods = [{ sku: 'tea', signedDay: '2026-03-01', pieces: 2, daysPerPiece: 20 }];
 * goodsOutlook(goods, '2026-04-05', calendar); // => { daysUntilRunOut: 5, daysUntilBestBefore: null }
 * ```
 */
export function goodsOutlook(goods: readonly GoodsInUse[], today: Day, calendar: ShopCalendar): GoodsOutlook {
  if (goods.length === 0) return NOTHING_IN_USE;
  const bestBefore = goods.flatMap((each) =>
    each.bestBefore === undefined ? [] : calendar.daysBetween(today, each.bestBefore),
  );
  return {
    daysUntilRunOut: nextOf(runOutDays(goods, today, calendar)),
    daysUntilBestBefore: nextOf(bestBefore),
  };
}

const NOTHING_IN_USE: GoodsOutlook = Object.freeze({ daysUntilRunOut: null, daysUntilBestBefore: null });

function nextOf(days: readonly number[]): number | null {
  const current = days.filter((each) => each >= -GOODS_GRACE_DAYS);
  if (current.length > 0) return Math.min(...current);
  return days.length === 0 ? null : Math.max(...days);
}

function runOutDays(goods: readonly GoodsInUse[], today: Day, calendar: ShopCalendar): readonly number[] {
  const inOrder = [...goods].sort((one, other) => (one.signedDay < other.signedDay ? -1 : 1));
  const ends = new Map<string, number>();
  for (const { sku, signedDay, pieces, daysPerPiece } of inOrder) {
    if (daysPerPiece === undefined) continue;
    const signed = calendar.daysBetween(today, signedDay);
    ends.set(sku, Math.max(ends.get(sku) ?? signed, signed) + pieces * daysPerPiece);
  }
  // A piece that lasts 10.5 days is there until the middle of its last day. Sums of fractions fall short of a whole day by
  // less than this, and by more or less on another day, which would make another day of it.
  return Array.from(ends.values(), (end) => Math.floor(end + 1e-6));
}
