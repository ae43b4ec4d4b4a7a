import {
  type Customer,
  type CustomerFacts,
  codeSchema,
  type Day,
  daySchema,
  type Instant,
} from '@aftercare/core';
import * as z from 'zod';
import type { GoodsInUse } from '../goods/index.js';
import type { TierAssessment } from '../membership/index.js';
import type { CareHistoryEntry } from './careHistory.js';

/** An after-sales case that is not settled. */
export interface OpenCase {
  readonly id: string;
}

/** Schema of {@link WorldEvent}. */
export const worldEventSchema = z.strictObject({
  code: codeSchema.meta({ description: 'bad_weather, heat, disaster, or a code of the shop.' }),
  region: z.string().min(1).max(100).meta({ description: 'As customers and orders name it.' }),
  from: daySchema.meta({ description: 'Its first shop day.' }),
  to: daySchema.meta({ description: 'The first shop day after it.' }),
});

/** Something that goes on in a region, so that the shop cares there and does not sell. */
export interface WorldEvent extends Readonly<z.infer<typeof worldEventSchema>> {}

/** What is known of one customer at the moment of planning. */
export interface PlanInput {
  /** Who it is, with consents, time zone, birthday and the channels on which they can be reached. */
  readonly customer: Customer;
  /** The customer's facts on the shop day of `now`, as `takeSnapshot` gives them. */
  readonly facts: CustomerFacts;
  /**
   * All that happened to earlier actions of the customer, in any order; empty for none. Of a customer who was merged out of
   * several, that of each.
   */
  readonly history: readonly CareHistoryEntry[];
  readonly now: Instant;
  /** The customer's after-sales cases that are not settled. Absent: there are none. */
  readonly openCases?: readonly OpenCase[];
  /** The customer's membership, as `assessTier` gives it. Absent: tiers are not assessed. */
  readonly membership?: TierAssessment;
  /** What the customer has at home. Absent: not known. */
  readonly goods?: readonly GoodsInUse[];
  /** What goes on in which regions; where several events meet, the first of the list counts. Absent: nothing. */
  readonly worldEvents?: readonly WorldEvent[];
}

/** The facts of somebody who never bought or visited: a start for facts that are written by hand. */
export const newProspect: CustomerFacts = Object.freeze({
  purchaseCount: 0,
  orderCount: 0,
  firstPaidDay: null,
  lastPaidDay: null,
  daysSinceFirstPurchase: null,
  daysSinceLastPurchase: null,
  daysSinceSigned: null,
  daysSinceUnpaidOrder: null,
  daysSinceLastVisit: null,
  totalSpentMinor: 0,
  averageOrderValueMinor: null,
  ownCycleDays: null,
  expectedNextPurchaseDay: null,
  daysUntilExpectedPurchase: null,
  recencyScore: null,
  frequencyScore: null,
  monetaryScore: null,
  rfmSegment: null,
  probabilityAlive: null,
  expectedPurchases90Days: null,
  lifetimeValueMinor: null,
  tags: [],
  region: null,
  birthdayKnown: false,
  isBirthday: null,
  daysUntilBirthday: null,
});

/** The world event of a region on a day; `undefined` when there is none. */
export function worldEventIn(
  region: string | null | undefined,
  today: Day,
  events: readonly WorldEvent[] = [],
): WorldEvent | undefined {
  return events.find((event) => event.region === region && today >= event.from && today < event.to);
}
