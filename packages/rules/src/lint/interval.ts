/** Numbers between two bounds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
  /** Its numbers, bounds included, are multiples of this integer. Absent: all numbers between the bounds. */
  readonly step?: number;
}

/** Intervals that follow each other as one, where nothing lies between them. */
export function joinIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const next of intervals) {
    const last = joined.at(-1);
    if (last !== undefined && isJoint(last, next)) {
      joined[joined.length - 1] = { ...last, to: next.to, includesTo: next.includesTo };
    } else joined.push(next);
  }
  return joined;
}

function isJoint(a: Interval, b: Interval): boolean {
  if (a.step !== undefined) return b.from - a.to <= a.step;
  return a.to === b.from && (a.includesTo || b.includesFrom);
}

/** An interval as it is shown in every language: `5`, `5..29`, `30..`, `(0.5, 1]`, `(-∞, 5)`. */
export function showInterval({ from, to, includesFrom, includesTo, step }: Interval): string {
  if (from === to) return String(from);
  if (step !== undefined) return `${from === -Infinity ? '' : from}..${to === Infinity ? '' : to}`;
  const left = from === -Infinity ? '(-∞' : `${includesFrom ? '[' : '('}${from}`;
  const right = to === Infinity ? '∞)' : `${to}${includesTo ? ']' : ')'}`;
  return `${left}, ${right}`;
}
