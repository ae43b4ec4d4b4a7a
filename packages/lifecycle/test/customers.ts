import { type CustomerFacts, createShopCalendar, type Day, type ShopCalendar } from '@aftercare/core';
import { newProspect } from '@aftercare/lifecycle';

/** The shop of the tests: in Shanghai, where the clocks never change. */
export const shanghai: ShopCalendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });

/** 9 o'clock in Shanghai on 31 March 2026: nobody's quiet hours. */
export const now = '2026-03-31T01:00:00.000Z';

/** The shop day of {@link now}. */
export const today: Day = '2026-03-31';

/** An instant so many days of 24 hours after {@link now}. */
export function nowPlus(days: number): string {
  return new Date(Date.parse(now) + days * 86_400_000).toISOString();
}

/** A customer who bought once and had the goods on the same day, so many days before a day (absent: {@link today}). */
export function boughtOnce(
  days: number,
  change: Partial<CustomerFacts> = {},
  onDay: Day = today,
): CustomerFacts {
  const purchaseDay = shanghai.addDays(onDay, -days);
  return {
    ...newProspect,
    purchaseCount: 1,
    orderCount: 1,
    firstPaidDay: purchaseDay,
    lastPaidDay: purchaseDay,
    daysSinceFirstPurchase: days,
    daysSinceLastPurchase: days,
    daysSinceSigned: days,
    totalSpentMinor: 9900,
    averageOrderValueMinor: 9900,
    recencyScore: 3,
    frequencyScore: 3,
    monetaryScore: 3,
    ...change,
  };
}
