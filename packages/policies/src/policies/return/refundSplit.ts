import * as z from 'zod';

/**
 * What an order can be paid with: money; a coupon or voucher; points; and the stated value of a gift that came with it.
 */
export const TENDERS = ['money', 'coupon', 'points', 'gift_value'] as const;

/** Schema of {@link Tender}. */
export const tenderSchema = z.enum(TENDERS);

/** A means of payment. */
export type Tender = z.infer<typeof tenderSchema>;

/** Schema of {@link TenderAmounts}. */
export const tenderAmountsSchema = z.strictObject({
  money: z.int().min(0).meta({ description: 'Money, in minor units.' }),
  coupon: z.int().min(0).meta({ description: 'Coupons and vouchers, in minor units.' }),
  points: z
    .int()
    .min(0)
    .meta({ description: 'What was paid with points, in minor units: no number of points.' }),
  gift_value: z
    .int()
    .min(0)
    .meta({ description: 'The stated value of gifts that count as a means of payment, in minor units.' }),
});

/** Amounts by means of payment, all in the minor unit of the order's currency. */
export type TenderAmounts = Readonly<z.infer<typeof tenderAmountsSchema>>;

/** Nothing in any means of payment. */
export const NO_TENDERS: TenderAmounts = Object.freeze({ money: 0, coupon: 0, points: 0, gift_value: 0 });

/** How a refund is made up. */
export interface RefundSplit {
  readonly parts: TenderAmounts;
  /** What could not be given back, because all that was paid has been. */
  readonly unpaidMinor: number;
}

/**
 * Splits a refund over the means of payment, in an order that the shop states: each gives back as much as is left of it
 * before the next one does. The parts and what could not be given back sum up to the amount.
 *
 * @param amountMinor - zero or more
 * @param left - of each means of payment: what was paid with it, less what has gone back
 * @param order - the first one first; one that is not in it gives nothing back
 *
 * @example
 * ```ts
 * import { splitRefund } from '@aftercare/policies';
 *
 * const left = { money: 5000, coupon: 1000, points: 300, gift_value: 0 };
 * splitRefund(5600, left, ['money', 'coupon', 'points']).parts;
 * // => { money: 5000, coupon: 600, points: 0, gift_value: 0 }
 * splitRefund(7000, left, ['money', 'coupon', 'points']).unpaidMinor; // => 700
 * ```
 */
export function splitRefund(amountMinor: number, left: TenderAmounts, order: readonly Tender[]): RefundSplit {
  const parts = { ...NO_TENDERS };
  let rest = amountMinor;
  for (const tender of order) {
    const part = Math.min(rest, Math.max(0, left[tender]) - parts[tender]);
    parts[tender] += part;
    rest -= part;
  }
  return { parts, unpaidMinor: rest };
}

/** All means of payment together. */
export function totalOfTenders({ money, coupon, points, gift_value }: TenderAmounts): number {
  return money + coupon + points + gift_value;
}

/** Amounts added, means by means. */
export function addTenders(one: TenderAmounts, other: TenderAmounts): TenderAmounts {
  return mapTenders((tender) => one[tender] + other[tender]);
}

/** Amounts taken off, means by means, and never less than nothing. */
export function subtractTenders(from: TenderAmounts, other: TenderAmounts): TenderAmounts {
  return mapTenders((tender) => Math.max(0, from[tender] - other[tender]));
}

function mapTenders(amountOf: (tender: Tender) => number): TenderAmounts {
  return {
    money: amountOf('money'),
    coupon: amountOf('coupon'),
    points: amountOf('points'),
    gift_value: amountOf('gift_value'),
  };
}
