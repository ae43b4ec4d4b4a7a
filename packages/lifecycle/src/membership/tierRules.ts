import { type DayNumber, dateOfDayNumber, dayNumberOfDate, daysInMonth } from '@aftercare/core';
import type { MembershipProgram } from './membershipProgram.js';

/** Later than every day: what never ends ends then. */
export const NEVER: DayNumber = 0x7fff_ffff;

/** How a rank was reached. */
export type TierCriterion = 'base' | 'amount' | 'purchases' | 'granted';

/** A {@link MembershipProgram} as loops need it. Ranks are 1 for the first tier and so on. */
export interface TierRules {
  readonly highestRank: number;
  /** By rank; infinite where the tier asks for no amount. */
  readonly amountMinor: readonly number[];
  /** By rank; infinite where the tier asks for no number of purchases. */
  readonly purchases: readonly number[];
  /** The first day on which what counted on a day has left the window. */
  leavesOn(day: DayNumber): DayNumber;
  /** The first day after the validity of a tier that was reached on a day. */
  endOf(day: DayNumber): DayNumber;
  /** The day whose window decides when a validity ends on a day (excluded): a calendar year is looked at as a whole. */
  reviewedOn(end: DayNumber): DayNumber;
  readonly graceDays: number;
  readonly falls: 'one_step' | 'requalify';
}

export function tierRulesOf({ tiers, window, downgrade }: MembershipProgram): TierRules {
  const never = () => NEVER;
  const lapses = downgrade.policy !== 'never' && window.kind !== 'lifetime';
  const validity = lapses ? downgrade.validity : undefined;
  return {
    highestRank: tiers.length,
    // Rank 0 is no tier; the first one is never earned, it is there.
    amountMinor: [
      Number.POSITIVE_INFINITY,
      ...tiers.map(({ reach }) => reach?.amountMinor ?? Number.POSITIVE_INFINITY),
    ],
    purchases: [
      Number.POSITIVE_INFINITY,
      ...tiers.map(({ reach }) => reach?.purchases ?? Number.POSITIVE_INFINITY),
    ],
    leavesOn:
      window.kind === 'lifetime'
        ? never
        : window.kind === 'calendar_year'
          ? (day) => yearsEnd(day, 0)
          : (day) => monthsLater(day, window.months),
    // What is added up over a lifetime never gets less, so that every review would find the tier earned.
    endOf:
      validity === undefined
        ? never
        : 'months' in validity
          ? (day) => monthsLater(day, validity.months)
          : (day) => yearsEnd(day, validity.calendarYears),
    reviewedOn: window.kind === 'calendar_year' ? (end) => end - 1 : (end) => end,
    graceDays: lapses ? downgrade.graceDays : 0,
    falls: downgrade.policy === 'never' ? 'requalify' : downgrade.policy,
  };
}

/** `addMonths` of core for day numbers: a loop over millions of orders cannot afford texts. */
function monthsLater(day: DayNumber, months: number): DayNumber {
  const { year, month, dayOfMonth } = dateOfDayNumber(day);
  const count = year * 12 + month - 1 + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return dayNumberOfDate(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** The day after the last of the calendar year so many years after that of a day. */
function yearsEnd(day: DayNumber, years: number): DayNumber {
  return dayNumberOfDate(dateOfDayNumber(day).year + years + 1, 1, 1);
}
