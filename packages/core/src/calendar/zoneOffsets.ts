import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import { type EpochMillis, FIRST_DAY_NUMBER, LAST_DAY_NUMBER, MILLISECONDS_A_DAY } from '../time/index.js';

/** A stretch of time, `[from, to)`, in which the clocks of a zone keep one offset from UTC. */
export interface OffsetSpan {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  /** What to add to UTC for the time on the wall, in milliseconds. */
  readonly offset: number;
}

/** The offsets of one time zone. */
export interface ZoneOffsets {
  /**
   * The span that an instant lies in. Spans follow each other without gap or overlap. Neighbours may have equal offsets,
   * since a span also ends where the next block of the table begins.
   *
   * @throws AftercareError `invalid_instant` for NaN and for what lies more than a day outside the years 0001 to 9999
   */
  spanAt(millis: EpochMillis): OffsetSpan;
}

/** A day more on both sides than there are days in UTC, since the days of a zone begin and end earlier or later. */
const FIRST_MILLIS = (FIRST_DAY_NUMBER - 1) * MILLISECONDS_A_DAY;
const END_MILLIS = (LAST_DAY_NUMBER + 2) * MILLISECONDS_A_DAY;

/**
 * The table is built in blocks of this length, each when it is first asked for: long enough that a few of them cover the
 * history of a shop, short enough that one is built in a tenth of a millisecond.
 */
const BLOCK = 128 * MILLISECONDS_A_DAY;

/**
 * How far apart `Intl` is asked for the offset. Two clock changes that undo each other within this time would go unseen;
 * the closest pair in the time zone data lies four days apart (Freetown, September 1939).
 */
const PROBE = MILLISECONDS_A_DAY;

/** Clocks change on full seconds. */
const SECOND = 1000;

type OffsetAt = (millis: EpochMillis) => number;

/**
 * The offsets of a zone as a table made from `Intl`. Asking `Intl` itself, or a date library on top of it, costs
 * microseconds for each instant, and a shop has millions of instants.
 *
 * @param timeZone - an IANA name that is known to exist
 */
export function zoneOffsets(timeZone: string): ZoneOffsets {
  const offsetAt = offsetReader(timeZone);
  const blocks = new Map<number, readonly OffsetSpan[]>();
  return {
    spanAt(millis) {
      const index = Math.floor(millis / BLOCK);
      let spans = blocks.get(index);
      if (spans === undefined) {
        const from = Math.max(index * BLOCK, FIRST_MILLIS);
        const to = Math.min((index + 1) * BLOCK, END_MILLIS);
        // NaN is neither before nor after anything, so the question is put the other way round.
        if (!(millis >= from && millis < to)) throw outOfTime(millis);
        spans = spansBetween(from, to, offsetAt);
        blocks.set(index, spans);
      }
      for (const span of spans) if (millis >= span.from && millis < span.to) return span;
      throw outOfTime(millis);
    },
  };
}

function outOfTime(millis: EpochMillis): AftercareError {
  return new AftercareError([
    coreIssues.create('invalid_instant', ['millis'], { received: showValue(millis) }),
  ]);
}

function spansBetween(from: EpochMillis, to: EpochMillis, offsetAt: OffsetAt): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  const last = to - SECOND;
  let start = from;
  let offset = offsetAt(from);
  let probe = from;
  while (probe < last) {
    const next = Math.min(probe + PROBE, last);
    if (offsetAt(next) === offset) {
      probe = next;
      continue;
    }
    const change = firstChange(probe, next, offset, offsetAt);
    spans.push({ from: start, to: change, offset });
    start = change;
    offset = offsetAt(change);
    // Not on to `next`: before it there may be a second change.
    probe = change;
  }
  spans.push({ from: start, to, offset });
  return spans;
}

/** The second at which the clocks change, given that they keep `offset` at `from` and another one at `to`. */
function firstChange(from: EpochMillis, to: EpochMillis, offset: number, offsetAt: OffsetAt): EpochMillis {
  let same = from;
  let different = to;
  while (different - same > SECOND) {
    const middle = same + Math.floor((different - same) / SECOND / 2) * SECOND;
    if (offsetAt(middle) === offset) same = middle;
    else different = middle;
  }
  return different;
}

/** Reads offsets out of texts such as `M GMT-04:56:02`: clocks of the nineteenth century differ by seconds, too. */
function offsetReader(timeZone: string): OffsetAt {
  // Without a field beside it, the whole date would be formatted; the weekday is the cheapest.
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'narrow',
    timeZoneName: 'longOffset',
  });
  return (millis) => {
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(millis));
    // Every engine writes it so; an answer in another form must not be taken for UTC.
    if (match === null) throw new TypeError(`Intl gave no offset for the time zone ${timeZone}.`);
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
    const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND;
    return sign === '-' ? -offset : offset;
  };
}
