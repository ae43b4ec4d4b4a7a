import { NO_DAY } from '../log/index.js';
import type { Buyers } from '../metrics/buyers/buyers.js';
import type { RfmSegment } from '../metrics/rfm/index.js';
import type { RfmScoring, RfmValues } from '../metrics/rfm/rfmScoring.js';
import type { RfmScores } from '../metrics/rfm/rfmSegment.js';
import { type DayNumber, dayOfNumber, isDayNumber } from '../time/index.js';
import type { CustomerFacts } from './customerFacts.js';
import { NEVER, type OrderStates } from './orderStates.js';
import { NO_PROFILE, type Profile } from './profiles.js';
import type { ValueForecast } from './valueModel.js';

/** All that facts are made from; columns are by the customer's number in the snapshot. */
export interface FactSources {
  readonly asOfDay: DayNumber;
  readonly buyers: Buyers;
  readonly states: OrderStates;
  readonly lastVisitDay: Int32Array;
  readonly profiles: readonly (Profile | undefined)[];
  readonly scoring: RfmScoring;
  readonly segments: readonly RfmSegment[];
  /** What a value model says of a customer with a purchase; absent: there is no model. */
  readonly forecastOf?: ((number: number) => ValueForecast) | undefined;
  /** Finds the place of scores in `segments`. */
  segmentOf(scores: RfmScores): number;
}

/** The facts of a customer; `undefined` for one of whom nothing was known by the day. */
export function factsOf(sources: FactSources, number: number): CustomerFacts | undefined {
  const { asOfDay, states, scoring } = sources;
  const profile = sources.profiles[number];
  if (profile === undefined && (states.hasOrder[number] ?? 0) === 0) return undefined;
  const { tags, region, birthdayKnown, daysUntilBirthday } = profile ?? NO_PROFILE;
  const values = scoring.valuesOf(number);
  const purchases = values === undefined ? NO_PURCHASE : purchaseFacts(sources, number, values);
  // Key by key: spreading a record of this length costs many times what all else does.
  return {
    purchaseCount: purchases.purchaseCount,
    orderCount: purchases.orderCount,
    firstPaidDay: purchases.firstPaidDay,
    lastPaidDay: purchases.lastPaidDay,
    daysSinceFirstPurchase: purchases.daysSinceFirstPurchase,
    daysSinceLastPurchase: purchases.daysSinceLastPurchase,
    daysSinceSigned: purchases.daysSinceSigned,
    totalSpentMinor: purchases.totalSpentMinor,
    averageOrderValueMinor: purchases.averageOrderValueMinor,
    ownCycleDays: purchases.ownCycleDays,
    expectedNextPurchaseDay: purchases.expectedNextPurchaseDay,
    daysUntilExpectedPurchase: purchases.daysUntilExpectedPurchase,
    recencyScore: purchases.recencyScore,
    frequencyScore: purchases.frequencyScore,
    monetaryScore: purchases.monetaryScore,
    rfmSegment: purchases.rfmSegment,
    probabilityAlive: purchases.probabilityAlive,
    expectedPurchases90Days: purchases.expectedPurchases90Days,
    lifetimeValueMinor: purchases.lifetimeValueMinor,
    daysSinceUnpaidOrder: daysSince(states.unpaidDay[number] ?? NEVER, asOfDay),
    daysSinceLastVisit: daysSince(sources.lastVisitDay[number] ?? NEVER, asOfDay),
    tags,
    region,
    birthdayKnown,
    isBirthday: daysUntilBirthday === null ? null : daysUntilBirthday === 0,
    daysUntilBirthday,
  };
}

/** The facts that come from purchases. */
type PurchaseFacts = Omit<
  CustomerFacts,
  | 'daysSinceUnpaidOrder'
  | 'daysSinceLastVisit'
  | 'tags'
  | 'region'
  | 'birthdayKnown'
  | 'isBirthday'
  | 'daysUntilBirthday'
>;

/** Of a customer who has not bought yet. The keys stand as in {@link purchaseFacts}: one shape of records is read fastest. */
const NO_PURCHASE: PurchaseFacts = {
  purchaseCount: 0,
  orderCount: 0,
  firstPaidDay: null,
  lastPaidDay: null,
  daysSinceFirstPurchase: null,
  daysSinceLastPurchase: null,
  daysSinceSigned: null,
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
};

/** Without a value model. */
const NO_FORECAST = {
  probabilityAlive: null,
  expectedPurchases90Days: null,
  lifetimeValueMinor: null,
} as const;

function purchaseFacts(sources: FactSources, number: number, values: RfmValues): PurchaseFacts {
  const { asOfDay, buyers, states, scoring, segments, segmentOf } = sources;
  const purchaseCount = buyers.purchaseDaysOf(number);
  const orderCount = buyers.ordersOf(number);
  const firstDay = buyers.firstDayOf(number);
  const lastDay = buyers.lastDayOf(number);
  const ownCycleDays = purchaseCount < 2 ? null : (lastDay - firstDay) / (purchaseCount - 1);
  const expectedDay = ownCycleDays === null ? null : lastDay + Math.round(ownCycleDays);
  const scores = scoring.scoresOf(values);
  const forecast = sources.forecastOf?.(number) ?? NO_FORECAST;
  return {
    purchaseCount,
    orderCount,
    firstPaidDay: dayOfNumber(firstDay),
    lastPaidDay: dayOfNumber(lastDay),
    daysSinceFirstPurchase: asOfDay - firstDay,
    daysSinceLastPurchase: asOfDay - lastDay,
    daysSinceSigned: daysSince(states.signedDay[number] ?? NEVER, asOfDay),
    totalSpentMinor: values.monetaryMinor,
    averageOrderValueMinor: dividedHalfUp(values.monetaryMinor, orderCount),
    ownCycleDays,
    expectedNextPurchaseDay:
      expectedDay === null || !isDayNumber(expectedDay) ? null : dayOfNumber(expectedDay),
    daysUntilExpectedPurchase: expectedDay === null ? null : expectedDay - asOfDay,
    recencyScore: scores.recency,
    frequencyScore: scores.frequency,
    monetaryScore: scores.monetary,
    rfmSegment: segments[segmentOf(scores)]?.code ?? null,
    probabilityAlive: forecast.probabilityAlive,
    expectedPurchases90Days: forecast.expectedPurchases90Days,
    lifetimeValueMinor: forecast.lifetimeValueMinor,
  };
}

/** Null for a day that there is none of, or none yet. */
function daysSince(day: DayNumber, asOfDay: DayNumber): number | null {
  return day === NEVER || day === NO_DAY ? null : asOfDay - day;
}

/** `Math.round` of the quotient would round an amount of many digits twice. */
function dividedHalfUp(amountMinor: number, parts: number): number {
  const remainder = amountMinor % parts;
  return (amountMinor - remainder) / parts + (remainder * 2 >= parts ? 1 : 0);
}
