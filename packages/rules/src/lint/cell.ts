import type { Interval } from './interval.js';

/** Values that no comparison of the rules tells apart. */
export interface Cell {
  /** One of them: what it makes of a comparison, all of them do. */
  readonly value: unknown;
  /** For numbers, all of them; neighbouring cells of numbers are shown as one. */
  readonly interval?: Interval;
  /** How the cell is shown, in every language: `null`, `"a"`, `…` for every value that no rule mentions. */
  readonly label: string;
}
