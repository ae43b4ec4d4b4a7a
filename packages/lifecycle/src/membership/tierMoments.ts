import type { DayNumber } from '@aftercare/core';
import { NEVER, type TierCriterion, type TierRules } from './tierRules.js';
import { type CountedDays, TierStanding } from './tierStanding.js';

/** From a day on, a customer is in a rank. */
export interface TierMoment {
  /** Before all days for the first tier, in which everybody begins. */
  readonly day: DayNumber;
  readonly rank: number;
  readonly by: TierCriterion;
}

const BEGINNING: TierMoment = { day: -NEVER, rank: 1, by: 'base' };

/**
 * Every change of an earned tier: those of the past up to a day (included), and those to come if nothing more counts. In
 * order of days; the first is the beginning.
 */
export function tierMoments(rules: TierRules, counted: CountedDays, asOf: DayNumber): TierMoment[] {
  const course = new TierCourse(rules, counted);
  for (let at = 0; at < counted.count; at++) {
    const day = counted.days[at] ?? 0;
    if (day > asOf) break;
    course.reviewUntil(day);
    course.count(day);
  }
  course.reviewUntil(NEVER - 1);
  return course.moments;
}

/**
 * One customer's way through the tiers. A tier is reached on the day on which enough has counted. When its validity is
 * over, the window decides as it is then, and through the days of grace whatever counts in them: the tier is confirmed for
 * another validity, or it falls at the end of the grace.
 */
class TierCourse {
  readonly moments: TierMoment[] = [BEGINNING];
  readonly #rules: TierRules;
  readonly #standing: TierStanding;
  #rank = 1;
  #by: TierCriterion = 'base';
  /** When the validity, or the grace after it, is over. */
  #due = NEVER;
  /** In the grace: the best rank that was earned since the last valid day. Else 0. */
  #bestInGrace = 0;
  #bestBy: TierCriterion = 'base';

  constructor(rules: TierRules, counted: CountedDays) {
    this.#rules = rules;
    this.#standing = new TierStanding(rules, counted);
  }

  /** Takes in what counts on a day. */
  count(day: DayNumber): void {
    const standing = this.#standing;
    standing.takeNext();
    const earned = standing.rank;
    if (earned > this.#rank) this.#moveTo(earned, standing.criterionOf(earned), day);
    else if (this.#bestInGrace > 0 && earned === this.#rank) this.#confirm(day);
    else if (earned > this.#bestInGrace && this.#bestInGrace > 0) this.#noteInGrace(earned);
  }

  /** Reviews what is due by the beginning of a day. */
  reviewUntil(day: DayNumber): void {
    while (this.#due <= day) {
      if (this.#bestInGrace > 0) this.#fall(this.#due);
      else this.#endValidity(this.#due);
    }
  }

  #endValidity(end: DayNumber): void {
    this.#standing.moveTo(this.#rules.reviewedOn(end));
    const earned = this.#standing.rank;
    if (earned >= this.#rank) {
      this.#confirm(end);
      return;
    }
    this.#noteInGrace(earned);
    this.#due = end + this.#rules.graceDays;
  }

  #noteInGrace(earned: number): void {
    this.#bestInGrace = earned;
    this.#bestBy = this.#standing.criterionOf(earned);
  }

  #fall(day: DayNumber): void {
    const below = this.#rank - 1;
    const isLeft = this.#rules.falls === 'one_step' && below > this.#bestInGrace;
    // A tier that is left to a customer who has not earned it again is held by what once earned the one above.
    if (isLeft) this.#moveTo(below, this.#by, day);
    else this.#moveTo(this.#bestInGrace, this.#bestBy, day);
  }

  #confirm(day: DayNumber): void {
    this.#by = this.#standing.criterionOf(this.#rank);
    this.#bestInGrace = 0;
    this.#due = this.#rules.endOf(day);
  }

  #moveTo(rank: number, by: TierCriterion, day: DayNumber): void {
    this.#rank = rank;
    this.#by = by;
    this.#bestInGrace = 0;
    this.#due = rank === 1 ? NEVER : this.#rules.endOf(day);
    this.moments.push({ day, rank, by });
  }
}
