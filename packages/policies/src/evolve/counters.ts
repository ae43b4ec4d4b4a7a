import type { CounterChange, Counters } from '../case/index.js';

/** No counter has counted anything yet. */
export const NO_COUNTERS: Counters = Object.freeze({ case: Object.freeze({}), lines: Object.freeze({}) });

/** Counters after some changes. */
export function countAll(counters: Counters, changes: readonly CounterChange[]): Counters {
  if (changes.length === 0) return counters;
  let after = counters;
  for (const change of changes) after = countOne(after, change);
  return after;
}

function countOne(counters: Counters, { line, counter, by }: CounterChange): Counters {
  if (line === undefined) return { case: added(counters.case, counter, by), lines: counters.lines };
  const before = Object.hasOwn(counters.lines, line) ? (counters.lines[line] ?? {}) : {};
  return { case: counters.case, lines: { ...counters.lines, [line]: added(before, counter, by) } };
}

function added(
  counts: Readonly<Record<string, number>>,
  counter: string,
  by: number,
): Readonly<Record<string, number>> {
  // Not by spreading, with the key inside of the literal or after it: both are several times slower.
  const after: Record<string, number> = Object.assign({}, counts);
  after[counter] = (counts[counter] ?? 0) + by;
  return after;
}
