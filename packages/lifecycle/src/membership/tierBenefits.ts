import * as z from 'zod';

const percent = z.int().min(1).max(99);

/** Schema of {@link TierCoupon}. */
export const tierCouponSchema = z.union([
  z.strictObject({ discountPercent: percent.meta({ description: '10: a tenth off the price.' }) }),
  z.strictObject({
    amountMinor: z.int().min(1).meta({ description: 'What it takes off, in the minor unit.' }),
    fromMinor: z.int().min(0).meta({ description: 'The least that an order must come to.' }),
  }),
]);

/** What a member gets off one order: a share of it, or an amount from an amount on. */
export type TierCoupon = z.infer<typeof tierCouponSchema>;

/** Schema of {@link TierBenefits}. */
export const tierBenefitsSchema = z.strictObject({
  discountPercent: percent.exactOptional().meta({ description: 'Off every price, always. Absent: none.' }),
  pointsPercent: z.int().min(0).max(10_000).exactOptional().meta({
    description:
      'Points for the same purchase, in percent of those of everybody: 150 is one and a half times. Absent: 100.',
  }),
  memberDayCoupon: tierCouponSchema.exactOptional().meta({ description: 'On member days.' }),
  birthdayCoupon: tierCouponSchema.exactOptional().meta({ description: 'For the birthday.' }),
  freeShippingFromMinor: z.int().min(0).exactOptional().meta({
    description: 'Orders from this amount on (included) travel free; 0: all. Absent: as for everybody.',
  }),
  priorityService: z.boolean().exactOptional().meta({ description: 'Served before others. Absent: no.' }),
  earlyNoticeDays: z.int().min(1).max(60).exactOptional().meta({
    description: 'So many days before others, members hear of big sales. Absent: not before.',
  }),
  trialsAYear: z.int().min(1).max(366).exactOptional().meta({
    description: 'New products sent to try, at most so many a year. Absent: none.',
  }),
});

/** What the members of a tier have from it, beside its title. */
export interface TierBenefits extends z.infer<typeof tierBenefitsSchema> {}
