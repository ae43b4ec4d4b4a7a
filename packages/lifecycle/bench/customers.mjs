// Customers as a shop has them, made one by one from a seed: nothing of them is kept.
import { createShopCalendar } from '@aftercare/core';
import { newProspect } from '@aftercare/lifecycle';

export const TODAY = '2026-03-31';
export const NOW = '2026-03-31T14:00:00Z';
export const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });

const REGIONS = ['north', 'east', 'south', 'west', 'centre'];
const ZONES = [undefined, undefined, undefined, undefined, undefined, 'America/New_York', 'Europe/Berlin'];
const CHANNELS = ['app_push', 'sms', 'email', 'wechat'];
const TITLES = ['Regular', 'Plus', 'VIP', 'Premier VIP'];

/** The days on which customers bought, as texts: made once, since a log has them as such. */
const days = Array.from({ length: 1100 }, (_, ago) => calendar.addDays(TODAY, -ago));

const CONSENTS = CHANNELS.map((channel) => ({ channel, purpose: 'marketing', granted: true }));

/** Numbers from a seed, the same in every process. */
function randomOf(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** What a host looks up for each customer before it plans: a stream of inputs for the planner. */
export function* inputsOf(count) {
  const random = randomOf(20260331);
  for (let number = 0; number < count; number++) yield inputOf(`c-${number}`, random);
}

function inputOf(id, random) {
  const customer = {
    id,
    name: 'Li Wei',
    locale: random(2) === 0 ? 'zh-CN' : 'en',
    ...(random(10) < 6 && { consents: CONSENTS }),
    ...(random(3) === 0 && {
      birthday: { calendar: 'solar', month: 1 + random(12), day: 1 + random(28) },
    }),
  };
  const timeZone = ZONES[random(ZONES.length)];
  if (timeZone !== undefined) customer.timeZone = timeZone;
  const region = REGIONS[random(REGIONS.length)];
  if (random(10) === 0) {
    const facts = { ...newProspect, region, daysSinceUnpaidOrder: random(3) === 0 ? random(5) : null };
    return { customer, facts, history: [], now: NOW };
  }
  const since = Math.floor((random(1000) * random(1000)) / 1500);
  const count = 1 + Math.floor(random(100) ** 2 / 2500);
  const first = Math.min(1099, since + (count - 1) * (20 + random(40)));
  const spent = 2000 + random(90_000) * count;
  const score = 1 + random(5);
  const cycle = count < 2 ? null : (first - since) / (count - 1) || 1;
  const signed = since < 4 ? null : since - Math.min(since, 3);
  const facts = {
    purchaseCount: count,
    orderCount: count,
    firstPaidDay: days[first],
    lastPaidDay: days[since],
    daysSinceFirstPurchase: first,
    daysSinceLastPurchase: since,
    daysSinceSigned: signed,
    daysSinceUnpaidOrder: null,
    daysSinceLastVisit: null,
    totalSpentMinor: spent,
    averageOrderValueMinor: Math.round(spent / count),
    ownCycleDays: cycle,
    expectedNextPurchaseDay: null,
    daysUntilExpectedPurchase: cycle === null ? null : Math.round(cycle) - since,
    recencyScore: score,
    frequencyScore: score,
    monetaryScore: 1 + random(5),
    rfmSegment: 'general_keeping',
    probabilityAlive: null,
    expectedPurchases90Days: null,
    lifetimeValueMinor: null,
    tags: [],
    region,
    birthdayKnown: false,
    isBirthday: null,
    daysUntilBirthday: null,
  };
  const rank = Math.min(4, 1 + Math.floor(count / 2));
  const title = { en: TITLES[rank - 1], 'zh-CN': TITLES[rank - 1] };
  const membership = {
    tier: `tier_${rank}`,
    rank,
    title,
    by: 'purchases',
    since: days[since],
    until: null,
    change: 'risen',
    next:
      rank === 4
        ? null
        : { tier: `tier_${rank + 1}`, rank: rank + 1, title, missingMinor: 5000, missingPurchases: 1 },
    counted: { amountMinor: spent, purchases: count },
    asOf: TODAY,
    currency: 'CNY',
  };
  return { customer, facts, history: historyOf(id, since, random), membership, now: NOW };
}

/** A third of the customers heard from the shop lately. */
function historyOf(id, since, random) {
  if (random(3) !== 0) return [];
  const ago = random(40);
  return [
    {
      actionId: `slipping_offer/slipping_since_${days[since]}/${id}`,
      rule: 'slipping_offer',
      status: 'sent',
      at: `${days[ago]}T02:00:00.000Z`,
      channel: 'app_push',
      purpose: 'marketing',
      dueAt: `${days[ago]}T02:00:00.000Z`,
      expiresAt: `${days[Math.max(0, ago - 14)]}T16:00:00.000Z`,
      grounds: '',
    },
  ];
}
