import {
  createShopCalendar,
  type Day,
  type EpochMillis,
  type Instant,
  instantOf,
  type Purpose,
  type ShopCalendar,
} from '@aftercare/core';
import type { LunarCalendar } from '../birthdays/index.js';
import type { CarePolicy } from '../care/index.js';
import { daysUntilFestivals } from '../festivals/index.js';
import { daysUntilMemberDay, type MembershipProgram } from '../membership/index.js';
import { afterQuietHours } from '../quietHours/index.js';
import { requireInstant } from './requireInstant.js';

/** How far ahead care rules see festivals. */
const FESTIVAL_HORIZON_DAYS = 60;

/** What the planner's moments are made from. */
export interface MomentSources {
  readonly policy: CarePolicy;
  readonly calendar: ShopCalendar;
  readonly program: MembershipProgram | undefined;
  readonly lunar: LunarCalendar | undefined;
}

/** What is the same for all customers of one instant. */
export interface PlanningMoment {
  readonly now: EpochMillis;
  readonly today: Day;
  readonly daysUntilFestival: Readonly<Record<string, number>>;
  readonly daysUntilMemberDay: number | null;
  /** The day that is so many days after today. */
  dayIn(days: number): Day;
  /** When that day begins. */
  startOfDayIn(days: number): EpochMillis;
  /** An instant as text; the few of a run are written once. */
  textOf(millis: EpochMillis): Instant;
  /** What the instant means on the clocks of a time zone; absent: of the shop. */
  zone(timeZone: string | undefined): ZoneMoment;
}

/** An instant on the clocks of a zone. */
interface ZoneMoment {
  readonly today: Day;
  /** When a message of a purpose may be sent that is decided now. */
  readonly due: Readonly<Record<Purpose, DueTime>>;
}

interface DueTime {
  readonly at: EpochMillis;
  /** The shop day of it. */
  readonly day: Day;
}

/** How many moments are kept: more than the days that are looked ahead for one customer after the other. */
const KEPT_MOMENTS = 1000;

/**
 * Gives the moments of a planner by the text of their instant. They are kept, and of each zone its calendar: a run over a
 * million customers has one instant and a few zones.
 */
export function planningMoments(sources: MomentSources): (now: Instant) => PlanningMoment {
  const calendars = new Map<string, ShopCalendar>([[sources.calendar.timeZone, sources.calendar]]);
  const calendarOf = (timeZone: string): ShopCalendar => {
    const known = calendars.get(timeZone) ?? createShopCalendar({ timeZone });
    calendars.set(timeZone, known);
    return known;
  };
  const moments = new Map<Instant, PlanningMoment>();
  return (now) => {
    const known = moments.get(now);
    if (known !== undefined) return known;
    if (moments.size >= KEPT_MOMENTS) moments.clear();
    const made = momentAt(requireInstant(now, 'now'), sources, calendarOf);
    moments.set(now, made);
    return made;
  };
}

function momentAt(
  now: EpochMillis,
  { policy, calendar, program, lunar }: MomentSources,
  calendarOf: (timeZone: string) => ShopCalendar,
): PlanningMoment {
  const today = calendar.dayAt(now);
  const zones = new Map<string, ZoneMoment>();
  const texts = new Map<EpochMillis, Instant>();
  const days = new Map<number, { readonly day: Day; readonly start: EpochMillis }>();
  const dayIn = (count: number) => {
    const known = days.get(count);
    if (known !== undefined) return known;
    const day = calendar.addDays(today, count);
    const made = { day, start: calendar.startOfDay(day) };
    days.set(count, made);
    return made;
  };
  return {
    now,
    today,
    daysUntilFestival: daysUntilFestivals(policy.festivals, today, {
      horizonDays: FESTIVAL_HORIZON_DAYS,
      ...(lunar && { lunar }),
    }),
    daysUntilMemberDay: program === undefined ? null : daysUntilMemberDay(program, today),
    dayIn: (count) => dayIn(count).day,
    startOfDayIn: (count) => dayIn(count).start,
    textOf(millis) {
      const known = texts.get(millis);
      if (known !== undefined) return known;
      const text = instantOf(millis);
      texts.set(millis, text);
      return text;
    },
    zone(timeZone = calendar.timeZone) {
      const known = zones.get(timeZone);
      if (known !== undefined) return known;
      const made = zoneMoment(now, policy, calendarOf(timeZone), calendar);
      zones.set(timeZone, made);
      return made;
    },
  };
}

function zoneMoment(
  now: EpochMillis,
  { quietHours }: CarePolicy,
  calendar: ShopCalendar,
  shop: ShopCalendar,
): ZoneMoment {
  const due = (purpose: Purpose): DueTime => {
    const at = afterQuietHours(now, purpose, quietHours, calendar);
    return { at, day: shop.dayAt(at) };
  };
  return { today: calendar.dayAt(now), due: { service: due('service'), marketing: due('marketing') } };
}
