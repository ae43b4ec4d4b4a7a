import * as z from 'zod';
import { codeSchema } from '../domain/index.js';
import { fact } from '../foundation/index.js';
import { daySchema } from '../time/index.js';

const count = z.int().min(0);
const daysSince = z.int().min(0).nullable();
const score = z.int().min(1).max(5).nullable();

/**
 * Schema of {@link CustomerFacts}. Each fact has its unit, its range, a description, and what makes it change; rule editors
 * and documents are made from it.
 *
 * @example
 * ```ts
 * import { customerFactsSchema, factNotes } from '@aftercare/core';
 *
 * factNotes(customerFactsSchema).daysSinceLastPurchase.unit; // => 'days'
 * ```
 */
export const customerFactsSchema = z.strictObject({
  purchaseCount: fact(count, {
    description: 'Purchases to date; all orders of one day are one purchase.',
    unit: 'purchases',
    changes: 'on_event',
  }),
  orderCount: fact(count, {
    description: 'Orders that were purchases to date; two of one day are two.',
    unit: 'orders',
    changes: 'on_event',
  }),
  firstPaidDay: fact(daySchema.nullable(), {
    description:
      'The day of the first purchase: paid in full, or signed for when paid on delivery. Null without a purchase.',
    changes: 'on_event',
  }),
  lastPaidDay: fact(daySchema.nullable(), {
    description: 'The day of the last purchase. Null without a purchase.',
    changes: 'on_event',
  }),
  daysSinceFirstPurchase: fact(daysSince, {
    description: 'Days since the first purchase, 0 on its day. Null without a purchase.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysSinceLastPurchase: fact(daysSince, {
    description: 'Days since the last purchase, 0 on its day. Null without a purchase.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysSinceSigned: fact(daysSince, {
    description:
      'Days since the last purchase was signed for, 0 on that day. Null as long as it, or one of several orders of its day, is under way; null without a purchase, or where deliveries are not known.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysSinceUnpaidOrder: fact(daysSince, {
    description:
      'Days since the last order that is still to be paid was placed; orders with a deposit count until the final payment, orders paid on delivery do not. Null when nothing is to be paid.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysSinceLastVisit: fact(daysSince, {
    description: 'Days since the last visit, 0 on its day. Null where no visit is known.',
    unit: 'days',
    changes: 'with_day',
  }),
  totalSpentMinor: fact(count, {
    description: 'What all purchases to date cost, less what was refunded of them.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  averageOrderValueMinor: fact(count.nullable(), {
    description: 'totalSpentMinor / orderCount, rounded half up. Null without a purchase.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  ownCycleDays: fact(z.number().min(1).nullable(), {
    description:
      "The customer's own repurchase cycle: the mean of the days between purchases, not rounded. Null before the second purchase.",
    unit: 'days',
    changes: 'on_event',
  }),
  expectedNextPurchaseDay: fact(daySchema.nullable(), {
    description:
      'The day of the last purchase and one cycle of the customer, rounded half up to a day. Null before the second purchase.',
    changes: 'on_event',
  }),
  daysUntilExpectedPurchase: fact(z.int().nullable(), {
    description: 'Days until that day, 0 on it, below 0 after it. Null before the second purchase.',
    unit: 'days',
    changes: 'with_day',
  }),
  recencyScore: fact(score, {
    description: 'RFM: how lately the customer bought, 5 is best. Null without a purchase.',
    changes: 'with_population',
  }),
  frequencyScore: fact(score, {
    description: 'RFM: how often the customer bought, 5 is best. Null without a purchase.',
    changes: 'with_population',
  }),
  monetaryScore: fact(score, {
    description: 'RFM: how much the customer spent, 5 is best. Null without a purchase.',
    changes: 'with_population',
  }),
  rfmSegment: fact(codeSchema.nullable(), {
    description: 'The code of the RFM segment. Null without a purchase.',
    changes: 'with_population',
  }),
  probabilityAlive: fact(z.number().min(0).max(1).nullable(), {
    description:
      'The probability that the customer has not left for good, by the value model of the snapshot; 1 until the second purchase. Null without a purchase or without a model.',
    changes: 'with_day',
  }),
  expectedPurchases90Days: fact(z.number().min(0).nullable(), {
    description:
      'Purchases to expect within the next 90 days, the chance that the customer has left included. Null without a purchase or without a value model.',
    unit: 'purchases',
    changes: 'with_day',
  }),
  lifetimeValueMinor: fact(z.int().min(0).nullable(), {
    description:
      'Revenue to expect within the horizon of the value model, discounted to today and rounded; what was spent to date is not in it. Null without a purchase or without a model.',
    unit: 'minor_units',
    changes: 'with_day',
  }),
  tags: fact(z.array(codeSchema).readonly(), {
    description: "The customer's tags; empty where none are known.",
    changes: 'on_event',
  }),
  region: fact(z.string().min(1).max(100).nullable(), {
    description: 'The region of delivery, as the shop names it. Null where it is not known.',
    changes: 'on_event',
  }),
  birthdayKnown: fact(z.boolean(), {
    description: 'Whether month and day of the birthday are known.',
    changes: 'on_event',
  }),
  isBirthday: fact(z.boolean().nullable(), {
    description:
      'Whether it is the birthday today, on the calendar of the shop. Null where that cannot be told.',
    changes: 'with_day',
  }),
  daysUntilBirthday: fact(z.int().min(0).nullable(), {
    description:
      'Days until the next birthday, 0 on it. Null where the birthday is not known, or is lunar and no lunar calendar was given.',
    unit: 'days',
    changes: 'with_day',
  }),
});

/**
 * What rules see of a customer: one flat record, as of one day. Numbers are days of the shop's calendar, purchases, or the
 * minor unit of the log's currency. Null means that it is not known, or that there is nothing yet; 0 is never used for that.
 */
export interface CustomerFacts extends Readonly<z.infer<typeof customerFactsSchema>> {}
