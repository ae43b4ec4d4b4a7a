import type { View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import type { ReturnShape } from './returnShape.js';

/** Counters of a line; those that have not counted are zero. */
export function countOf(
  { counters }: Pick<View<ReturnShape>, 'counters'>,
  lineId: string,
  counter: string,
): number {
  const { lines } = counters;
  return Object.hasOwn(lines, lineId) ? countIn(lines[lineId] ?? {}, counter) : 0;
}
