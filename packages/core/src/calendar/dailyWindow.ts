import * as z from 'zod';
import { AftercareError, customIssue, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import {
  type EpochMillis,
  MILLISECONDS_A_DAY,
  minutesOfDay,
  type TimeOfDay,
  timeOfDaySchema,
} from '../time/index.js';
import type { ZoneOffsets } from './zoneOffsets.js';

const MILLISECONDS_A_MINUTE = 60_000;

/** Schema of {@link DailyWindow}: two different times of day. */
export const dailyWindowSchema = z
  .strictObject({
    from: timeOfDaySchema.meta({ description: 'When it opens (included).' }),
    to: timeOfDaySchema.meta({
      description: 'When it closes (excluded); earlier than `from`: on the next day.',
    }),
  })
  .check((context) => {
    const { from, to } = context.value;
    if (from !== to) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      params: customIssue('empty_window', { from, to }),
    });
  });

/**
 * A window that comes round every day, `[from, to)` in times on the wall clock: `{ from: '09:00', to: '21:00' }`. When
 * `to` is earlier than `from` it crosses midnight: `{ from: '21:00', to: '09:00' }` holds the night.
 */
export interface DailyWindow extends z.infer<typeof dailyWindowSchema> {}

/** The first instant, not before the given one, at which the clock on the wall stands inside the window. */
export function nextInWindow(millis: EpochMillis, window: DailyWindow, offsets: ZoneOffsets): EpochMillis {
  const opening = wallMillis(window, 'from');
  const length = dayRemainder(wallMillis(window, 'to') - opening);
  if (length === 0) {
    const { from, to } = window;
    throw new AftercareError([coreIssues.create('empty_window', ['window'], { from, to })]);
  }
  let earliest = millis;
  for (;;) {
    const span = offsets.spanAt(earliest);
    const sinceOpening = dayRemainder(earliest + span.offset - opening);
    if (sinceOpening < length) return earliest;
    const candidate = earliest + MILLISECONDS_A_DAY - sinceOpening;
    if (candidate < span.to) return candidate;
    // The clocks change before the window opens: they may jump right into it, past it, or back.
    earliest = span.to;
  }
}

function wallMillis(window: DailyWindow, key: 'from' | 'to'): number {
  const time: TimeOfDay = window[key];
  const minutes = minutesOfDay(time);
  if (minutes !== undefined) return minutes * MILLISECONDS_A_MINUTE;
  throw new AftercareError([
    coreIssues.create('invalid_time_of_day', ['window', key], { received: showValue(time) }),
  ]);
}

/** What is left of a number of milliseconds after whole days, never negative. */
function dayRemainder(millis: number): number {
  return millis - Math.floor(millis / MILLISECONDS_A_DAY) * MILLISECONDS_A_DAY;
}
