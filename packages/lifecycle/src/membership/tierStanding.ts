import type { DayNumber } from '@aftercare/core';
import { NEVER, type TierCriterion, type TierRules } from './tierRules.js';

/** What counted on the days of one customer, in ascending order of days. */
export interface CountedDays {
  readonly count: number;
  readonly days: ArrayLike<DayNumber>;
  readonly amountMinor: ArrayLike<number>;
  readonly purchases: ArrayLike<number>;
}

/** What is in the window of a programme as days go by. It only moves forward. */
export class TierStanding {
  readonly #rules: TierRules;
  readonly #counted: CountedDays;
  /** The oldest in the window, and the next that is not in it yet. */
  #first = 0;
  #next = 0;
  /** When the oldest leaves it; asked for once, since it takes a calendar to tell. */
  #firstLeaves = NEVER;
  amountMinor = 0;
  purchases = 0;

  constructor(rules: TierRules, counted: CountedDays) {
    this.#rules = rules;
    this.#counted = counted;
  }

  /** Takes in the next day that counts, and moves to it. */
  takeNext(): void {
    const at = this.#next++;
    const day = this.#counted.days[at] ?? 0;
    this.amountMinor += this.#counted.amountMinor[at] ?? 0;
    this.purchases += this.#counted.purchases[at] ?? 0;
    if (at === this.#first) this.#firstLeaves = this.#rules.leavesOn(day);
    this.moveTo(day);
  }

  /** Drops what has left the window by a day. Sums of integers: nothing is lost by taking away again. */
  moveTo(day: DayNumber): void {
    while (this.#firstLeaves <= day) {
      this.amountMinor -= this.#counted.amountMinor[this.#first] ?? 0;
      this.purchases -= this.#counted.purchases[this.#first] ?? 0;
      this.#first++;
      const isEmpty = this.#first === this.#next;
      this.#firstLeaves = isEmpty ? NEVER : this.#rules.leavesOn(this.#counted.days[this.#first] ?? 0);
    }
  }

  /** The highest rank that is earned by what is in the window. */
  get rank(): number {
    const { highestRank, amountMinor, purchases } = this.#rules;
    for (let rank = highestRank; rank > 1; rank--) {
      if (this.amountMinor >= (amountMinor[rank] ?? 0) || this.purchases >= (purchases[rank] ?? 0))
        return rank;
    }
    return 1;
  }

  /** By what a rank is earned; the amount where it is both. */
  criterionOf(rank: number): TierCriterion {
    if (rank === 1) return 'base';
    return this.amountMinor >= (this.#rules.amountMinor[rank] ?? 0) ? 'amount' : 'purchases';
  }
}
