import type { Day } from '@aftercare/core';
import * as china from '@aftercare/core/china';
import { birthdayOccurrence, type CareOutcome } from '@aftercare/lifecycle';
import type { Shop } from './shop.js';

/** How many birthdays are shown. */
const SHOWN = 5;

/** A birthday of the week. */
export interface WeekBirthday {
  readonly customerId: string;
  readonly name: string | null;
  readonly day: Day;
  /** What became of the shipped rule for birthdays; null: it did not fire today. */
  readonly coupon: CareOutcome['kind'] | null;
}

/** Who has a birthday in the week that begins with the day of the plan. */
export interface BirthdayReport {
  readonly known: number;
  /** The sentence that says how they were made up; null: they are the customers' own. */
  readonly madeUp: string | null;
  readonly thisWeek: number;
  /** The first of them. */
  readonly first: readonly WeekBirthday[];
}

/** Finds the birthdays of the seven days from the day of the plan, and what is planned for the first of them. */
export function birthdayReport(shop: Shop): BirthdayReport {
  const { source, asOf, calendar, policy, snapshot } = shop;
  const week: { customerId: string; name: string | null; day: Day }[] = [];
  let known = 0;
  for (const { id, birthday, name = null } of source.customers) {
    if (birthday === undefined || snapshot.facts(id) === undefined) continue;
    known++;
    const next = birthdayOccurrence(birthday, asOf, policy.birthdays, china)?.day;
    if (next !== undefined && next < calendar.addDays(asOf, 7))
      week.push({ customerId: id, name, day: next });
  }
  week.sort((one, other) => (one.day + one.customerId < other.day + other.customerId ? -1 : 1));
  return {
    known,
    madeUp: source.birthdaysMadeUp ?? null,
    thisWeek: week.length,
    first: week.slice(0, SHOWN).map((each) => ({ ...each, coupon: couponFor(each.customerId, shop) })),
  };
}

function couponFor(customerId: string, { planner, planInputOf }: Shop): CareOutcome['kind'] | null {
  const input = planInputOf(customerId);
  const receipts = input === undefined ? [] : planner.plan(input).receipts;
  return receipts.find(({ rule }) => rule === 'birthday_coupon')?.outcome.kind ?? null;
}
