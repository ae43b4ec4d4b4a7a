import { type DayNumber, type EpochMillis, MILLISECONDS_A_DAY } from '../time/index.js';
import type { ZoneOffsets } from './zoneOffsets.js';

/**
 * The first instant whose day in the zone is the given one or a later one. So a day whose midnight the clocks skip begins
 * at 01:00, one whose midnight comes twice begins at the first, and a day that is left out altogether (Samoa, 30 December
 * 2011) begins and ends where the next one begins.
 */
export function firstInstantOf(number: DayNumber, offsets: ZoneOffsets): EpochMillis {
  const wallMillis = number * MILLISECONDS_A_DAY;
  // No zone is a whole day away from UTC, so the day has not begun here.
  let span = offsets.spanAt(wallMillis - MILLISECONDS_A_DAY);
  for (;;) {
    const candidate = Math.max(span.from, wallMillis - span.offset);
    if (candidate < span.to) return candidate;
    span = offsets.spanAt(span.to);
  }
}
