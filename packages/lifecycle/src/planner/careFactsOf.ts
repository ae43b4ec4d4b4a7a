import type { Day, ShopCalendar } from '@aftercare/core';
import {
  type BirthdayOccurrence,
  birthdayOccurrence,
  isInCoolOff,
  type LunarCalendar,
} from '../birthdays/index.js';
import type { CareFacts, CarePolicy } from '../care/index.js';
import { type GoodsInUse, goodsOutlook } from '../goods/index.js';
import { isHeldOut } from '../holdout/index.js';
import type { StageDecision } from '../stages/index.js';
import type { CareHistoryEntry } from './careHistory.js';
import { type PlanInput, type WorldEvent, worldEventIn } from './planInput.js';
import type { PlanningMoment } from './planningMoment.js';
import { requireInstant } from './requireInstant.js';

/** What a customer's facts are completed from, beside the input. */
export interface CareFactSources {
  readonly policy: CarePolicy;
  readonly calendar: ShopCalendar;
  readonly lunar: LunarCalendar | undefined;
}

/** What care rules see of a customer, and what it was found from. */
export interface Seen {
  readonly facts: CareFacts;
  readonly stage: StageDecision;
  /** The birthday that `daysUntilBirthday` leads to, where the customer's birthday is given. */
  readonly birthday: BirthdayOccurrence | undefined;
  readonly worldEvent: WorldEvent | undefined;
}

/** What care rules see of a customer at a moment: the facts of the snapshot, and what else is known. */
export function seenOf(
  input: PlanInput,
  stage: StageDecision,
  moment: PlanningMoment,
  sources: CareFactSources,
): Seen {
  const { facts, customer, history, membership, goods, openCases, worldEvents } = input;
  const { policy, calendar } = sources;
  const { today } = moment;
  const worldEvent =
    worldEvents === undefined ? undefined : worldEventIn(customer.region ?? facts.region, today, worldEvents);
  const localDay = customer.timeZone === undefined ? today : moment.zone(customer.timeZone).today;
  const birthday =
    customer.birthday && birthdayOccurrence(customer.birthday, localDay, policy.birthdays, sources.lunar);
  const daysUntilBirthday =
    customer.birthday === undefined
      ? facts.daysUntilBirthday
      : birthday === undefined
        ? null
        : calendar.daysBetween(localDay, birthday.day);
  const awaitingDelivery =
    policy.deliveriesRecorded && facts.purchaseCount > 0 && facts.daysSinceSigned === null;
  const outlook = goodsOutlook(goods ?? NO_GOODS, today, calendar);
  return {
    stage,
    birthday,
    worldEvent,
    // Key by key: spreading a record of this length costs many times what all else does.
    facts: {
      purchaseCount: facts.purchaseCount,
      orderCount: facts.orderCount,
      firstPaidDay: facts.firstPaidDay,
      lastPaidDay: facts.lastPaidDay,
      daysSinceFirstPurchase: facts.daysSinceFirstPurchase,
      daysSinceLastPurchase: facts.daysSinceLastPurchase,
      daysSinceSigned: facts.daysSinceSigned,
      daysSinceUnpaidOrder: facts.daysSinceUnpaidOrder,
      daysSinceLastVisit: facts.daysSinceLastVisit,
      totalSpentMinor: facts.totalSpentMinor,
      averageOrderValueMinor: facts.averageOrderValueMinor,
      ownCycleDays: facts.ownCycleDays,
      expectedNextPurchaseDay: facts.expectedNextPurchaseDay,
      daysUntilExpectedPurchase: facts.daysUntilExpectedPurchase,
      recencyScore: facts.recencyScore,
      frequencyScore: facts.frequencyScore,
      monetaryScore: facts.monetaryScore,
      rfmSegment: facts.rfmSegment,
      probabilityAlive: facts.probabilityAlive,
      expectedPurchases90Days: facts.expectedPurchases90Days,
      lifetimeValueMinor: facts.lifetimeValueMinor,
      tags: facts.tags,
      region: facts.region,
      birthdayKnown: customer.birthday !== undefined || facts.birthdayKnown,
      isBirthday: daysUntilBirthday === null ? null : daysUntilBirthday === 0,
      daysUntilBirthday,
      stage: stage.stage,
      daysSinceAnchor: policy.anchor === 'payment' ? facts.daysSinceLastPurchase : facts.daysSinceSigned,
      awaitingDelivery,
      daysAwaitingDelivery: awaitingDelivery ? facts.daysSinceLastPurchase : null,
      daysSinceSent: daysSinceSent(history, calendar, today, () => isHeldOut(policy.holdout, customer.id)),
      hasOpenCase: openCases !== undefined && openCases.length > 0,
      birthdayInCoolOff:
        customer.birthdayChangedAt !== undefined &&
        isInCoolOff(
          calendar.dayAt(requireInstant(customer.birthdayChangedAt, 'customer', 'birthdayChangedAt')),
          today,
          policy.birthdays,
        ),
      tier: membership?.tier ?? null,
      tierRank: membership?.rank ?? null,
      tierChange: membership?.change ?? null,
      daysSinceTierReached: daysSince(membership?.since, today, calendar),
      daysUntilTierEnds: daysUntil(membership?.until, today, calendar),
      missingToNextTierMinor: membership?.next?.missingMinor ?? null,
      missingToNextTierPurchases: membership?.next?.missingPurchases ?? null,
      isMemberDay: moment.daysUntilMemberDay === 0,
      daysUntilMemberDay: moment.daysUntilMemberDay,
      daysUntilFestival: moment.daysUntilFestival,
      daysUntilRunOut: outlook.daysUntilRunOut,
      daysUntilBestBefore: outlook.daysUntilBestBefore,
      worldEvent: worldEvent?.code ?? null,
      daysSinceWorldEvent: daysSince(worldEvent?.from, today, calendar),
    },
  };
}

function daysSince(day: Day | null | undefined, today: Day, calendar: ShopCalendar): number | null {
  // Assessed elsewhere by a clock that was ahead, it counts as today's.
  return day === null || day === undefined ? null : Math.max(0, calendar.daysBetween(day, today));
}

function daysUntil(day: Day | null | undefined, today: Day, calendar: ShopCalendar): number | null {
  return day === null || day === undefined ? null : calendar.daysBetween(today, day);
}

/**
 * An entry after today counts as today's: a clock that was ahead elsewhere is no reason to lose what was sent. To a customer
 * of the control group of all care, what was held out counts as sent: what follows on it is held out as well, and the groups
 * stay alike. What a rule's own control group did not get must not be followed on, a coupon by a reminder of it.
 */
function daysSinceSent(
  history: readonly CareHistoryEntry[],
  calendar: ShopCalendar,
  today: Day,
  isInControlGroup: () => boolean,
): Readonly<Record<string, number>> {
  if (history.length === 0) return NOTHING_SENT;
  const days = new Map<string, number>();
  for (const { rule, status, at } of history) {
    if (status !== 'sent' && !(status === 'held_out' && isInControlGroup())) continue;
    const since = Math.max(
      0,
      calendar.daysBetween(calendar.dayAt(requireInstant(at, 'history', 'at')), today),
    );
    days.set(rule, Math.min(since, days.get(rule) ?? since));
  }
  return Object.fromEntries(days);
}

const NO_GOODS: readonly GoodsInUse[] = Object.freeze([]);

const NOTHING_SENT: Readonly<Record<string, number>> = Object.freeze({});
