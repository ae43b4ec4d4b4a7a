import type { DayNumber } from '../time/index.js';
import { NO_DAY } from './orderColumns.js';

/** The latest of the days in a column that is written row by row. */
export class LatestDay {
  /** `undefined` after the latest day was written over: it has to be looked for. */
  #latest: DayNumber | undefined = -NO_DAY;

  /** To be told of every day that is written, and of the one that stood there before. */
  note(day: DayNumber, before: DayNumber): void {
    if (this.#latest === undefined) return;
    if (day !== NO_DAY && day >= this.#latest) this.#latest = day;
    else if (before === this.#latest) this.#latest = undefined;
  }

  /** The latest of the first `count` days; `undefined` if none of them is a day. */
  among(days: Int32Array, count: number): DayNumber | undefined {
    if (this.#latest === undefined) {
      this.#latest = -NO_DAY;
      for (let row = 0; row < count; row++) {
        const day = days[row] ?? NO_DAY;
        if (day > this.#latest && day !== NO_DAY) this.#latest = day;
      }
    }
    return this.#latest === -NO_DAY ? undefined : this.#latest;
  }
}
